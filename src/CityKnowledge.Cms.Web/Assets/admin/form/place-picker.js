import { Controller } from '@hotwired/stimulus';
import { h, newId, say, tell } from '../lib/dom.js';
import { readPlace } from '../lib/place.js';

// A map beside the two numbers of a place. The numbers are the truth; the map is drawn when it comes into view.
export default class extends Controller {
  static targets = ['latitude', 'longitude'];
  static values = { texts: Object };

  connect() {
    const texts = this.textsValue;
    this.status = h('span', { role: 'status', class: 'hint' });
    this.canvas = h('div', { class: 'map', id: newId('map'), role: 'application', tabindex: '0', 'aria-label': texts.map, 'aria-describedby': newId('map-hint') });
    const hint = h('p', { class: 'hint', id: this.canvas.getAttribute('aria-describedby') }, texts.hint);
    this.here = h('button', { type: 'button', class: 'tight', onclick: () => this.locate() }, texts.locate);
    this.clear = h('button', { type: 'button', class: 'tight', onclick: () => this.set(null) }, texts.clear);
    this.face = h('div', { class: 'place' }, h('div', { class: 'buttons' }, 'geolocation' in navigator && this.here, this.clear, this.status), this.canvas, hint);
    this.element.append(this.face);
    for (const input of this.inputs) {
      input.addEventListener('paste', this.paste);
      input.addEventListener('input', this.follow);
      input.addEventListener('blur', this.split);
    }
    this.seen = new IntersectionObserver(entries => { if (entries.some(entry => entry.isIntersecting)) this.draw(); }, { rootMargin: '200px' });
    this.seen.observe(this.canvas);
  }

  disconnect() {
    this.seen.disconnect();
    this.gone = true;
    this.map?.remove();
    for (const input of this.inputs) {
      input.removeEventListener('paste', this.paste);
      input.removeEventListener('input', this.follow);
      input.removeEventListener('blur', this.split);
    }
    this.face.remove();
  }

  get inputs() { return [this.latitudeTarget, this.longitudeTarget]; }

  get place() {
    const [latitude, longitude] = this.inputs.map(input => input.value.trim() === '' ? NaN : Number(input.value));
    return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
  }

  async draw() {
    this.seen.disconnect();
    const { WorldMap } = await import('../lib/world-map.js');
    if (this.gone) return;
    this.map = new WorldMap(this.canvas, { texts: this.textsValue, set: place => this.set(place) });
    this.map.show(this.place, true);
  }

  // "37.57, 126.98" pasted into either box fills both.
  paste = event => {
    const place = readPlace(event.clipboardData?.getData('text') ?? '');
    if (!place) return;
    event.preventDefault();
    this.set(place, true);
  };

  // The same when it was typed.
  split = event => {
    const place = readPlace(event.target.value);
    if (place) this.set(place, true);
  };

  follow = () => { if (!this.setting) this.map?.show(this.place, true); };

  set(place, moveTo = false) {
    this.setting = true;
    this.latitudeTarget.value = place ? round(place.latitude) : '';
    this.longitudeTarget.value = place ? round(place.longitude) : '';
    for (const input of this.inputs) tell(input);
    this.setting = false;
    this.map?.show(this.place, moveTo);
    this.status.textContent = place ? say(this.textsValue.set, this.latitudeTarget.value, this.longitudeTarget.value) : this.textsValue.cleared;
  }

  locate() {
    this.status.textContent = this.textsValue.locating;
    navigator.geolocation.getCurrentPosition(
      found => this.set(found.coords, true),
      () => { this.status.textContent = this.textsValue.unknown; },
      { timeout: 10000 });
  }
}

// Five decimals are about a metre.
const round = number => String(Math.round(number * 1e5) / 1e5);
