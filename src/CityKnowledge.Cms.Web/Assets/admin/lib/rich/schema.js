import { Extension, Mark, Node, mergeAttributes } from '@tiptap/core';
import Image from '@tiptap/extension-image';
import { TableKit } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';

const KEPT = ['class', 'id', 'dir', 'lang', 'style', 'title'];
const BLOCKS = ['paragraph', 'heading', 'blockquote', 'bulletList', 'orderedList', 'listItem', 'codeBlock', 'table', 'tableRow', 'tableCell', 'tableHeader', 'image', 'division'];
const INLINE = ['sub', 'sup', 'small', 'mark', 'cite', 'kbd', 'abbr', 'q'];

const attribute = name => ({ default: null, parseHTML: element => element.getAttribute(name), renderHTML: values => values[name] ? { [name]: values[name] } : {} });

// What is there already is kept, though the toolbar offers little of it.
const Kept = Extension.create({
  name: 'kept',
  addGlobalAttributes: () => [
    { types: BLOCKS, attributes: Object.fromEntries(KEPT.map(name => [name, attribute(name)])) },
    { types: ['tableHeader', 'tableCell'], attributes: { scope: attribute('scope') } },
    { types: ['image'], attributes: { loading: attribute('loading') } },
  ],
});

const Division = Node.create({
  name: 'division',
  group: 'block',
  content: 'block+',
  parseHTML: () => [{ tag: 'div' }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes), 0],
});

const inline = tag => Mark.create({
  name: tag,
  parseHTML: () => [{ tag }],
  addAttributes: () => Object.fromEntries(KEPT.map(name => [name, attribute(name)])),
  renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
});

export const extensions = [
  StarterKit.configure({
    trailingNode: false,
    heading: { levels: [1, 2, 3, 4, 5, 6] },
    link: { openOnClick: false, defaultProtocol: 'https', HTMLAttributes: { target: null, rel: null, class: null } },
  }),
  Image.configure({ inline: true }),
  TableKit.configure({ table: { resizable: false } }),
  Division,
  Kept,
  ...INLINE.map(inline),
];
