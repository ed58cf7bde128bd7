import { Controller } from '@hotwired/stimulus';

// Puts the text of a field on the clipboard. Without scripts the field can be selected and copied by hand.
export default class extends Controller {
  static targets = ['text', 'button'];
  static values = { done: String };

  connect() {
    this.buttonTarget.hidden = !navigator.clipboard;
    this.textTarget.addEventListener('focus', () => this.textTarget.select());
  }

  async copy() {
    await navigator.clipboard.writeText(this.textTarget.value);
    this.buttonTarget.textContent = this.doneValue;
  }
}
