// Compares what HTML says with what the editor would write, and writes it plainly.

const SAME = { b: 'strong', i: 'em', strike: 's', del: 's' };
const BLOCKS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'table', 'tr', 'td', 'th', 'hr', 'div', 'section', 'article', 'figure', 'figcaption', 'dl', 'dt', 'dd', 'caption', 'colgroup', 'col', 'iframe', 'details', 'summary', 'aside', 'header', 'footer', 'nav', 'main', 'form', 'video', 'audio']);
const HOLDERS = new Set(['body', 'li', 'td', 'th', 'blockquote', 'div']);
const ROW_GROUPS = new Set(['thead', 'tbody', 'tfoot']);
const ATOMS = new Set(['img', 'br']);

const parse = html => new DOMParser().parseFromString(html, 'text/html').body;

/** What the HTML says, written in one way: two texts that say the same are equal. */
export const meaning = html => blocks(parse(html));

/** The editor's HTML without what only the editor needs, a block in each line. */
export function tidy(html) {
  // Styles that only hold the columns open; a policy against inline styles would complain of them when parsed.
  const body = parse(html.replace(/ style="min-width: \d+px;?"/g, ''));
  for (const group of body.querySelectorAll('colgroup')) group.remove();
  for (const cell of body.querySelectorAll('td, th')) for (const name of ['colspan', 'rowspan']) if (cell.getAttribute(name) === '1') cell.removeAttribute(name);
  for (const holder of body.querySelectorAll('li, td, th')) {
    const [only] = holder.children;
    if (only?.localName === 'p' && only.attributes.length === 0 && holder.childNodes.length === 1) only.replaceWith(...only.childNodes);
    else if (holder.localName === 'li' && only?.localName === 'p' && only.attributes.length === 0 && [...holder.children].slice(1).every(child => /^[uo]l$/.test(child.localName))) only.replaceWith(...only.childNodes);
  }
  return [...body.children].map(block => block.outerHTML).join('\n');
}

/** Elements of the HTML that the editor's version lacks, for people: "<iframe>, <figure>". */
export function missing(html, written) {
  const count = body => [...body.querySelectorAll('*')].reduce((all, element) => all.set(name(element), (all.get(name(element)) ?? 0) + 1), new Map());
  const [had, has] = [count(parse(html)), count(parse(written))];
  return [...had].filter(([tag, times]) => times > (has.get(tag) ?? 0) && !ROW_GROUPS.has(tag)).map(([tag]) => `<${tag}>`).slice(0, 4).join(', ');
}

const name = element => SAME[element.localName] ?? element.localName;

function blocks(holder) {
  const kinds = HOLDERS.has(holder.localName);
  const parts = [];
  let run = [];
  const end = () => {
    const text = runText(run);
    if (text) parts.push(kinds ? `<p>${text}</p>` : text);
    run = [];
  };
  for (const node of holder.childNodes) {
    if (node.nodeType === Node.ELEMENT_NODE && ROW_GROUPS.has(node.localName)) { end(); parts.push(blocks(node)); }
    else if (node.nodeType === Node.ELEMENT_NODE && (BLOCKS.has(node.localName) || holdsBlocks(node))) { end(); parts.push(block(node)); }
    else run.push(node);
  }
  end();
  return parts.join('');
}

const holdsBlocks = element => !BLOCKS.has(element.localName) && [...element.querySelectorAll('*')].some(inner => BLOCKS.has(inner.localName));

function block(element) {
  const tag = name(element);
  if (tag === 'pre') return `<pre${attributes(element)}>${element.textContent.replace(/\n$/, '')}</pre>`;
  return `<${tag}${attributes(element)}>${blocks(element)}</${tag}>`;
}

function attributes(element) {
  const shown = [...element.attributes].map(({ name, value }) => [name, name === 'style' ? value.replace(/\s+/g, '').replace(/;$/, '') : value.trim()])
    .filter(([name, value]) => value !== '' && !(['colspan', 'rowspan', 'start'].includes(name) && value === '1'));
  return shown.sort(([one], [other]) => one < other ? -1 : 1).map(([name, value]) => ` ${name}="${value}"`).join('');
}

// A run of text with the marks on each stretch of it, whatever the order and splitting of the tags.
function runText(nodes) {
  const pieces = [];
  const walk = (node, marks) => {
    if (node.nodeType === Node.TEXT_NODE) pieces.push({ text: node.data.replace(/[ \t\r\n\f]+/g, ' '), marks: [...new Set(marks)].sort().join('') });
    else if (node.nodeType === Node.COMMENT_NODE) pieces.push({ text: `<!--${node.data}-->`, marks: '' });
    else if (ATOMS.has(node.localName)) pieces.push({ text: `<${node.localName}${attributes(node)}>`, marks: [...new Set(marks)].sort().join('') });
    else {
      const mark = node.localName === 'span' && node.attributes.length === 0 ? [] : [`<${name(node)}${attributes(node)}>`];
      for (const child of node.childNodes) walk(child, [...marks, ...mark]);
      if (node.childNodes.length === 0 && mark.length > 0 && !SIMPLE.has(name(node))) pieces.push({ text: mark[0], marks: '' });
    }
  };
  for (const node of nodes) walk(node, []);
  return joined(pieces);
}

const SIMPLE = new Set(['strong', 'em', 's', 'u', 'code', 'span']);

function joined(pieces) {
  const parts = [];
  let white = true;
  for (const piece of pieces) {
    let { text } = piece;
    if (white && text.startsWith(' ')) text = text.slice(1);
    if (!text) continue;
    white = text.endsWith(' ') || text.startsWith('<br');
    const last = parts.at(-1);
    if (last?.marks === piece.marks) last.text += text;
    else parts.push({ ...piece, text });
  }
  const last = parts.at(-1);
  if (last) last.text = last.text.replace(/ $/, '');
  return parts.filter(part => part.text).map(part => `${part.marks}{${part.text}}`).join('');
}
