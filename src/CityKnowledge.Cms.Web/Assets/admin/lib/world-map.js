import L from 'leaflet';
import css from 'leaflet/dist/leaflet.css' with { type: 'text' };
import { feature } from 'topojson-client';
import world from 'world-atlas/land-110m.json';
import { h } from './dom.js';
import { cities } from './cities.js';

const CLOSER = 4;
const DETAIL = 3;

// A world outline without outside tiles. Land comes with the script; a finer coast is fetched when someone looks closer.
// Borders are left out: an outline takes no side.
export class WorldMap {
  constructor(element, { texts, set }) {
    style();
    this.element = element;
    this.set = set;
    this.map = L.map(element, { center: [15, 10], zoom: 1, minZoom: 1, maxZoom: 11, zoomSnap: 0.5, worldCopyJump: true, attributionControl: false, zoomControl: false, keyboard: false, scrollWheelZoom: false, maxBounds: [[-90, -360], [90, 360]] });
    L.control.zoom({ zoomInTitle: texts.zoomIn, zoomOutTitle: texts.zoomOut }).addTo(this.map);
    this.land = L.geoJSON(feature(world, world.objects.land), { style: { className: 'land' }, interactive: false }).addTo(this.map);
    this.drawGraticule();
    this.labels = L.layerGroup().addTo(this.map);
    this.map.on('click', event => set(at(event.latlng)));
    this.map.on('zoomend moveend', () => this.redraw());
    element.addEventListener('keydown', event => this.press(event));
    // A wheel over the map scrolls the page, until the map has been chosen.
    element.addEventListener('focusin', () => this.map.scrollWheelZoom.enable());
    element.addEventListener('focusout', () => this.map.scrollWheelZoom.disable());
    this.cross = h('span', { class: 'cross', 'aria-hidden': 'true' });
    element.append(this.cross);
    this.resized = new ResizeObserver(() => this.map.invalidateSize());
    this.resized.observe(element);
    this.redraw();
  }

  drawGraticule() {
    const lines = [];
    for (let longitude = -180; longitude <= 180; longitude += 30) lines.push([[-85, longitude], [85, longitude]]);
    for (let latitude = -60; latitude <= 60; latitude += 30) lines.push([[latitude, -360], [latitude, 360]]);
    L.polyline(lines, { className: 'graticule', interactive: false }).addTo(this.map);
  }

  async redraw() {
    const zoom = this.map.getZoom();
    const bounds = this.map.getBounds().pad(0.1);
    this.labels.clearLayers();
    for (const [name, latitude, longitude, rank] of cities) {
      if (zoom < rank || !bounds.contains([latitude, longitude])) continue;
      L.marker([latitude, longitude], { interactive: false, keyboard: false, icon: L.divIcon({ className: 'city', html: h('span', {}, name), iconSize: null }) }).addTo(this.labels);
    }
    if (zoom < DETAIL || this.detailed) return;
    this.detailed = true;
    const { default: finer } = await import('world-atlas/land-50m.json');
    this.land.clearLayers().addData(feature(finer, finer.objects.land));
  }

  // Arrows move the map under the cross, Enter sets the place at the cross: no pointer is needed.
  press(event) {
    if (event.target !== this.element || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.shiftKey ? 120 : 40;
    const move = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
    if (move) this.map.panBy(move, { animate: false });
    else if (event.key === '+' || event.key === '=') this.map.zoomIn();
    else if (event.key === '-') this.map.zoomOut();
    else if (event.key === 'Enter' || event.key === ' ') this.set(at(this.map.getCenter()));
    else return;
    event.preventDefault();
  }

  show(place, moveTo) {
    this.marker?.remove();
    this.marker = null;
    if (!place) return;
    const where = [place.latitude, place.longitude];
    this.marker = L.marker(where, { draggable: true, keyboard: false, icon: L.divIcon({ className: 'pin', html: PIN, iconSize: [28, 36], iconAnchor: [14, 35] }) }).addTo(this.map);
    this.marker.on('dragend', () => this.set(at(this.marker.getLatLng())));
    if (moveTo) this.map.setView(where, Math.max(this.map.getZoom(), CLOSER), { animate: false });
  }

  remove() {
    this.resized.disconnect();
    this.map.remove();
  }
}

const PIN = '<svg viewBox="0 0 28 36" width="28" height="36" aria-hidden="true"><path d="M14 1a12 12 0 0 0-12 12c0 9 12 22 12 22s12-13 12-22A12 12 0 0 0 14 1z"/><circle cx="14" cy="13" r="4.5"/></svg>';

const at = point => { const { lat, lng } = L.latLng(point).wrap(); return { latitude: lat, longitude: lng }; };

function style() {
  if (document.documentElement.dataset.leaflet) return;
  document.documentElement.dataset.leaflet = 'styled';
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css.replace(/@media print\s*\{[^}]*\{[^}]*\}\s*\}/g, '').replace(/[^}]*\{[^}]*url\([^}]*\}/g, ''));
  // Before the sheets of the page, which have the last word.
  document.adoptedStyleSheets = [sheet, ...document.adoptedStyleSheets];
}
