import { Controller } from '@hotwired/stimulus';
import { onFiles, upload } from '../media/library.js';

// Sends files one after the other, each with its progress and its reason when it is refused, then asks what they show.
export default class extends Controller {
  static targets = ['input', 'hint', 'list', 'done'];
  static values = { folder: String, limit: Number, texts: Object };

  connect() {
    this.hintTarget.hidden = false;
    this.stored = [];
    this.refused = 0;
    this.queue = Promise.resolve();
    this.waiting = 0;
    this.element.addEventListener('submit', this.submit);
    this.inputTarget.addEventListener('change', this.choose);
    this.end = onFiles(document.body, this.take);
  }

  disconnect() {
    this.element.removeEventListener('submit', this.submit);
    this.inputTarget.removeEventListener('change', this.choose);
    this.end();
  }

  submit = event => {
    event.preventDefault();
    this.take([...this.inputTarget.files]);
    this.inputTarget.value = '';
  };

  choose = () => this.take([...this.inputTarget.files]);

  take = files => {
    for (const file of files) {
      const line = this.line(file);
      this.waiting++;
      this.queue = this.queue.then(() => this.send(file, line));
    }
    this.inputTarget.value = '';
  };

  line(file) {
    const line = document.createElement('li');
    line.innerHTML = '<span class="name" dir="auto"></span> <span class="state"></span><progress max="1" value="0" hidden></progress>';
    line.querySelector('.name').textContent = file.name;
    line.querySelector('.state').textContent = this.textsValue.waiting;
    line.querySelector('progress').setAttribute('aria-label', file.name);
    this.listTarget.append(line);
    return line;
  }

  async send(file, line) {
    const [state, bar] = [line.querySelector('.state'), line.querySelector('progress')];
    bar.hidden = false;
    const result = file.size > this.limitValue
      ? { error: this.textsValue.large.replace('{0}', Math.floor(this.limitValue / 1e6)) }
      : await upload(file, this.folderValue, part => { bar.value = part; }).catch(() => ({ error: this.textsValue.failed }));
    bar.hidden = true;
    line.classList.add(result.error ? 'refused' : 'stored');
    state.textContent = result.error ?? this.textsValue.stored;
    if (result.error) this.refused++;
    else this.stored.push(result);
    if (--this.waiting === 0) this.finish();
  }

  finish() {
    const pictures = this.stored.filter(file => file.thumbnail).map(file => `path=${encodeURIComponent(file.mediaPath)}`);
    const query = pictures.reduce((all, next) => (all.length + next.length < 5000 ? `${all}&${next}` : all), '').slice(1);
    const address = query ? `/Admin/Media/Describe?${query}` : location.href;
    if (this.stored.length === 0) return;
    if (this.refused === 0) { location.assign(address); return; }
    const link = document.createElement('a');
    link.href = address;
    link.className = 'button primary';
    link.textContent = query ? this.textsValue.continue : this.textsValue.reload;
    this.doneTarget.replaceChildren(link);
    this.doneTarget.hidden = false;
  }
}
