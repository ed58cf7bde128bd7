import { h, newId, post, say } from '../dom.js';

// Uploads a picture and asks for its alternative text at once; null when the person thinks better of it.
export function askForPicture({ file, folder, texts, element }) {
  return new Promise(resolve => {
    const heading = newId('picture');
    const alt = h('input', { type: 'text', id: `${heading}-alt`, dir: 'auto', 'aria-describedby': `${heading}-hint ${heading}-problem` });
    const plain = h('input', { type: 'checkbox', onchange: () => { alt.disabled = plain.checked; } });
    const choose = h('input', { type: 'file', id: `${heading}-file`, accept: 'image/*', onchange: () => show() });
    const image = h('img', { alt: '', class: 'picture-preview', hidden: true });
    const problem = h('p', { class: 'problem', id: `${heading}-problem`, role: 'alert' });
    const add = h('button', { type: 'button', class: 'primary', onclick: () => send() }, texts.addPicture);
    const dialog = h('dialog', { 'aria-labelledby': heading, class: 'new-item' },
      h('h1', { id: heading }, texts.picture), file ? null : h('div', { class: 'field' }, h('label', { for: choose.id }, texts.pictureFile), choose), image,
      h('div', { class: 'field' }, h('label', { for: alt.id }, texts.alt), h('p', { class: 'hint', id: `${heading}-hint` }, texts.altHint), alt, h('label', { class: 'check' }, plain, texts.decoration), problem),
      h('div', { class: 'buttons' }, add, h('button', { type: 'button', onclick: () => dialog.close() }, texts.cancel)));
    let made = null;
    let address;
    const show = () => {
      if (address) URL.revokeObjectURL(address);
      const chosen = file ?? choose.files[0];
      image.hidden = !chosen;
      if (chosen) image.src = address = URL.createObjectURL(chosen);
    };
    const refuse = (text, control) => { problem.textContent = text; control.focus(); };
    const send = async () => {
      const chosen = file ?? choose.files[0];
      if (!chosen) { refuse(texts.noFile, choose); return; }
      if (!plain.checked && !alt.value.trim()) { refuse(texts.noAlt, alt); return; }
      add.disabled = true;
      problem.textContent = '';
      const answer = await upload(chosen, folder, element);
      add.disabled = false;
      if (!answer.url) { refuse(answer.error ?? say(answer.status === 403 ? texts.uploadForbidden : texts.uploadFailed), alt); return; }
      made = { src: answer.url, alt: plain.checked ? '' : alt.value.trim() };
      dialog.close();
    };
    alt.addEventListener('keydown', event => { if (event.key === 'Enter') { event.preventDefault(); send(); } });
    for (const kind of ['input', 'change']) dialog.addEventListener(kind, event => event.stopPropagation());
    dialog.addEventListener('close', () => { if (address) URL.revokeObjectURL(address); dialog.remove(); resolve(made); });
    document.body.append(dialog);
    show();
    dialog.showModal();
    (file ? alt : choose).focus();
  });
}

async function upload(file, folder, element) {
  const fields = new FormData();
  fields.append('path', folder);
  // Pictures from the clipboard are all called image.png.
  const named = /^image\.\w+$/i.test(file.name) ? new File([file], `${new Date().toISOString().slice(0, 19).replace(/[T:]/g, '-')}-${file.name}`, { type: file.type }) : file;
  fields.append('files', named);
  const answer = await post('/Admin/Media/Upload', fields, element).catch(() => null);
  const said = await answer?.json().catch(() => null);
  const [first] = said?.files ?? [];
  return { status: answer?.status, url: first?.error ? null : first?.url, error: first?.error ?? said?.error };
}
