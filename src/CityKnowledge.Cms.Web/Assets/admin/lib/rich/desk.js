import { Editor } from '@tiptap/core';
import { h, newId, say, tell } from '../dom.js';
import { meaning, missing, tidy } from './html.js';
import { cleanPaste } from './paste.js';
import { askForPicture } from './picture.js';
import { extensions } from './schema.js';
import { Toolbar } from './toolbar.js';

const picturesOf = data => [...data?.files ?? []].filter(file => file.type.startsWith('image/'));

// The editor over a textarea. The textarea keeps the HTML as it was written until the person changes something here.
export class RichDesk {
  constructor(source, { texts, folder }) {
    Object.assign(this, { source, texts, folder });
    this.place = h('div', { class: 'rich-place' });
    this.notice = h('div', { class: 'rich-notice', role: 'status', hidden: true });
    this.links = this.linkBar();
    this.editor = new Editor({
      element: this.place,
      extensions,
      injectCSS: false,
      editorProps: {
        attributes: this.marks(),
        transformPastedHTML: cleanPaste,
        handlePaste: (view, event) => this.takePictures(event, event.clipboardData),
        handleDrop: (view, event, slice, moved) => !moved && this.takePictures(event, event.dataTransfer),
        handleKeyDown: (view, event) => this.press(event),
      },
      onUpdate: () => this.write(),
    });
    this.toolbar = new Toolbar(this.editor, { texts, link: () => this.askForLink(), picture: () => this.addPicture(null), source: () => this.toggleSource() });
    this.face = h('div', { class: 'rich-face' }, this.toolbar.element, this.links, this.notice, this.place);
    source.before(this.face);
    for (const kind of ['input', 'change']) source.addEventListener(kind, this.follow);
    this.showSource(!this.read());
  }

  marks() {
    const marks = { role: 'textbox', 'aria-multiline': 'true', class: 'rich-text', dir: 'auto', spellcheck: 'true' };
    for (const name of ['aria-labelledby', 'aria-describedby', 'aria-invalid', 'aria-required', 'lang']) if (this.source.hasAttribute(name)) marks[name] = this.source.getAttribute(name);
    const label = this.source.labels?.[0];
    if (label && !marks['aria-labelledby']) marks['aria-labelledby'] = label.id ||= newId('label');
    label?.addEventListener('click', () => { if (!this.place.hidden) this.editor.commands.focus(); });
    return marks;
  }

  /** Takes the HTML of the textarea; false when the editor cannot hold all of it. */
  read() {
    this.asWritten = this.source.value;
    // Undo leads back to what was written, never to an empty page.
    this.editor.chain().setMeta('addToHistory', false).setContent(this.asWritten, { emitUpdate: false }).run();
    this.asRead = this.html();
    const fits = meaning(this.asWritten) === meaning(this.asRead);
    this.lost = fits ? null : missing(this.asWritten, this.asRead);
    return fits;
  }

  html() {
    const { doc } = this.editor.state;
    const isEmpty = doc.childCount === 1 && doc.firstChild.type.name === 'paragraph' && doc.firstChild.content.size === 0;
    return isEmpty ? '' : tidy(this.editor.getHTML());
  }

  write() {
    if (this.showsSource) return;
    const html = this.html();
    const value = html === this.asRead ? this.asWritten : html;
    if (value === this.source.value) return;
    this.writing = true;
    this.source.value = value;
    tell(this.source);
    this.writing = false;
  }

  // Someone else wrote into the textarea: a journal that brings back what was typed.
  follow = () => {
    if (this.writing || this.showsSource || this.source.value === this.asWritten) return;
    if (!this.read()) this.showSource(true);
  };

  toggleSource() {
    if (!this.showsSource) { this.showSource(true); this.source.focus(); return; }
    const fits = this.read();
    this.showSource(!fits);
    if (fits) this.editor.commands.focus();
  }

  showSource(shows) {
    this.showsSource = shows;
    this.source.hidden = !shows;
    this.place.hidden = shows;
    this.links.hidden = true;
    this.toolbar.showSource(shows);
    const explains = shows && this.lost !== null;
    this.notice.hidden = !explains;
    if (!explains) return;
    const anyway = h('button', { type: 'button', class: 'tight', onclick: () => { this.lost = null; this.showSource(false); this.editor.commands.focus(); } }, this.texts.anyway);
    this.notice.replaceChildren(h('p', {}, this.lost ? say(this.texts.unfitNames, this.lost) : this.texts.unfit), anyway);
  }

  press(event) {
    if (event.key === 'Escape') { this.toolbar.focus(); return true; }
    // The palette keeps the keys, unless there is something to make a link of.
    const chosen = !this.editor.state.selection.empty || this.editor.isActive('link');
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k' && chosen) {
      event.preventDefault();
      event.stopPropagation();
      this.askForLink();
      return true;
    }

    return false;
  }

  linkBar() {
    const id = newId('link');
    this.address = h('input', { type: 'text', id, inputmode: 'url', placeholder: 'https://', dir: 'ltr', autocomplete: 'off' });
    const end = () => { this.links.hidden = true; this.editor.commands.focus(); };
    const set = () => {
      const href = this.address.value.trim();
      const chain = this.editor.chain().focus().extendMarkRange('link');
      if (!href) chain.unsetLink().run();
      else if (this.editor.state.selection.empty && !this.editor.isActive('link')) chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run();
      else chain.setLink({ href }).run();
      this.links.hidden = true;
    };
    const bar = h('div', { class: 'link-bar', hidden: true }, h('label', { for: id }, this.texts.address), this.address,
      h('button', { type: 'button', class: 'tight', onclick: set }, this.texts.setLink),
      h('button', { type: 'button', class: 'tight', onclick: () => { this.address.value = ''; set(); } }, this.texts.removeLink));
    for (const kind of ['input', 'change']) bar.addEventListener(kind, event => event.stopPropagation());
    this.address.addEventListener('keydown', event => {
      if (event.key === 'Enter') { event.preventDefault(); set(); }
      if (event.key === 'Escape') { event.stopPropagation(); end(); }
    });
    return bar;
  }

  askForLink() {
    this.links.hidden = false;
    this.address.value = this.editor.getAttributes('link').href ?? '';
    this.address.select();
  }

  takePictures(event, data) {
    const [picture, ...others] = picturesOf(data);
    // Word sends a picture of the text beside the text.
    if (!picture || (data.getData('text/html') && !/^\s*(<meta[^>]*>)?\s*<img\b[^>]*>\s*$/i.test(data.getData('text/html')))) return false;
    event.preventDefault();
    this.addPictures([picture, ...others]);
    return true;
  }

  async addPictures(files) { for (const file of files) await this.addPicture(file); }

  async addPicture(file) {
    const picture = await askForPicture({ file, folder: this.folder, texts: this.texts, element: this.source });
    if (picture) this.editor.chain().focus().setImage(picture).run();
    else this.editor.commands.focus();
  }

  remove() {
    for (const kind of ['input', 'change']) this.source.removeEventListener(kind, this.follow);
    this.editor.destroy();
    this.face.remove();
    this.source.hidden = false;
  }
}
