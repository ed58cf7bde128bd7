import { Controller } from '@hotwired/stimulus';

// Shows and hides what is typed into a password field.
export default class extends Controller {
  static targets = ['input', 'button'];

  connect() {
    this.buttonTarget.hidden = false;
    // Sent as text, a password would end up in the browser's list of former entries.
    this.hide = () => this.set('password');
    this.inputTarget.form.addEventListener('submit', this.hide);
  }

  disconnect() {
    this.inputTarget.form?.removeEventListener('submit', this.hide);
  }

  toggle() {
    this.set(this.inputTarget.type === 'password' ? 'text' : 'password');
    this.inputTarget.focus();
  }

  set(type) {
    this.inputTarget.type = type;
    this.buttonTarget.textContent = type === 'password' ? this.buttonTarget.dataset.show : this.buttonTarget.dataset.hide;
  }
}
