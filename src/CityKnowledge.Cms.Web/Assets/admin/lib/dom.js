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

/** Tells autosave and preview that the control holds something else now. */
export function tell(control) {
  for (const kind of ['input', 'change']) control.dispatchEvent(new Event(kind, { bubbles: true }));
}

/** Text as it is compared: without accents and case. */
export const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** "Remove {0}" with its values. */
export const say = (words, ...values) => (words ?? '').replace(/\{(\d)\}/g, (_, place) => values[place] ?? '');

/** Posts fields in the name of the form around the element. */
export function post(address, fields, element) {
  const body = fields instanceof FormData ? fields : new FormData();
  if (!(fields instanceof FormData)) for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const token = (element.closest('form') ?? document).querySelector('input[name="__RequestVerificationToken"]') ?? document.querySelector('input[name="__RequestVerificationToken"]');
  if (token) body.append(token.name, token.value);
  return fetch(address, { method: 'POST', body, headers: { Accept: 'application/json, text/html' } });
}

let last = 0;
export const newId = kind => `${kind}-${++last}`;
