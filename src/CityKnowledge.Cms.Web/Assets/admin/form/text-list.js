import { Controller } from '@hotwired/stimulus';

// Adds a line to a list of texts as soon as the last one is used. Without scripts there are two empty lines with every load.
export default class extends Controller {
  connect() { this.element.addEventListener('input', this.grow); }

  disconnect() { this.element.removeEventListener('input', this.grow); }

  grow = () => {
    const lines = [...this.element.querySelectorAll('input')];
    const last = lines.at(-1);
    if (!last?.value) return;
    const line = last.closest('li').cloneNode(true);
    const input = line.querySelector('input');
    input.value = '';
    input.setAttribute('aria-label', last.getAttribute('aria-label').replace(/\d+(?!.*\d)/, lines.length + 1));
    this.element.append(line);
  };
}
