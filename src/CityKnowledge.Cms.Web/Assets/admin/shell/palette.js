import { Controller } from '@hotwired/stimulus';

// Ctrl+K: go to a screen, make or open an item, with the keyboard alone. The box in the bar is a plain search without it.
export default class extends Controller {
  static targets = ['find', 'hint'];
  static values = { texts: Object };

  connect() {
    for (const hint of this.hintTargets) hint.hidden = false;
    document.addEventListener('keydown', this.open);
  }

  disconnect() {
    document.removeEventListener('keydown', this.open);
    this.dialog?.remove();
  }

  open = event => {
    // An editor of texts may have a use of its own for these keys.
    if (event.defaultPrevented || event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (document.querySelector('dialog[open]')) return;
    this.dialog ??= this.make();
    this.input.value = '';
    this.list.replaceChildren();
    this.choose();
    this.dialog.showModal();
    this.find();
  };

  make() {
    const words = this.textsValue;
    const dialog = element('dialog', { class: 'palette', 'aria-label': words.title });
    this.input = element('input', {
      type: 'text', role: 'combobox', 'aria-expanded': 'true', 'aria-controls': 'palette-list', 'aria-autocomplete': 'list', 'aria-label': words.title,
      placeholder: words.placeholder, autocomplete: 'off', spellcheck: 'false', dir: 'auto',
    });
    this.list = element('div', { id: 'palette-list', role: 'listbox', 'aria-label': words.title });
    this.status = element('p', { class: 'palette-status', role: 'status' });
    const close = element('button', { type: 'button', class: 'tight' }, words.close);
    close.addEventListener('click', () => dialog.close());
    this.input.addEventListener('input', () => { clearTimeout(this.waiting); this.goes = false; this.waiting = setTimeout(() => this.find(), 120); });
    this.input.addEventListener('keydown', this.move);
    this.list.addEventListener('click', event => this.go(event.target.closest('[role=option]')));
    dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
    dialog.addEventListener('close', () => { clearTimeout(this.waiting); this.asking?.abort(); this.goes = false; });
    const head = element('div', { class: 'palette-head' });
    head.append(this.input, close);
    dialog.append(head, this.list, this.status);
    document.body.append(dialog);
    return dialog;
  }

  async find() {
    clearTimeout(this.waiting);
    this.asking?.abort();
    this.asking = new AbortController();
    const text = this.input.value.trim();
    this.shown = null;
    try {
      const answer = await fetch(`/Admin/Palette?q=${encodeURIComponent(text)}`, { headers: { Accept: 'application/json' }, signal: this.asking.signal });
      if (answer.status === 401) { location.reload(); return; }
      this.show(answer.ok ? await answer.json() : [], text);
    } catch (trouble) {
      if (trouble.name !== 'AbortError') this.show([], text);
    }
  }

  show(entries, text) {
    const groups = ['items', 'create', 'screens'].map(name => [name, entries.filter(entry => entry.group === name)]).filter(([, found]) => found.length > 0);
    let number = 0;
    this.list.replaceChildren(...groups.map(([name, found]) => {
      const group = element('div', { role: 'group', 'aria-labelledby': `palette-${name}` });
      group.append(element('div', { id: `palette-${name}`, class: 'palette-group', role: 'presentation' }, this.textsValue[name]));
      group.append(...found.map(entry => this.option(entry, number++)));
      return group;
    }));
    this.status.textContent = entries.length === 0 ? this.textsValue.nothing : '';
    this.choose(this.options[0]);
    this.shown = text;
    if (this.goes) this.go(this.chosen);
  }

  option(entry, number) {
    const option = element('div', { id: `palette-${number}`, role: 'option', 'aria-selected': 'false', 'data-address': entry.address });
    option.append(element('span', { dir: 'auto' }, entry.title));
    if (entry.detail) option.append(element('span', { class: 'soft', dir: 'auto' }, entry.detail));
    return option;
  }

  get options() {
    return [...this.list.querySelectorAll('[role=option]')];
  }

  move = event => {
    const options = this.options;
    const at = options.indexOf(this.chosen);
    const to = { ArrowDown: (at + 1) % options.length, ArrowUp: (at - 1 + options.length) % options.length, PageDown: Math.min(at + 8, options.length - 1), PageUp: Math.max(at - 8, 0) }[event.key];
    if (event.key === 'Enter' && !event.isComposing) { event.preventDefault(); this.enter(); }
    if (to === undefined || options.length === 0) return;
    event.preventDefault();
    this.choose(options[to]);
  };

  // Enter means what was typed: an answer to an earlier text is never opened, the right one is waited for.
  enter() {
    if (this.shown === this.input.value.trim()) { this.go(this.chosen); return; }
    this.goes = true;
    this.find();
  }

  choose(option) {
    this.chosen?.setAttribute('aria-selected', 'false');
    this.chosen = option;
    if (!option) { this.input.removeAttribute('aria-activedescendant'); return; }
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    this.input.setAttribute('aria-activedescendant', option.id);
  }

  go(option) {
    if (option) location.href = option.dataset.address;
  }
}

function element(name, attributes, text) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text) made.textContent = text;
  return made;
}
