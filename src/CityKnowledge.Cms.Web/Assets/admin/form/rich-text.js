import { Controller } from '@hotwired/stimulus';

// Puts an editor in front of a textarea with HTML. It is fetched when the field comes into view, so a form with many
// fields stays light; until then, and without scripts, the HTML itself can be edited.
export default class extends Controller {
  static targets = ['source'];
  static values = { texts: Object, folder: String };

  connect() {
    this.seen = new IntersectionObserver(entries => { if (entries.some(entry => entry.isIntersecting)) this.begin(); }, { rootMargin: '300px' });
    this.seen.observe(this.element);
  }

  disconnect() {
    this.gone = true;
    this.seen.disconnect();
    this.desk?.remove();
  }

  async begin() {
    this.seen.disconnect();
    const { RichDesk } = await import('../lib/rich/desk.js');
    // Nobody's caret is taken away in the middle of a word.
    if (document.activeElement === this.sourceTarget) await new Promise(resolve => this.sourceTarget.addEventListener('blur', resolve, { once: true }));
    if (!this.gone) this.desk = new RichDesk(this.sourceTarget, { texts: this.textsValue, folder: this.folderValue });
  }
}
