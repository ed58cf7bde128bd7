// Makes sensible HTML of what is pasted from Word, from documents on the web and from web pages.

const GONE = 'script, style, meta, link, title, xml, object, embed, iframe, noscript, template, svg, button, input, select, textarea, form > label';
const KEPT = { a: ['href', 'title'], img: ['src', 'alt', 'title', 'width', 'height'], td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan', 'scope'], ol: ['start'] };
const UNWRAPPED = new Set(['div', 'section', 'article', 'main', 'header', 'footer', 'nav', 'aside', 'span', 'font', 'center', 'figure', 'figcaption', 'picture', 'form', 'fieldset', 'label']);
const STYLES = [[/font-weight:\s*(bold|[6-9]00)/i, 'strong'], [/font-style:\s*italic/i, 'em'], [/text-decoration[^;]*line-through/i, 's']];
const BLOCK = /^(p|h[1-6]|ul|ol|li|table|blockquote|pre|hr)$/;

export function cleanPaste(html) {
  // A copy of the editor's own.
  if (html.includes('data-pm-slice')) return html;
  // The styles tell what is meant, but the page's policy lets none be applied.
  const inert = html.replace(/<style[\s\S]*?<\/style>/gi, '').replace(/<[^>]*>/g, tag => tag.replace(/\sstyle\s*=/i, ' data-style='));
  const body = new DOMParser().parseFromString(inert, 'text/html').body;
  for (const element of body.querySelectorAll('o\\:p')) if (!element.textContent.trim()) element.remove();
  for (const element of body.querySelectorAll(GONE)) element.remove();
  const comments = document.createNodeIterator(body, NodeFilter.SHOW_COMMENT);
  for (let node = comments.nextNode(); node; node = comments.nextNode()) node.remove();
  makeLists(body);
  for (const element of [...body.querySelectorAll('*')]) clean(element);
  for (const paragraph of body.querySelectorAll('p')) if (!paragraph.textContent.trim() && !paragraph.querySelector('img')) paragraph.remove();
  return body.innerHTML;
}

function clean(element) {
  const tag = element.localName;
  const style = element.getAttribute('data-style') ?? '';
  for (const { name } of [...element.attributes]) if (!(KEPT[tag] ?? []).includes(name)) element.removeAttribute(name);
  if (tag === 'img' && !/^(https?:|\/)/i.test(element.getAttribute('src') ?? '')) { element.remove(); return; }
  // Google wraps everything in a bold that is not bold.
  if (tag === 'b' && /font-weight:\s*normal/i.test(style)) { unwrap(element); return; }
  if (tag === 'a' && !element.hasAttribute('href')) { unwrap(element); return; }
  if (tag === 'span' || tag === 'font') for (const [pattern, mark] of STYLES) if (pattern.test(style)) wrapInside(element, mark);
  if (tag.includes(':') || UNWRAPPED.has(tag)) unwrap(element);
}

function wrapInside(element, tag) {
  const mark = document.createElement(tag);
  mark.append(...element.childNodes);
  element.append(mark);
}

// A box of text becomes a paragraph, a box of paragraphs nothing.
function unwrap(element) {
  const isBox = !['span', 'font', 'b', 'a', 'label'].includes(element.localName) && !element.localName.includes(':');
  const holdsBlocks = [...element.querySelectorAll('*')].some(inner => BLOCK.test(inner.localName) || UNWRAPPED.has(inner.localName) && inner.localName !== 'span' && inner.localName !== 'font');
  if (isBox && !holdsBlocks && element.textContent.trim() && !element.closest('p, h1, h2, h3, h4, h5, h6, pre, td, th, li')) {
    const paragraph = document.createElement('p');
    paragraph.append(...element.childNodes);
    element.replaceWith(paragraph);
  } else element.replaceWith(...element.childNodes);
}

// Word writes the lines of a list as paragraphs that only look like a list.
function makeLists(body) {
  let lists = [];
  for (const line of [...body.querySelectorAll('p')]) {
    const level = Number(/mso-list:[^;"]*level(\d)/i.exec(line.getAttribute('data-style') ?? '')?.[1] ?? 0);
    if (level === 0) { lists = []; continue; }
    const marker = [...line.querySelectorAll('span')].find(span => /mso-list:\s*ignore/i.test(span.getAttribute('data-style') ?? ''));
    const kind = /^\s*(\d+|[a-z]|[ivx]+)[.)]/i.test(marker?.textContent ?? '') ? 'ol' : 'ul';
    marker?.remove();
    if (lists.length > 0 && lists[0].previous !== line.previousElementSibling) lists = [];
    lists.length = Math.min(lists.length, level);
    while (lists.length < level) {
      const list = document.createElement(kind);
      const above = lists.at(-1);
      if (above) (above.list.lastElementChild ?? above.list.appendChild(document.createElement('li'))).append(list);
      else line.before(list);
      lists.push({ list });
    }
    const item = document.createElement('li');
    item.append(...line.childNodes);
    lists.at(-1).list.append(item);
    line.remove();
    lists[0].previous = lists[0].list;
  }
}
