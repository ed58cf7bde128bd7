import { h, newId, say } from './dom.js';

// The terms as nested lists with boxes to tick; branches are drawn when they are opened.
export class TermTree {
  constructor(panel, terms, { many, texts, isChosen, toggle }) {
    Object.assign(this, { many, texts, isChosen, toggle });
    this.group = newId('term');
    this.drawn = new Map();
    this.holding = new Set();
    for (const term of terms) if (isChosen(term)) for (let parent = term.parent; parent; parent = parent.parent) this.holding.add(parent);
    panel.append(this.branch(terms.filter(term => !term.parent || !terms.includes(term.parent))));
  }

  branch(terms) { return h('ul', {}, ...terms.map(term => this.line(term))); }

  line(term) {
    const children = term.children.filter(child => !child.option.dataset.gone);
    const name = term.open ? this.box(term) : h('span', { class: 'heading', dir: 'auto' }, term.label);
    const line = h('li', {}, h('div', { class: 'term-line' }, children.length > 0 ? this.opener(term, children) : h('span', { class: 'no-opener' }), name));
    if (this.holding.has(term)) line.querySelector('button').click();
    return line;
  }

  opener(term, children) {
    const open = event => {
      const line = event.currentTarget.closest('li');
      const below = line.querySelector(':scope > ul') ?? line.appendChild(this.branch(children));
      const isOpen = event.currentTarget.getAttribute('aria-expanded') === 'true';
      below.hidden = isOpen;
      event.currentTarget.setAttribute('aria-expanded', String(!isOpen));
    };
    return h('button', { type: 'button', class: 'opener', 'aria-expanded': 'false', 'aria-label': say(this.texts.below, term.label), onclick: open });
  }

  box(term) {
    const input = h('input', { type: this.many ? 'checkbox' : 'radio', name: this.many ? null : this.group, onchange: event => { event.stopPropagation(); this.toggle(term, input.checked); }, oninput: event => event.stopPropagation() });
    input.checked = this.isChosen(term);
    this.drawn.set(term, input);
    return h('label', { class: 'check' }, input, h('span', { dir: 'auto' }, term.label));
  }

  refresh() { for (const [term, input] of this.drawn) input.checked = this.isChosen(term); }
}
