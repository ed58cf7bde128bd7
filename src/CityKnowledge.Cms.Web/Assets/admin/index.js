// The administration's scripts. A controller is loaded when an element of the page names it: data-controller="bulk" ->
// controllers/bulk.js. Those of every page (shell/) are here already, those of forms (form/) come together. Everything
// works without them.
import { Application } from '@hotwired/stimulus';
import confirm from './shell/confirm.js';
import drop from './shell/drop.js';
import palette from './shell/palette.js';
import './index.css';

const application = Application.start();
const asked = new Set();
const shell = { confirm, drop, palette };
const form = new Set(['autosave', 'item-picker', 'markdown', 'media-picker', 'place-picker', 'presence', 'preview', 'problems', 'rich-text', 'term-picker', 'text-list']);

async function find(name) {
  if (shell[name]) return shell[name];
  if (form.has(name)) return (await import('./form/index.js')).default[name];
  return (await import(`./controllers/${name}.js`)).default;
}

function load(root) {
  for (const element of [root, ...root.querySelectorAll('[data-controller]')]) {
    for (const name of (element.dataset?.controller ?? '').split(/\s+/)) {
      if (!name || asked.has(name)) continue;
      asked.add(name);
      find(name).then(
        controller => application.register(name, controller),
        trouble => console.error(`The controller '${name}' cannot be loaded.`, trouble));
    }
  }
}

load(document.documentElement);
new MutationObserver(changes => {
  for (const change of changes) for (const node of change.addedNodes) if (node instanceof HTMLElement) load(node);
}).observe(document.body, { childList: true, subtree: true });

document.documentElement.classList.add('scripted');
