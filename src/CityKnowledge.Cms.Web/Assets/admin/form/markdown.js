import { Controller } from '@hotwired/stimulus';
import { h, newId, post, sign, tell } from '../lib/dom.js';

const MARKS = {
  bold: { sign: 'B', around: '**', key: 'b' },
  italic: { sign: 'I', around: '*', key: 'i' },
  heading: { sign: 'H', before: '## ' },
  list: { drawn: true, before: '- ' },
  numbers: { drawn: true, before: '1. ' },
  quote: { drawn: true, before: '> ' },
  link: { link: true },
};

// A small toolbar over a Markdown text, and a preview that the server makes as it will make the page.
export default class extends Controller {
  static targets = ['source'];
  static values = { texts: Object, address: String };

  connect() {
    this.source = this.sourceTarget;
    const texts = this.textsValue;
    this.preview = h('div', { class: 'markdown-preview', id: newId('preview'), hidden: true, role: 'region', 'aria-label': texts.preview, tabindex: '0', dir: 'auto' });
    this.shadow = this.preview.attachShadow({ mode: 'open' });
    this.shadow.adoptedStyleSheets = [look()];
    // What the author links to must not take the form away.
    this.shadow.addEventListener('click', event => { if (event.target.closest?.('a')) event.preventDefault(); });
    this.toggle = h('button', { type: 'button', class: 'tight preview-button', 'aria-pressed': 'false', onclick: () => this.switch() }, texts.preview);
    this.buttons = Object.keys(MARKS).map(name => h('button', { type: 'button', class: 'tool', 'data-tool': name, title: texts[name], 'aria-label': texts[name], onclick: () => this.mark(name) }, MARKS[name].drawn ? sign(name) : MARKS[name].sign ?? texts[name]));
    this.bar = h('div', { class: 'toolbar', role: 'group', 'aria-label': texts.toolbar }, ...this.buttons, this.toggle);
    this.source.before(this.bar);
    this.source.after(this.preview);
    this.source.addEventListener('keydown', this.press);
  }

  disconnect() {
    this.source.removeEventListener('keydown', this.press);
    this.source.hidden = false;
    this.bar.remove();
    this.preview.remove();
  }

  press = event => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const name = Object.keys(MARKS).find(name => MARKS[name].key === event.key.toLowerCase());
    if (!name) return;
    event.preventDefault();
    this.mark(name);
  };

  mark(name) {
    const { around, before, link } = MARKS[name];
    const { selectionStart: from, selectionEnd: to, value } = this.source;
    this.source.focus();
    if (before) { this.markLines(before, from, to); return; }
    const chosen = value.slice(from, to);
    const text = chosen || this.textsValue.sample;
    const [head, tail] = link ? ['[', '](https://)'] : [around, around];
    this.write(head + text + tail);
    if (link && chosen) this.source.setSelectionRange(from + head.length + text.length + 2, from + head.length + text.length + tail.length - 1);
    else this.source.setSelectionRange(from + head.length, from + head.length + text.length);
  }

  markLines(before, from, to) {
    const { value } = this.source;
    const start = value.lastIndexOf('\n', from - 1) + 1;
    const next = value.indexOf('\n', Math.max(to - 1, from));
    const end = next < 0 ? value.length : next;
    const lines = value.slice(start, end).split('\n');
    const marked = lines.every(line => line.startsWith(before));
    const text = lines.map((line, place) => marked ? line.slice(before.length) : (before === '1. ' ? `${place + 1}. ` : before) + line).join('\n');
    this.source.setSelectionRange(start, end);
    this.write(text);
  }

  // As if typed, so that Ctrl+Z takes it back.
  write(text) {
    if (!document.execCommand('insertText', false, text)) this.source.setRangeText(text, this.source.selectionStart, this.source.selectionEnd, 'end');
    tell(this.source);
  }

  async switch() {
    const shows = this.toggle.getAttribute('aria-pressed') === 'true';
    this.toggle.setAttribute('aria-pressed', String(!shows));
    for (const button of this.buttons) button.disabled = !shows;
    if (!shows) this.preview.style.minBlockSize = `${Math.min(this.source.offsetHeight, 400)}px`;
    this.source.hidden = !shows;
    this.preview.hidden = shows;
    if (shows) { this.source.focus(); return; }
    this.shadow.textContent = this.textsValue.wait;
    const answer = await post(this.addressValue, { markdown: this.source.value }, this.element).catch(() => null);
    if (!answer?.ok) { this.shadow.textContent = this.textsValue.failed; return; }
    const html = await answer.text();
    if (html.trim()) this.shadow.innerHTML = html;
    else this.shadow.textContent = this.textsValue.empty;
  }
}

function look() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:host{overflow-wrap:break-word} h1,h2,h3,h4{font-family:var(--serif);font-weight:400;line-height:1.2;margin:1em 0 .4em} :host>:first-child,h1:first-child,h2:first-child,p:first-child{margin-block-start:0}
    p,ul,ol,blockquote,pre,table{margin:0 0 .8em} ul,ol{padding-inline-start:1.5em} blockquote{border-inline-start:4px solid var(--line);padding-inline-start:1em;color:var(--soft)}
    img{max-inline-size:100%;block-size:auto} table{border-collapse:collapse} th,td{border:1px solid var(--line);padding:.3em .6em;text-align:start} pre{overflow-x:auto;background:var(--sheet);padding:.75em} a{color:inherit}`);
  return sheet;
}
