import { Controller } from '@hotwired/stimulus';

// Adds empty lines to a table of choices. Without it, saving gives more empty lines.
export default class extends Controller {
  static targets = ['body', 'more'];

  connect() {
    this.moreTarget.hidden = false;
  }

  add() {
    const last = this.bodyTarget.rows[this.bodyTarget.rows.length - 1];
    const line = last.cloneNode(true);
    for (const input of line.querySelectorAll('input')) {
      input.name = input.name.replace(/\.(\d+)\./, (_, number) => `.${Number(number) + 1}.`);
      input.setAttribute('aria-label', input.getAttribute('aria-label').replace(/\d+(?=\D*$)/, number => Number(number) + 1));
      if (input.type === 'checkbox') input.checked = false; else input.value = '';
    }
    this.bodyTarget.append(line);
    line.querySelector('input').focus();
  }
}
