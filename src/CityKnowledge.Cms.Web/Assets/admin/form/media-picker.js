import { Controller } from '@hotwired/stimulus';
import { tell } from '../lib/dom.js';
import { onFiles, read, upload } from '../media/library.js';

// Chooses files for a media field: from the library, by upload, drop or paste. The inputs of the rows are the truth.
export default class extends Controller {
  static targets = ['list', 'row', 'template', 'live', 'file', 'status', 'dialog', 'find', 'place', 'message', 'tiles', 'take'];
  static values = { multiple: Boolean, extensions: String, texts: Object };

  connect() {
    this.element.classList.add('is-live');
    this.liveTarget.hidden = false;
    this.folder = '';
    this.count = 0;
    for (const row of this.rowTargets) if (!this.part(row, 'path').value) row.remove();
    this.rowTargets.forEach(row => this.prepare(row));
    this.arrange();
    this.end = onFiles(this.element, files => this.send(files));
    this.takeTarget.hidden = !this.multipleValue;
  }

  disconnect() {
    this.end();
  }

  pick() {
    this.fileTarget.click();
  }

  uploadChosen() {
    this.send([...this.fileTarget.files]);
    this.fileTarget.value = '';
  }

  async send(files) {
    const stored = [];
    this.statusTarget.replaceChildren();
    for (const file of this.multipleValue ? files : files.slice(0, 1)) {
      const line = document.createElement('li');
      line.textContent = `${file.name} ${this.textsValue.sending}`;
      this.statusTarget.append(line);
      const result = this.fits(file.name)
        ? await upload(file, this.folder).catch(() => ({ error: this.textsValue.failed }))
        : { error: this.textsValue.wrongKind.replace('{0}', this.extensionsValue) };
      if (result.error) {
        line.className = 'refused';
        line.replaceChildren(Object.assign(document.createElement('span'), { className: 'state', textContent: `${file.name}: ${result.error}` }));
      } else {
        line.remove();
        stored.push(result);
      }
    }
    this.add(stored);
  }

  fits(name) {
    return !this.extensionsValue || this.extensionsValue.toLowerCase().split(',').includes(`.${name.split('.').pop().toLowerCase()}`);
  }

  add(files) {
    if (files.length === 0) return;
    const rows = files.map(file => this.row(file));
    if (!this.multipleValue) this.rowTargets.forEach(row => this.takeOut(row));
    this.listTarget.append(...rows);
    this.arrange();
    this.changed(this.part(rows[0], 'path'));
    (this.part(rows[0], 'text').type === 'hidden' ? this.part(rows[0], 'remove') : this.part(rows[0], 'text')).focus();
  }

  row(file) {
    const row = this.templateTarget.content.querySelector('li').cloneNode(true);
    const id = `${this.part(row, 'path').id}_new${this.count++}`;
    for (const [name, suffix] of [['path', ''], ['text', '_text']]) {
      const input = this.part(row, name);
      const label = input.id && row.querySelector(`label[for="${input.id}"]`);
      input.id = id + suffix;
      if (label) label.htmlFor = input.id;
    }
    this.part(row, 'path').value = file.mediaPath;
    this.part(row, 'text').value = file.mediaText ?? '';
    this.part(row, 'name').textContent = file.name;
    this.thumb(row.querySelector('.thumb'), file);
    this.prepare(row);
    return row;
  }

  thumb(place, file) {
    const shown = document.createElement(file.thumbnail ? 'img' : 'span');
    if (file.thumbnail) Object.assign(shown, { src: file.thumbnail, alt: '' });
    else Object.assign(shown, { className: 'kind', textContent: file.name.split('.').pop() });
    place.replaceChildren(shown);
  }

  prepare(row) {
    row.querySelector('.live').hidden = false;
    const name = this.part(row, 'name').textContent;
    for (const [part, text] of [['up', 'moveUp'], ['down', 'moveDown'], ['remove', 'takeOut']]) {
      this.part(row, part).setAttribute('aria-label', this.textsValue[text].replace('{0}', name));
    }
  }

  up(event) { this.move(event, row => row.previousElementSibling?.before(row)); }

  down(event) { this.move(event, row => row.nextElementSibling?.after(row)); }

  move(event, how) {
    const button = event.currentTarget;
    const row = button.closest('li');
    how(row);
    this.arrange();
    (button.disabled ? this.part(row, 'remove') : button).focus();
    this.changed(this.part(row, 'path'));
  }

  remove(event) {
    const row = event.currentTarget.closest('li');
    const next = row.nextElementSibling ?? row.previousElementSibling;
    this.takeOut(row);
    this.arrange();
    (next ? this.part(next, 'remove') : this.liveTarget.querySelector('button')).focus();
    this.changed(this.element);
  }

  // With the row goes what was written about the file here, so it can be had back.
  takeOut(row) {
    const place = this.rowTargets.indexOf(row);
    const line = document.createElement('li');
    const back = Object.assign(document.createElement('button'), { type: 'button', className: 'tight', textContent: this.textsValue.putBack });
    back.addEventListener('click', () => {
      if (!this.multipleValue) this.rowTargets.forEach(other => other.remove());
      this.listTarget.insertBefore(row, this.rowTargets[place] ?? null);
      line.remove();
      this.arrange();
      this.part(row, 'remove').focus();
      this.changed(this.part(row, 'path'));
    });
    line.append(Object.assign(document.createElement('span'), { className: 'state', textContent: this.textsValue.takenOut.replace('{0}', this.part(row, 'name').textContent) }), back);
    this.statusTarget.replaceChildren(line);
    row.remove();
  }

  arrange() {
    const rows = this.rowTargets;
    rows.forEach((row, place) => {
      this.part(row, 'up').disabled = place === 0;
      this.part(row, 'down').disabled = place === rows.length - 1;
      for (const part of ['up', 'down']) this.part(row, part).hidden = rows.length < 2;
    });
  }

  changed(element) {
    tell(element);
  }

  part(row, name) {
    return row.querySelector(`[data-part="${name}"]`);
  }

  browse() {
    this.chosen = new Map();
    this.findTarget.value = '';
    this.dialogTarget.showModal();
    this.show(this.folder);
  }

  close() {
    this.dialogTarget.close();
  }

  search() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.show(this.folder), 200);
  }

  take() {
    this.close();
    this.add([...this.chosen.values()]);
  }

  async show(folder) {
    const asked = this.asked = Symbol('asked');
    this.folder = folder;
    const q = this.findTarget.value.trim();
    try {
      const [folders, files] = await Promise.all([
        q ? [] : read('GetFolders', { path: folder }),
        read('GetMediaItems', { path: folder, extensions: this.extensionsValue, q }),
      ]);
      if (asked !== this.asked) return;
      this.placeTarget.textContent = [this.textsValue.root, ...folder.split('/').filter(Boolean)].join(' / ');
      const above = folder && !q ? [this.folderTile(folder.split('/').slice(0, -1).join('/'), `↑ ${this.textsValue.up}`)] : [];
      this.tilesTarget.replaceChildren(...above, ...folders.map(each => this.folderTile(each.path, each.name)), ...files.map(file => this.fileTile(file)));
      this.messageTarget.textContent = folders.length + files.length ? '' : this.textsValue.nothing;
    } catch (trouble) {
      if (asked === this.asked) this.messageTarget.textContent = trouble.message;
    }
  }

  folderTile(path, name) {
    const tile = this.tile(name, this.textsValue.folder);
    tile.firstChild.querySelector('.thumb').textContent = '📁';
    tile.firstChild.addEventListener('click', () => { this.show(path); this.findTarget.focus(); });
    return tile;
  }

  fileTile(file) {
    const tile = this.tile(file.name, '');
    const button = tile.firstChild;
    this.thumb(button.querySelector('.thumb'), file);
    if (this.multipleValue) button.setAttribute('aria-pressed', this.chosen.has(file.mediaPath));
    button.addEventListener('click', () => {
      if (!this.multipleValue) { this.close(); this.add([file]); return; }
      if (!this.chosen.delete(file.mediaPath)) this.chosen.set(file.mediaPath, file);
      button.setAttribute('aria-pressed', this.chosen.has(file.mediaPath));
    });
    return tile;
  }

  tile(name, meta) {
    const tile = document.createElement('li');
    tile.innerHTML = '<button type="button" class="tile"><span class="thumb"></span><span class="name" dir="auto"></span><span class="meta"></span></button>';
    tile.querySelector('.name').textContent = name;
    tile.querySelector('.meta').textContent = meta;
    return tile;
  }
}
