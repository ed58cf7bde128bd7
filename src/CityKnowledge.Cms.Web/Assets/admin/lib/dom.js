// Small tools that the inputs of the form share.

/** Makes an element: attributes that are false, null or undefined are left out; on* are listeners. */
export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/** Tells autosave and preview that the person changed what the control holds. */
export function tell(control) {
  for (const kind of ['input', 'change']) control.dispatchEvent(Object.assign(new Event(kind, { bubbles: true }), { isTold: true }));
}

/** Whether the person did it, by keys or by a control of ours: not a script that only settles in before anybody touched the page. */
export const isOfPerson = event => Boolean(event?.isTrusted || (event?.isTold && navigator.userActivation?.hasBeenActive !== false));

/** What a picker's box is sent as: what was typed there and not picked stays with the form. */
export const unpicked = name => `_unpicked:${name}`;

/** Text as it is compared: without accents and case. */
export const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** "Remove {0}" with its values. */
export const say = (words, ...values) => (words ?? '').replace(/\{(\d)\}/g, (_, place) => values[place] ?? '');

/** Posts fields in the name of the form around the element. */
export function post(address, fields, element) {
  const body = fields instanceof FormData ? fields : new FormData();
  if (!(fields instanceof FormData)) for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const token = (element.closest('form') ?? document).querySelector('input[name="__RequestVerificationToken"]') ?? document.querySelector('input[name="__RequestVerificationToken"]');
  return fetch(address, { method: 'POST', body, headers: { Accept: 'application/json, text/html', RequestVerificationToken: token?.value ?? '' } });
}

let last = 0;
export const newId = kind => `${kind}-${++last}`;

/** Small drawings for buttons where no letter says it. */
export function sign(name) {
  const drawing = document.createElement('template');
  drawing.innerHTML = `<svg viewBox="0 0 20 20" class="sign" aria-hidden="true"><path d="${SIGNS[name]}"/></svg>`;
  return drawing.content;
}

const SIGNS = {
  list: 'M3 5h2M8 5h9M3 10h2M8 10h9M3 15h2M8 15h9',
  numbers: 'M2.5 4.5l1.5-1v5M9 5h8M9 10h8M9 15h8M2.5 12.5q2-1.5 2.5 0T2.5 16.5h3',
  quote: 'M3 4v12M7 6h10M7 10h10M7 14h6',
  line: 'M2 10h16',
  undo: 'M7 4L3 8l4 4M3 8h9a4 4 0 0 1 0 8h-3',
  redo: 'M13 4l4 4-4 4M17 8H8a4 4 0 0 0 0 8h3',
};
