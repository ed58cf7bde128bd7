import { Controller } from '@hotwired/stimulus';
import { Combobox } from '../lib/combobox.js';
import { h, newId, say, tell, unpicked } from '../lib/dom.js';
import { askForItem } from '../lib/new-item.js';

const EDIT = '/Admin/Contents/ContentItems/';

// Picks content items: a box to search in, an ordered list of picks, and a dialog to make what is missing. What is sent
// are the hidden fields of the list.
export default class extends Controller {
  static targets = ['list', 'pick', 'fallback'];
  static values = { texts: Object, name: String, part: String, field: String, multiple: Boolean, types: Array, typed: String };

  connect() {
    const texts = this.textsValue;
    this.picks = this.pickTargets.map(line => ({
      contentItemId: line.dataset.id, displayText: line.dataset.title, hasPublished: line.dataset.published !== 'false', hidden: line.dataset.hidden === 'true', line,
    })).filter(pick => pick.line.querySelector('input').checked);
    this.list = h('ol', { class: 'picks', 'aria-label': texts.picked });
    this.box = new Combobox({
      texts, delay: 150, find: typed => this.find(typed), draw: item => this.draw(item), choose: item => this.pick(item),
      isChosen: item => this.picks.some(pick => pick.contentItemId === item.contentItemId),
      attributes: { id: newId('items'), name: unpicked(this.nameValue), 'aria-labelledby': this.data.get('labelledby'), 'aria-describedby': this.data.get('describedby'), 'aria-invalid': this.data.get('invalid') },
    });
    const create = this.typesValue.map(type => h('button', { type: 'button', class: 'tight', onclick: event => this.create(type, event.currentTarget) }, say(texts.create, type.label)));
    this.notice = h('p', { class: 'picker-notice', role: 'status', hidden: true });
    this.face = h('div', { class: 'picker' }, this.list, h('div', { class: 'picker-row' }, this.box.element, ...create), this.notice);
    // A title that could not be found waits here to be mended.
    this.box.input.value = this.typedValue || this.fallbackTarget.querySelector('input').value;
    this.hide(true);
    this.element.append(this.face);
    this.render();
  }

  disconnect() {
    this.hide(false);
    this.face.remove();
  }

  // The plain controls keep their place, switched off, for when scripts end.
  hide(hidden) {
    for (const part of [this.listTarget, this.fallbackTarget]) {
      part.hidden = hidden;
      for (const control of part.querySelectorAll('input')) control.disabled = hidden;
    }
  }

  async find(typed) {
    const address = `/Admin/ContentFields/SearchContentItems?${new URLSearchParams({ part: this.partValue, field: this.fieldValue, query: typed })}`;
    const answer = await fetch(address).catch(() => null);
    if (!answer?.ok) { this.box.say(this.textsValue.failed); return []; }
    return answer.json();
  }

  draw(item) {
    return [h('span', { dir: 'auto' }, item.displayText), this.typesValue.length > 1 && h('span', { class: 'above' }, this.labelOf(item.contentType)), !item.hasPublished && h('span', { class: 'badge draft' }, this.textsValue.draft)];
  }

  labelOf(type) { return this.typesValue.find(known => known.name === type)?.label ?? type; }

  pick(item) {
    if (this.picks.some(pick => pick.contentItemId === item.contentItemId)) { this.box.say(say(this.textsValue.added, item.displayText)); return; }
    this.picks = this.multipleValue ? [...this.picks, item] : [item];
    this.changed(say(this.textsValue.added, item.displayText));
  }

  remove(place) {
    const [gone] = this.picks.splice(place, 1);
    this.changed(say(this.textsValue.removed, gone.displayText));
    const left = this.list.querySelectorAll('button.remove');
    (left[Math.min(place, left.length - 1)] ?? this.box.input).focus();
  }

  move(place, by) {
    const to = place + by;
    if (to < 0 || to >= this.picks.length) return;
    const [pick] = this.picks.splice(place, 1);
    this.picks.splice(to, 0, pick);
    this.changed(say(this.textsValue.moved, pick.displayText, to + 1, this.picks.length));
    const line = this.list.children[to];
    (line.querySelector(by < 0 ? 'button.up' : 'button.down') ?? line.querySelector('button')).focus();
  }

  changed(text) {
    this.render();
    if (!this.picks.some(pick => pick.contentItemId === this.noticed)) this.notice.hidden = true;
    this.box.say(text);
    // The list itself stands for the fields, of which there may be none any more.
    tell(this.list.querySelector('input') ?? this.element);
  }

  render() {
    this.list.replaceChildren(...this.picks.map((pick, place) => this.line(pick, place)));
    this.list.hidden = this.picks.length === 0;
  }

  line(pick, place) {
    const texts = this.textsValue;
    const many = this.multipleValue && this.picks.length > 1;
    const step = (kind, by, sign, words) => h('button', { type: 'button', class: kind, 'aria-label': say(words, pick.displayText), 'aria-disabled': place + by < 0 || place + by >= this.picks.length ? 'true' : null, onclick: () => this.move(place, by) }, sign);
    const line = h('li', { draggable: many ? 'true' : null, class: pick.hidden ? 'gone' : null },
      h('input', { type: 'hidden', name: this.nameValue, value: pick.contentItemId }),
      pick.hidden ? h('span', { dir: 'auto' }, pick.displayText) : h('a', { href: `${EDIT}${encodeURIComponent(pick.contentItemId)}/Edit`, target: '_blank', dir: 'auto', title: texts.open }, pick.displayText),
      pick.hasPublished === false && h('span', { class: 'badge draft' }, texts.draft),
      h('span', { class: 'line-buttons' }, many && step('up', -1, '↑', texts.up), many && step('down', 1, '↓', texts.down),
        h('button', { type: 'button', class: 'remove', 'aria-label': say(texts.remove, pick.displayText), onclick: () => this.remove(place) }, '×')));
    if (many) this.dragging(line, place);
    return line;
  }

  dragging(line, place) {
    line.addEventListener('dragstart', event => { this.dragged = place; event.dataTransfer.effectAllowed = 'move'; event.dataTransfer.setData('text/plain', this.picks[place].displayText); });
    line.addEventListener('dragover', event => { if (this.dragged !== undefined) { event.preventDefault(); line.classList.add('over'); } });
    line.addEventListener('dragleave', () => line.classList.remove('over'));
    line.addEventListener('dragend', () => { this.dragged = undefined; });
    line.addEventListener('drop', event => {
      if (this.dragged === undefined) return;
      event.preventDefault();
      const from = this.dragged;
      this.dragged = undefined;
      this.move(from, place - from);
    });
  }

  async create(type, opener) {
    const made = await askForItem({ type, title: this.box.input.value.trim(), texts: this.textsValue, part: this.partValue, field: this.fieldValue, element: this.element });
    if (made) { this.box.input.value = ''; this.pick(made); this.tellOf(made); }
    opener.focus();
  }

  // Said until the next one is made: a draft behind a link of this form is soon forgotten.
  tellOf(made) {
    const texts = this.textsValue;
    const isComplete = made.missing.length === 0;
    this.notice.replaceChildren(
      h('span', { dir: 'auto' }, [say(isComplete ? texts.draftMade : texts.draftLacks, made.displayText), ...made.missing].join(' ')), ' ',
      h('a', { href: `${EDIT}${encodeURIComponent(made.contentItemId)}/Edit`, target: '_blank' }, isComplete ? texts.openDraft : texts.complete));
    this.notice.hidden = false;
    this.noticed = made.contentItemId;
  }
}
