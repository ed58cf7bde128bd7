import { Controller } from '@hotwired/stimulus';

// The page that the form would become, beside the form and with every key. The form is posted into a new frame each time,
// which takes the place of the old one when it is drawn: no flicker, no history, and the old page stays when the new one fails.
// Frames run no scripts and cannot lead anywhere. Without scripts the button posts the form into a window.
const PAUSE = 40;
const PATIENCE = 15000;

export default class extends Controller {
  static targets = ['open', 'panel', 'stage', 'state', 'width'];
  static values = { words: Object };

  connect() {
    this.form = this.element.querySelector('form');
    this.form.addEventListener('input', this.typed);
    this.form.addEventListener('change', this.typed);
    this.observer = new ResizeObserver(() => this.fit());
    this.observer.observe(this.stageTarget);
    this.choose(Number(localStorage.getItem('preview.width')) || (innerWidth < 1100 ? 360 : 1280));
    if (localStorage.getItem('preview.open') === 'yes' && innerWidth >= 1100) this.show();
  }

  disconnect() {
    clearTimeout(this.timer);
    this.observer.disconnect();
    this.form.removeEventListener('input', this.typed);
    this.form.removeEventListener('change', this.typed);
  }

  toggle(event) {
    event.preventDefault();
    if (this.panelTarget.hidden) this.show(); else this.close();
  }

  show() {
    this.panelTarget.hidden = false;
    this.element.classList.add('previewing');
    this.openTarget.setAttribute('aria-expanded', 'true');
    localStorage.setItem('preview.open', 'yes');
    this.fit();
    this.render();
  }

  close() {
    this.panelTarget.hidden = true;
    this.element.classList.remove('previewing');
    this.openTarget.setAttribute('aria-expanded', 'false');
    localStorage.setItem('preview.open', 'no');
    this.stageTarget.replaceChildren();
    this.current = this.pending = null;
    this.openTarget.focus();
  }

  // A second window, for a second screen; it follows the form like the panel.
  detach() {
    this.window = window.open('', `preview-${location.pathname}`, 'popup,width=1280,height=900');
    if (this.window) this.follow();
  }

  resize(event) {
    this.choose(Number(event.currentTarget.dataset.width));
    localStorage.setItem('preview.width', this.size);
    this.fit();
  }

  choose(width) {
    this.size = width;
    for (const button of this.widthTargets) button.setAttribute('aria-pressed', String(Number(button.dataset.width) === width));
  }

  typed = () => {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (!this.panelTarget.hidden) this.render();
      if (this.window && !this.window.closed) this.follow();
    }, PAUSE);
  };

  render() {
    // Removing the frame ends its request.
    this.pending?.remove();
    const frame = document.createElement('iframe');
    frame.name = `preview-${crypto.randomUUID()}`;
    frame.title = this.wordsValue.title;
    frame.setAttribute('sandbox', 'allow-same-origin');
    frame.className = 'preview-frame waiting';
    this.stageTarget.append(frame);
    this.pending = frame;
    this.place(frame);
    this.send(frame.name, true);
    this.await(frame, performance.now() + PATIENCE);
  }

  // Pictures may come later: what counts is text and style.
  await(frame, until) {
    if (frame !== this.pending) return;
    const page = frame.contentDocument;
    if (page && page.URL !== 'about:blank' && isDrawable(page)) this.take(frame, page);
    else if (performance.now() > until) this.fail(frame);
    else requestAnimationFrame(() => this.await(frame, until));
  }

  take(frame, page) {
    // Pages of the desk mean that the preview was refused: signed out, no right, an old form.
    if (!page.body?.firstElementChild || page.querySelector('meta[name="csp-nonce"]')) { this.fail(frame); return; }
    this.say('');
    const former = this.current;
    const place = former?.contentWindow ? [former.contentWindow.scrollX, former.contentWindow.scrollY] : [0, 0];
    const back = () => frame.contentWindow?.scrollTo(...place);
    back();
    if (page.readyState !== 'complete' && place[1] > 0) frame.addEventListener('load', back, { once: true });
    frame.classList.remove('waiting');
    this.current = frame;
    this.pending = null;
    requestAnimationFrame(() => former?.remove());
    this.dispatch('shown', { detail: { frame: frame.name } });
  }

  fail(frame) {
    frame.remove();
    this.pending = null;
    this.say(this.wordsValue.failed);
  }

  say(text) {
    if (this.stateTarget.textContent === text) return;
    this.stateTarget.textContent = text;
    this.stateTarget.hidden = !text;
  }

  follow() {
    const former = this.window.document;
    const place = this.window.scrollY;
    this.send(this.window.name, false);
    const until = performance.now() + PATIENCE;
    const back = () => {
      if (this.window.closed || performance.now() > until) return;
      const page = this.window.document;
      if (page !== former && page.URL !== 'about:blank' && isDrawable(page)) this.window.scrollTo(0, place);
      else requestAnimationFrame(back);
    };
    if (place > 0) back();
  }

  send(target, isPanel) {
    const post = document.createElement('form');
    post.method = 'post';
    post.target = target;
    post.hidden = true;
    // A new item has another address once it was saved.
    const address = new URL(this.form.getAttribute('action'), location);
    address.pathname = address.pathname.replace(/\/(Edit|Create)$/, '/Preview');
    if (isPanel) address.searchParams.set('panel', '');
    post.action = address;
    for (const [name, value] of new FormData(this.form)) {
      if (typeof value !== 'string') continue;
      const entry = document.createElement('input');
      entry.type = 'hidden';
      entry.name = name;
      entry.value = value;
      post.append(entry);
    }
    document.body.append(post);
    HTMLFormElement.prototype.submit.call(post);
    post.remove();
  }

  fit() {
    for (const frame of this.stageTarget.children) this.place(frame);
  }

  // The window is as wide as chosen, and made smaller to fit.
  place(frame) {
    const room = this.stageTarget.clientWidth;
    if (!room) return;
    const scale = Math.min(1, room / this.size);
    frame.style.inlineSize = `${this.size}px`;
    frame.style.blockSize = `${this.stageTarget.clientHeight / scale}px`;
    frame.style.transform = `scale(${scale})`;
    frame.style.insetInlineStart = `${Math.max(0, (room - this.size) / 2)}px`;
  }
}

function isDrawable(page) {
  return page.readyState !== 'loading' && [...page.querySelectorAll('link[rel="stylesheet"]')].every(link => link.sheet || page.readyState === 'complete');
}
