// The controllers of forms with content. They come together: one by one they would be a dozen requests of a kilobyte each.
import autosave from './autosave.js';
import itemPicker from './item-picker.js';
import markdown from './markdown.js';
import mediaPicker from './media-picker.js';
import placePicker from './place-picker.js';
import presence from './presence.js';
import preview from './preview.js';
import problems from './problems.js';
import richText from './rich-text.js';
import termPicker from './term-picker.js';
import textList from './text-list.js';

export default {
  autosave, markdown, presence, preview, problems,
  'item-picker': itemPicker, 'media-picker': mediaPicker, 'place-picker': placePicker, 'rich-text': richText, 'term-picker': termPicker, 'text-list': textList,
};
