import { h, say } from '../dom.js';

// One stop for Tab; the arrow keys move between the buttons.
export class Toolbar {
  constructor(editor, { texts, link, picture, source }) {
    Object.assign(this, { editor, texts });
    // At once, for the next key is meant for the text already.
    const run = command => () => { editor.view.focus(); command(editor.chain()).run(); };
    this.tools = [
      ['heading2', 'H2', run(c => c.toggleHeading({ level: 2 })), () => editor.isActive('heading', { level: 2 })],
      ['heading3', 'H3', run(c => c.toggleHeading({ level: 3 })), () => editor.isActive('heading', { level: 3 })],
      ['bold', 'B', run(c => c.toggleBold()), () => editor.isActive('bold')],
      ['italic', 'I', run(c => c.toggleItalic()), () => editor.isActive('italic')],
      ['strike', 'S', run(c => c.toggleStrike()), () => editor.isActive('strike')],
      ['link', texts.linkShort, link, () => editor.isActive('link')],
      ['list', '• –', run(c => c.toggleBulletList()), () => editor.isActive('bulletList')],
      ['numbers', '1.', run(c => c.toggleOrderedList()), () => editor.isActive('orderedList')],
      ['quote', '“ ”', run(c => c.toggleBlockquote()), () => editor.isActive('blockquote')],
      ['table', texts.tableShort, run(c => c.insertTable({ rows: 3, cols: 3, withHeaderRow: true })), null],
      ['picture', texts.pictureShort, picture, null],
      ['line', '—', run(c => c.setHorizontalRule()), null],
      ['undo', '↶', run(c => c.undo()), null, () => editor.can().undo()],
      ['redo', '↷', run(c => c.redo()), null, () => editor.can().redo()],
    ].map(tool => this.tool(...tool));
    this.inTable = h('span', { class: 'tool-group', role: 'group', 'aria-label': texts.table }, ...[
      ['rowBelow', run(c => c.addRowAfter())], ['columnAfter', run(c => c.addColumnAfter())], ['headerRow', run(c => c.toggleHeaderRow())],
      ['deleteRow', run(c => c.deleteRow())], ['deleteColumn', run(c => c.deleteColumn())], ['deleteTable', run(c => c.deleteTable())],
    ].map(([name, act]) => this.tool(name, texts[name], act).button));
    this.source = h('button', { type: 'button', class: 'tool source', 'aria-pressed': 'false', tabindex: '-1', onclick: source }, texts.source);
    this.element = h('div', { class: 'toolbar', role: 'toolbar', 'aria-label': texts.toolbar, onkeydown: event => this.press(event) },
      ...this.tools.slice(0, 14).map(tool => tool.button), this.inTable, this.source);
    editor.on('transaction', () => this.refresh());
    this.refresh();
  }

  tool(name, sign, act, isOn = null, can = null) {
    const button = h('button', { type: 'button', class: 'tool', 'data-tool': name, title: this.texts[name], 'aria-label': this.texts[name], 'aria-pressed': isOn ? 'false' : null, tabindex: '-1', onclick: () => { if (button.getAttribute('aria-disabled') !== 'true') act(); } }, sign);
    return { button, isOn, can };
  }

  get buttons() { return [...this.element.querySelectorAll('button')].filter(button => !button.closest('[hidden]')); }

  refresh() {
    for (const { button, isOn, can } of this.tools) {
      if (isOn) button.setAttribute('aria-pressed', String(isOn()));
      if (can) button.setAttribute('aria-disabled', String(!can()));
    }
    this.inTable.hidden = !this.editor.isActive('table');
    this.rove();
  }

  rove(to) {
    const buttons = this.buttons;
    const here = to ?? buttons.find(button => button.tabIndex === 0) ?? buttons[0];
    for (const button of this.element.querySelectorAll('button')) button.tabIndex = button === here ? 0 : -1;
    return here;
  }

  press(event) {
    const buttons = this.buttons;
    const place = buttons.indexOf(event.target);
    const forward = getComputedStyle(this.element).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    const to = { [forward]: place + 1, [backward]: place - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (event.key === 'Escape') this.editor.commands.focus();
    if (to === undefined) return;
    event.preventDefault();
    this.rove(buttons[(to + buttons.length) % buttons.length]).focus();
  }

  /** Everything but the way back is switched off while the source is shown. */
  showSource(shows) {
    this.source.setAttribute('aria-pressed', String(shows));
    for (const button of this.element.querySelectorAll('button')) if (button !== this.source) button.disabled = shows;
    this.rove(shows ? this.source : undefined);
  }

  focus() { this.rove().focus(); }

  say(words, ...values) { return say(this.texts[words], ...values); }
}
