import { h, newId, post, say } from './dom.js';

// Asks for the title of an item that is missing, and for what else it needs and is quickly written, and makes a draft of it;
// null when the person thinks better of it.
export function askForItem({ type, title, texts, part, field, element }) {
  return new Promise(resolve => {
    const heading = newId('new');
    const problem = h('p', { class: 'problem', id: `${heading}-problem`, role: 'alert' });
    const input = line(`${heading}-title`, { name: 'title', input: 'text' });
    input.value = title;
    const needed = type.fields.map((one, place) => ({ ...one, control: line(`${heading}-${place}`, one, texts) }));
    const controls = [input, ...needed.map(one => one.control)];
    for (const control of controls) control.setAttribute('aria-describedby', problem.id);
    const make = h('button', { type: 'button', class: 'primary' }, texts.make);
    const dialog = h('dialog', { 'aria-labelledby': heading, class: 'new-item' },
      h('h1', { id: heading }, say(texts.createTitle, type.label)), h('p', { class: 'hint' }, texts.createHint),
      h('div', { class: 'field' }, h('label', { for: input.id }, texts.title), input),
      ...needed.map(one => h('div', { class: 'field' }, h('label', { for: one.control.id, dir: 'auto' }, one.label), one.control)), problem,
      h('div', { class: 'buttons' }, make, h('button', { type: 'button', onclick: () => dialog.close() }, texts.cancel)));
    let made = null;
    const send = async () => {
      if (make.disabled) return;
      make.disabled = true;
      problem.textContent = '';
      const values = Object.fromEntries(controls.map(control => [control.dataset.name, control.value]));
      const answer = await post('/Admin/ContentFields/CreateContentItem', { part, field, type: type.name, ...values }, element).catch(() => null);
      make.disabled = false;
      if (answer?.ok) { made = await answer.json(); dialog.close(); return; }
      const said = answer?.status === 400 ? await answer.json().catch(() => null) : null;
      problem.textContent = said?.problems?.join(' ') ?? (answer?.status === 403 ? texts.forbidden : texts.failed);
      const wrong = controls.filter(control => said?.names?.includes(control.dataset.name));
      for (const control of wrong) control.setAttribute('aria-invalid', 'true');
      (wrong[0] ?? input).focus();
    };
    make.addEventListener('click', send);
    dialog.addEventListener('keydown', event => { if (event.key === 'Enter' && event.target.matches('input')) { event.preventDefault(); send(); } });
    // Typed here it is no change of the form below.
    for (const kind of ['input', 'change']) dialog.addEventListener(kind, event => { event.stopPropagation(); event.target.removeAttribute('aria-invalid'); });
    dialog.addEventListener('close', () => { dialog.remove(); resolve(made); });
    document.body.append(dialog);
    dialog.showModal();
    input.select();
  });
}

function line(id, { name, input, options = [] }, texts) {
  if (options.length === 0) return h('input', { type: input, id, 'data-name': name, dir: input === 'date' ? null : 'auto', autocomplete: 'off' });
  return h('select', { id, 'data-name': name }, h('option', { value: '' }, texts.none), ...options.map(option => h('option', { value: option.value ?? '' }, option.name ?? option.value ?? '')));
}
