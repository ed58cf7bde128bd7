// Goes on after a session has ended: a new proof for the form, and the sign-in form in a dialog over it.
const LOGIN = '/Login?ReturnUrl=%2FAdmin%2FSignedIn';

/** Who is signed in, with a fresh token; null when nobody is. */
export async function renew() {
  const answer = await fetch('/Admin/FormToken', { headers: { Accept: 'application/json' } });
  if (answer.status === 401) return null;
  if (!answer.ok) throw new Error(`The token was refused: ${answer.status}`);
  return answer.json();
}

/** Asks the person to sign in; what renew() gives afterwards, or null when they do not want to. */
export function signIn(words) {
  return new Promise(resolve => {
    const dialog = document.createElement('dialog');
    dialog.className = 'sign-in';
    dialog.setAttribute('aria-labelledby', 'sign-in-title');
    dialog.append(element('h1', words.signIn, { id: 'sign-in-title' }), element('p', words.signInWhy));
    const place = dialog.appendChild(document.createElement('div'));
    const buttons = dialog.appendChild(element('div', '', { className: 'buttons' }));
    buttons.append(element('a', words.signInTab, { href: LOGIN, target: '_blank', rel: 'noopener', className: 'button quiet' }));
    const later = buttons.appendChild(element('button', words.later, { type: 'button', className: 'quiet' }));
    let result = null;
    const end = found => { result = found; dialog.close(); };
    // Someone may sign in in the other tab.
    const back = async () => { const found = await renew().catch(() => null); if (found && dialog.open) end(found); };
    window.addEventListener('focus', back);
    later.addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => { window.removeEventListener('focus', back); dialog.remove(); resolve(result); });
    document.body.append(dialog);
    dialog.showModal();
    fetch(LOGIN).then(answer => show(answer, place, end)).catch(() => end(null));
  });
}

async function show(answer, place, end) {
  const address = answer.url;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const form = page.querySelector('main form');
  if (!form) return end(await renew());
  place.replaceChildren(...[page.querySelector('main .summary'), form].filter(Boolean).map(part => document.adoptNode(part)));
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form, event.submitter));
    const next = await fetch(new URL(form.getAttribute('action') || '', address), { method: 'POST', body });
    const found = await renew();
    if (found) end(found);
    else show(next, place, end);
  });
  form.querySelector('[autofocus], input:not([type="hidden"])')?.focus();
}

function element(name, text, more = {}) {
  const made = Object.assign(document.createElement(name), more);
  made.textContent = text;
  return made;
}
