import { h, newId, say } from './dom.js';

// A text box with a list of offers below it, by the ARIA pattern: the focus stays in the box, the arrow keys move through
// the list, Enter takes, Escape closes.
export class Combobox {
  /**
   * find(typed) gives offers, at once or, with a delay, later; draw(offer) their content; choose(offer) takes one;
   * isChosen(offer) marks those already taken.
   */
  constructor({ find, draw, choose, isChosen = () => false, texts, delay = 0, attributes = {} }) {
    Object.assign(this, { find, draw, choose, isChosen, texts, delay });
    this.offers = [];
    this.at = -1;
    this.asked = 0;
    this.list = h('ul', { role: 'listbox', id: newId('offers'), class: 'offers', hidden: true, 'aria-label': texts.offers });
    this.input = h('input', {
      type: 'text', role: 'combobox', autocomplete: 'off', spellcheck: 'false', dir: 'auto', 'aria-autocomplete': 'list',
      'aria-expanded': 'false', 'aria-controls': this.list.id, placeholder: texts.placeholder, ...attributes,
      oninput: () => this.ask(), onkeydown: event => this.press(event), onblur: () => this.close(), onclick: () => { if (this.list.hidden) this.ask(); },
    });
    this.status = h('span', { role: 'status', class: 'visually-hidden' });
    this.element = h('div', { class: 'combo' }, this.input, this.list, this.status);
    // The list must not take the focus from the box.
    this.list.addEventListener('pointerdown', event => event.preventDefault());
  }

  ask() {
    clearTimeout(this.waiting);
    const asked = ++this.asked;
    this.waiting = setTimeout(async () => {
      this.waiting = null;
      const offers = await this.find(this.input.value.trim());
      if (asked === this.asked && document.activeElement === this.input) this.show(offers);
    }, this.delay);
  }

  /** Asks once more when nothing was found: more can be known by now. */
  askAgain() { if (!this.list.hidden && this.offers.length === 0) this.ask(); }

  // A fast Enter comes before the list is drawn. What can be found at once is found then.
  hurry() {
    if (!this.waiting || this.delay > 0) return;
    clearTimeout(this.waiting);
    this.waiting = null;
    this.asked++;
    this.show(this.find(this.input.value.trim()));
  }

  show(offers) {
    this.offers = offers;
    this.list.replaceChildren(...offers.map((offer, place) => h('li', {
      role: 'option', id: `${this.list.id}-${place}`, 'aria-selected': String(this.isChosen(offer)),
      class: this.isChosen(offer) ? 'chosen' : null, onclick: () => this.take(place),
    }, ...this.draw(offer))));
    if (offers.length === 0) this.list.replaceChildren(h('li', { role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false', class: 'none' }, this.texts.nothing));
    this.status.textContent = offers.length === 0 ? this.texts.nothing : say(this.texts.found, offers.length);
    this.list.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
    this.move(offers.length > 0 && this.input.value.trim() !== '' ? 0 : -1);
  }

  close() {
    this.asked++;
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
    this.at = -1;
  }

  move(place) {
    this.list.children[this.at]?.classList.remove('here');
    this.at = place;
    const here = place >= 0 ? this.list.children[place] : null;
    if (!here) { this.input.removeAttribute('aria-activedescendant'); return; }
    here.classList.add('here');
    this.input.setAttribute('aria-activedescendant', here.id);
    here.scrollIntoView({ block: 'nearest' });
  }

  press(event) {
    if (event.isComposing) return;
    if (event.key === 'Enter') this.hurry();
    const count = this.offers.length;
    const open = !this.list.hidden;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) this.ask();
      else if (count > 0) this.move(event.key === 'ArrowDown' ? (this.at + 1) % count : (this.at <= 0 ? count : this.at) - 1);
    } else if (event.key === 'Enter') {
      // Enter in a box of a form would send the form.
      event.preventDefault();
      if (open && this.at >= 0) this.take(this.at);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      event.stopPropagation();
      this.close();
    }
  }

  take(place) {
    const offer = this.offers[place];
    if (!offer) return;
    this.input.value = '';
    this.close();
    this.choose(offer);
  }

  say(text) { this.status.textContent = text; }
}
