import { Controller } from '@hotwired/stimulus';

// Loads the page again in the background and takes over this element, until the new one does not ask for that any more.
export default class extends Controller {
  static values = { interval: { type: Number, default: 1000 } };

  connect() {
    this.timer = setTimeout(() => this.load(), this.intervalValue);
  }

  disconnect() {
    clearTimeout(this.timer);
  }

  async load() {
    const next = document.hidden ? null : await this.fetch().catch(() => null);
    if (!this.element.isConnected) return;
    if (!next) { this.connect(); return; }
    document.title = next.title;
    const fresh = document.adoptNode(next.getElementById(this.element.id));
    if (fresh.dataset.controller !== this.element.dataset.controller) { this.element.replaceWith(fresh); return; }
    // Only what changed is touched, so that a screen reader says no more than that.
    if (fresh.innerHTML !== this.element.innerHTML) this.element.replaceChildren(...fresh.childNodes);
    this.connect();
  }

  async fetch() {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (!answer.ok || answer.redirected) return null;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    return page.getElementById(this.element.id) ? page : null;
  }
}
