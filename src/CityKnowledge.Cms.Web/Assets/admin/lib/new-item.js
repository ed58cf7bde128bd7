import { h, newId, post, say } from './dom.js';

// Asks for the title of an item that is missing and makes a draft of it; null when the person thinks better of it.
export function askForItem({ type, title, texts, part, field, element }) {
  return new Promise(resolve => {
    const heading = newId('new');
    const input = h('input', { type: 'text', id: `${heading}-title`, dir: 'auto', autocomplete: 'off', 'aria-describedby': `${heading}-problem` });
    input.value = title;
    const problem = h('p', { class: 'problem', id: `${heading}-problem`, role: 'alert' });
    const make = h('button', { type: 'button', class: 'primary' }, texts.make);
    const dialog = h('dialog', { 'aria-labelledby': heading, class: 'new-item' },
      h('h1', { id: heading }, say(texts.createTitle, type.label)), h('p', { class: 'hint' }, texts.createHint),
      h('div', { class: 'field' }, h('label', { for: input.id }, texts.title), input, problem),
      h('div', { class: 'buttons' }, make, h('button', { type: 'button', onclick: () => dialog.close() }, texts.cancel)));
    let made = null;
    const send = async () => {
      if (make.disabled) return;
      make.disabled = true;
      problem.textContent = '';
      const answer = await post('/Admin/ContentFields/CreateContentItem', { part, field, type: type.name, title: input.value }, element).catch(() => null);
      make.disabled = false;
      if (answer?.ok) { made = await answer.json(); dialog.close(); return; }
      const said = answer?.status === 400 ? await answer.json().catch(() => null) : null;
      problem.textContent = said?.problems?.join(' ') ?? (answer?.status === 403 ? texts.forbidden : texts.failed);
      input.setAttribute('aria-invalid', 'true');
      input.focus();
    };
    make.addEventListener('click', send);
    input.addEventListener('keydown', event => { if (event.key === 'Enter') { event.preventDefault(); send(); } });
    // Typed here it is no change of the form below.
    for (const kind of ['input', 'change']) dialog.addEventListener(kind, event => event.stopPropagation());
    dialog.addEventListener('close', () => { dialog.remove(); resolve(made); });
    document.body.append(dialog);
    dialog.showModal();
    input.select();
  });
}
