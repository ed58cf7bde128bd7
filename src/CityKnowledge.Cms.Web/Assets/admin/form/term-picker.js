import { Controller } from '@hotwired/stimulus';
import { Combobox } from '../lib/combobox.js';
import { fold, h, newId, say, tell, unpicked } from '../lib/dom.js';
import { TermTree } from '../lib/term-tree.js';

const MOST_OFFERS = 40;
// So few are quicker seen than searched.
const FEW = 8;

// Puts a box to type in, chips and a tree to browse in front of a select with the terms of a vocabulary. The select stays
// the truth: it is what the form sends.
export default class extends Controller {
  static targets = ['select'];
  static values = { texts: Object, words: String, typed: String };

  connect() {
    this.select = this.selectTarget;
    this.terms = this.read();
    // A short list to choose one from is what a select is good at.
    if (!this.select.multiple && this.terms.length <= 2 * FEW) return;
    this.chips = h('ul', { class: 'chips' });
    const { labelledby, describedby, invalid } = this.marks();
    this.box = new Combobox({
      texts: this.textsValue, find: typed => this.find(typed), draw: term => this.draw(term), choose: term => this.add(term),
      isChosen: term => this.isChosen(term),
      attributes: { id: newId('terms'), name: unpicked(this.select.name), value: this.typedValue, 'aria-labelledby': labelledby, 'aria-describedby': describedby, 'aria-invalid': invalid, onfocus: () => this.fetchWords() },
    });
    this.panel = h('div', { class: 'term-tree', id: newId('tree'), hidden: true });
    this.browse = h('button', { type: 'button', class: 'tight', 'aria-expanded': 'false', 'aria-controls': this.panel.id, onclick: () => this.toggleTree() }, this.textsValue.browse);
    this.face = h('div', { class: 'picker' }, this.chips, h('div', { class: 'picker-row' }, this.box.element, this.browse), this.panel);
    this.labels = this.select.id ? [...document.querySelectorAll(`label[for="${CSS.escape(this.select.id)}"]`)] : [];
    for (const label of this.labels) label.htmlFor = this.box.input.id;
    this.select.hidden = true;
    this.element.append(this.face);
    this.select.addEventListener('change', this.refresh);
    this.refresh();
    if (this.terms.length <= FEW && this.terms.every(term => term.depth === 0)) this.showAll();
  }

  disconnect() {
    if (!this.face) return;
    this.select.removeEventListener('change', this.refresh);
    for (const label of this.labels) label.htmlFor = this.select.id;
    this.select.hidden = false;
    this.face.remove();
  }

  marks() {
    const of = name => this.select.getAttribute(name);
    return { labelledby: of('aria-labelledby'), describedby: of('aria-describedby'), invalid: of('aria-invalid') };
  }

  read() {
    const path = [];
    return [...this.select.options].filter(option => option.value).map(option => {
      const depth = Number(option.dataset.depth ?? 0);
      const label = option.textContent.trim();
      const code = option.dataset.code ?? '';
      const term = { option, label, code, depth, parent: path[depth - 1] ?? null, children: [], open: !option.disabled, own: fold(`${code} ${label}`) };
      term.parent?.children.push(term);
      path.length = depth;
      path.push(term);
      return term;
    });
  }

  // Names in other languages and codes of countries: asked for once, when someone begins to look for a term.
  async fetchWords() {
    if (!this.wordsValue || this.asked) return;
    this.asked = true;
    const answer = await fetch(this.wordsValue).catch(() => null);
    if (!answer?.ok) { this.asked = false; return; }
    const words = await answer.json();
    for (const term of this.terms) term.other = fold(words[term.option.value] ?? '');
    // On a slow line people type before the words have come.
    this.box.askAgain();
  }

  find(typed) {
    const query = fold(typed);
    const words = query.split(/\s+/).filter(word => word);
    const offered = this.terms.filter(term => term.open);
    if (words.length === 0) return offered.slice(0, MOST_OFFERS);
    return offered.map(term => ({ term, rank: this.rank(term, query, words) })).filter(found => found.rank < 9)
      .sort((one, other) => one.rank - other.rank).slice(0, MOST_OFFERS).map(found => found.term);
  }

  rank(term, query, words) {
    if (fold(term.code) === query) return 0;
    if (fold(term.label).startsWith(query)) return 1;
    if (term.code && fold(term.code).startsWith(query)) return 2;
    if (words.every(word => term.own.includes(word))) return 3;
    if (words.every(word => `${term.own} ${term.other ?? ''}`.includes(word))) return 4;
    const above = ancestors(term).map(parent => `${parent.own} ${parent.other ?? ''}`).join(' ');
    return words.every(word => `${term.own} ${term.other ?? ''} ${above}`.includes(word)) ? 5 : 9;
  }

  draw(term) {
    const above = ancestors(term).reverse().map(parent => parent.label).join(' › ');
    return [h('span', { dir: 'auto' }, term.label), above && h('span', { class: 'above', dir: 'auto' }, above)];
  }

  add(term) {
    if (this.isChosen(term)) this.box.say(say(this.textsValue.added, term.label));
    else this.toggle(term, true);
  }

  isChosen(term) { return term.option.selected; }

  toggle(term, chosen) {
    if (!this.select.multiple) this.select.value = chosen ? term.option.value : '';
    else term.option.selected = chosen;
    this.box.say(say(chosen ? this.textsValue.added : this.textsValue.removed, term.label));
    tell(this.select);
  }

  refresh = () => {
    const chosen = this.terms.filter(term => this.isChosen(term));
    this.chips.replaceChildren(...chosen.map(term => this.chip(term)));
    this.chips.hidden = chosen.length === 0;
    this.tree?.refresh();
  };

  chip(term) {
    const remove = () => {
      const buttons = [...this.chips.querySelectorAll('button')];
      const place = buttons.indexOf(document.activeElement);
      this.toggle(term, false);
      const left = this.chips.querySelectorAll('button');
      (left[Math.min(place, left.length - 1)] ?? this.box.input).focus();
    };
    const above = ancestors(term).reverse().map(parent => parent.label).join(' › ');
    return h('li', { class: term.option.dataset.gone ? 'chip gone' : 'chip', title: above || null },
      h('span', { dir: 'auto' }, term.label),
      h('button', { type: 'button', 'aria-label': say(this.textsValue.remove, term.label), onclick: remove }, '×'));
  }

  showAll() {
    this.toggleTree();
    this.panel.classList.add('few');
    this.panel.setAttribute('role', 'group');
    for (const name of ['aria-labelledby', 'aria-describedby']) if (this.select.hasAttribute(name)) this.panel.setAttribute(name, this.select.getAttribute(name));
    for (const part of [this.chips, this.box.element.parentElement]) part.remove();
  }

  toggleTree() {
    this.tree ??= new TermTree(this.panel, this.terms.filter(term => !term.option.dataset.gone), {
      many: this.select.multiple, texts: this.textsValue, isChosen: term => this.isChosen(term), toggle: (term, chosen) => this.toggle(term, chosen),
    });
    this.panel.hidden = !this.panel.hidden;
    this.browse.setAttribute('aria-expanded', String(!this.panel.hidden));
  }
}

function ancestors(term) {
  const found = [];
  for (let parent = term.parent; parent; parent = parent.parent) found.push(parent);
  return found;
}
