import { Controller } from '@hotwired/stimulus';

// A click into the picture sets the two numbers; the numbers set the mark. Arrow keys on the numbers do for keyboards.
export default class extends Controller {
  static targets = ['picture', 'mark', 'x', 'y'];

  connect() {
    if (!this.hasPictureTarget) return;
    this.pictureTarget.addEventListener('click', this.take);
    this.pictureTarget.classList.add('is-live');
    this.show();
  }

  disconnect() {
    if (this.hasPictureTarget) this.pictureTarget.removeEventListener('click', this.take);
  }

  take = event => {
    const box = this.pictureTarget.querySelector('img').getBoundingClientRect();
    const part = (at, from, size) => Math.round(Math.min(1, Math.max(0, (at - from) / size)) * 1000) / 10;
    this.xTarget.value = part(event.clientX, box.left, box.width);
    this.yTarget.value = part(event.clientY, box.top, box.height);
    for (const input of [this.xTarget, this.yTarget]) input.dispatchEvent(new Event('change', { bubbles: true }));
    this.show();
  };

  show() {
    const [x, y] = [this.xTarget.valueAsNumber, this.yTarget.valueAsNumber];
    this.markTarget.hidden = Number.isNaN(x) || Number.isNaN(y);
    this.markTarget.style.left = `${x}%`;
    this.markTarget.style.top = `${y}%`;
  }
}
