import { Controller } from '@hotwired/stimulus';

// One box that checks all boxes of the page.
export default class extends Controller {
  static targets = ['all', 'item', 'scripted'];

  connect() {
    for (const element of this.scriptedTargets) element.hidden = false;
    this.element.addEventListener('change', this.show);
    this.show();
  }

  disconnect() {
    this.element.removeEventListener('change', this.show);
  }

  toggle() {
    for (const item of this.itemTargets) item.checked = this.allTarget.checked;
  }

  show = () => {
    if (!this.hasAllTarget) return;
    const checked = this.itemTargets.filter(item => item.checked).length;
    this.allTarget.checked = checked > 0 && checked === this.itemTargets.length;
    this.allTarget.indeterminate = checked > 0 && checked < this.itemTargets.length;
  };
}
