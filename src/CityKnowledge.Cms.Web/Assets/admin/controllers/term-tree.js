import { Controller } from '@hotwired/stimulus';

const fold = text => text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase();

// Narrows the tree to the terms that hold the letters typed, with what stands above them. The button does the same on the server.
export default class extends Controller {
  static targets = ['find', 'term', 'branch', 'status'];
  static values = { none: String };

  connect() {
    this.open = new Set(this.branchTargets.filter(branch => branch.open));
    this.show();
  }

  find() {
    const words = fold(this.findTarget.value.trim());
    const kept = new Set();
    for (const term of this.termTargets) {
      if (!fold(term.dataset.words).includes(words)) continue;
      for (let item = term; item; item = item.parentElement.closest('li[data-words]')) kept.add(item);
    }
    for (const term of this.termTargets) term.hidden = !kept.has(term);
    for (const branch of this.branchTargets) branch.open = words ? true : this.open.has(branch);
    this.statusTarget.textContent = kept.size ? '' : this.noneValue;
  }

  // The term that was just changed may lie in a closed branch.
  show() {
    const term = location.hash && document.getElementById(location.hash.slice(1));
    if (!term || !this.element.contains(term)) return;
    for (let branch = term.parentElement.closest('details'); branch; branch = branch.parentElement.closest('details')) branch.open = true;
    term.scrollIntoView({ block: 'center' });
  }
}
