// The administration's scripts. A controller is a file in controllers/ and is loaded when an element of the page names it:
// data-controller="palette" -> controllers/palette.js. Everything works without them.
import { Application } from '@hotwired/stimulus';
import './index.css';

const application = Application.start();
const asked = new Set();

function load(root) {
  for (const element of [root, ...root.querySelectorAll('[data-controller]')]) {
    for (const name of (element.dataset?.controller ?? '').split(/\s+/)) {
      if (!name || asked.has(name)) continue;
      asked.add(name);
      // A controller that is missing must not keep the others from being loaded.
      Promise.resolve().then(() => import(`./controllers/${name}.js`)).then(
        module => application.register(name, module.default),
        trouble => console.error(`The controller '${name}' cannot be loaded.`, trouble));
    }
  }
}

load(document.documentElement);
new MutationObserver(changes => {
  for (const change of changes) for (const node of change.addedNodes) if (node instanceof HTMLElement) load(node);
}).observe(document.body, { childList: true, subtree: true });

document.documentElement.classList.add('scripted');
