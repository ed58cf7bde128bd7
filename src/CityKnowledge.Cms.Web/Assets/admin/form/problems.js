import { Controller } from '@hotwired/stimulus';
import { isOfPerson } from '../lib/dom.js';

// A message is about what the server was sent. Once the person changes the field it says nothing any more, so it goes, and its
// line in the list above the form with it; what is still wrong is said again by the next save.
export default class extends Controller {
  connect() {
    for (const kind of ['input', 'change']) this.element.addEventListener(kind, this.settle);
  }

  disconnect() {
    for (const kind of ['input', 'change']) this.element.removeEventListener(kind, this.settle);
  }

  settle = event => {
    const frame = event.target.closest('.field');
    if (!frame || !isOfPerson(event)) return;
    const messages = [...frame.querySelectorAll(':scope > .problem')].filter(message => message.textContent);
    if (messages.length === 0) return;
    for (const message of messages) message.remove();
    frame.classList.remove('is-wrong');
    for (const control of frame.querySelectorAll('[aria-invalid]')) control.removeAttribute('aria-invalid');
    this.forget(frame);
  };

  forget(frame) {
    for (const link of document.querySelectorAll('.summary a[href^="#"]')) {
      if (frame.contains(document.getElementById(link.hash.slice(1)))) link.closest('li').remove();
    }

    for (const list of document.querySelectorAll('.summary')) if (!list.querySelector('li')) list.hidden = true;
  }
}
