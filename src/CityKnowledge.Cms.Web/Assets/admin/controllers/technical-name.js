import { Controller } from '@hotwired/stimulus';

// Proposes a technical name while the display name is typed, until somebody writes one. The server does the same when it is left empty.
export default class extends Controller {
  static targets = ['label', 'name'];

  connect() {
    this.proposed = this.nameTarget.value;
  }

  propose() {
    if (this.nameTarget.value !== this.proposed) return;
    const words = this.labelTarget.value.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').match(/[A-Za-z0-9]+/g) ?? [];
    this.proposed = words.map(word => word[0].toUpperCase() + word.slice(1).toLowerCase()).join('').replace(/^[0-9]+/, '').slice(0, 80);
    this.nameTarget.value = this.proposed;
  }
}
