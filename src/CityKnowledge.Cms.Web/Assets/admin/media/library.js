// The media library over HTTP, for the controllers that upload and choose.

const token = () => document.querySelector('input[name="__RequestVerificationToken"]')?.value ?? '';

export async function read(name, query) {
  const answer = await fetch(`/Admin/Media/${name}?${new URLSearchParams(query)}`, { headers: { Accept: 'application/json' } });
  if (!answer.ok || answer.redirected) throw new Error(await reason(answer));
  return answer.json();
}

// Sends one file and tells how far it is; gives { mediaPath, url, … } or { error }.
export function upload(file, folder, onProgress = () => {}) {
  return new Promise((resolve, reject) => {
    const body = new FormData();
    body.append('path', folder);
    body.append('files', file, file.name);
    const request = new XMLHttpRequest();
    request.open('POST', '/Admin/Media/Upload');
    request.setRequestHeader('RequestVerificationToken', token());
    request.upload.addEventListener('progress', event => { if (event.lengthComputable) onProgress(event.loaded / event.total); });
    request.addEventListener('error', () => reject(new Error('offline')));
    request.addEventListener('load', () => {
      const answer = parse(request.responseText);
      if (answer?.files?.[0]) resolve(answer.files[0]);
      else resolve({ name: file.name, error: answer?.error ?? `${request.status} ${request.statusText}` });
    });
    request.send(body);
  });
}

// The files of a drop or a paste. A pasted picture has no name of its own worth keeping.
export function filesOf(transfer) {
  return [...(transfer?.files ?? [])].map(file => /^image\.(png|jpe?g|gif|webp)$/i.test(file.name)
    ? new File([file], `picture-${new Date().toISOString().slice(0, 19).replace(/[:T]/g, '-')}.${file.name.split('.').pop()}`, { type: file.type })
    : file);
}

// Calls back with files dropped on or pasted into the element; gives a function that ends it.
export function onFiles(element, take) {
  const hasFiles = event => [...(event.dataTransfer?.types ?? [])].includes('Files');
  const over = event => { if (hasFiles(event)) { event.preventDefault(); element.classList.add('is-over'); } };
  const leave = event => { if (!element.contains(event.relatedTarget)) element.classList.remove('is-over'); };
  const drop = event => {
    element.classList.remove('is-over');
    if (!hasFiles(event)) return;
    event.preventDefault();
    take(filesOf(event.dataTransfer));
  };
  const paste = event => {
    const files = filesOf(event.clipboardData);
    if (files.length === 0) return;
    event.preventDefault();
    take(files);
  };
  const events = { dragenter: over, dragover: over, dragleave: leave, drop, paste };
  for (const [name, listener] of Object.entries(events)) element.addEventListener(name, listener);
  return () => { for (const [name, listener] of Object.entries(events)) element.removeEventListener(name, listener); };
}

function parse(text) {
  try { return JSON.parse(text); } catch { return null; }
}

async function reason(answer) {
  return parse(await answer.text())?.error ?? `${answer.status} ${answer.statusText}`;
}
