import { Controller } from '@hotwired/stimulus';

const PATIENCE = 60000;

// Says who else has this form open. A window nobody looks at gives its line back: browsers have only a few for a site.
export default class extends Controller {
  static values = { address: String, words: Object };

  connect() {
    document.addEventListener('visibilitychange', this.look);
  }

  disconnect() {
    document.removeEventListener('visibilitychange', this.look);
    this.close();
  }

  addressValueChanged() {
    this.close();
    this.open();
  }

  look = () => {
    clearTimeout(this.timer);
    if (document.hidden) this.timer = setTimeout(() => this.close(), PATIENCE);
    else if (!this.source) this.open();
  };

  open() {
    if (!this.addressValue) return;
    this.source = new EventSource(this.addressValue);
    this.source.addEventListener('editors', event => this.show(JSON.parse(event.data)));
  }

  close() {
    this.source?.close();
    this.source = null;
  }

  show(editors) {
    const names = editors.filter(editor => !editor.isSelf).map(editor => editor.name);
    const list = new Intl.ListFormat(document.documentElement.lang).format(names);
    const lines = [];
    if (names.length > 0) lines.push(this.wordsValue[names.length > 1 ? 'many' : 'one'].replace('{names}', list));
    if (editors.some(editor => editor.isSelf)) lines.push(this.wordsValue.self);
    this.element.textContent = lines.join(' ');
  }
}
