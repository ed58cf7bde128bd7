import { Controller } from '@hotwired/stimulus';
import { Journal } from '../form/journal.js';
import { renew, signIn } from '../form/session.js';
import { isOfPerson } from '../lib/dom.js';

const PAUSE = 1000, PATIENCE = 20000, LONGEST = 30000;
const TOKEN = '__RequestVerificationToken', UNPICKED = '_unpicked:', NOTHING = '[]';

// Saves the draft a second after the last key. What the server has not confirmed is kept in the journal of this browser.
export default class extends Controller {
  static targets = ['state', 'restore'];
  static values = { words: Object, user: String, record: String, done: Array, form: String, largest: Number, unsaved: Boolean, held: Boolean };

  connect() {
    this.journal = new Journal(this.userValue);
    this.journal.hold(this.recordValue);
    this.saved = this.unsavedValue ? null : this.begun();
    this.tries = 0;
    this.loose = NOTHING;
    // After Back, browsers write what was typed here once over what stands here now. What was not saved, the journal knows.
    this.element.autocomplete = 'off';
    this.listeners = [
      [this.element, 'input', this.changed], [this.element, 'change', this.changed], [this.element, 'submit', this.submit],
      [window, 'online', () => this.save()], [window, 'keydown', this.key], [window, 'beforeunload', this.leave],
      [document, 'visibilitychange', () => { if (document.hidden && this.isDirty) this.save(); }],
    ];
    for (const [target, name, listener] of this.listeners) target.addEventListener(name, listener);
    this.offer();
    this.changed();
  }

  disconnect() {
    clearTimeout(this.timer);
    for (const [target, name, listener] of this.listeners) target.removeEventListener(name, listener);
  }

  get isDirty() { return this.content() !== this.saved; }

  entries() { return [...new FormData(this.element)].filter(([name]) => name !== TOKEN); }

  content() { return contentOf(this.entries()); }

  // What the server sent. On a slow line a person types before this script has come.
  begun() {
    const form = this.element.cloneNode(true);
    form.reset();
    return contentOf([...new FormData(form)]);
  }

  changed = event => {
    const loose = looseOf(this.entries());
    if (!this.isDirty && loose === this.loose) return;
    // Another site may have sent what stands here: only what the person does makes it theirs. The journal would offer it later.
    if (this.heldValue && !isOfPerson(event)) { this.say('held'); return; }
    this.heldValue = false;
    this.loose = loose;
    this.keep();
    if (!this.isDirty || this.stopped) return;
    if (!this.isOffline) this.say('changed');
    this.later(PAUSE);
  };

  // What waits in the box of a picker is no content yet, but it was typed.
  keep() {
    if (this.leaving) return this.keepLate();
    if (this.isDirty || this.loose !== NOTHING) this.journal.put({ id: this.recordValue, form: this.formValue, entries: this.entries(), isSaved: !this.isDirty });
    else this.journal.remove(this.recordValue);
  }

  // The form is on its way, and its answer tells the browser to forget what was kept of it. Keys pressed meanwhile are kept apart.
  keepLate() {
    const id = `${this.recordValue}:late`;
    if (this.content() === this.sent) this.journal.remove(id);
    else this.journal.put({ id, form: this.formValue, entries: this.entries() });
  }

  later(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), pause);
  }

  save() {
    clearTimeout(this.timer);
    if (this.stopped || this.leaving || this.heldValue || !this.isDirty) return this.saving;
    if (this.saving) { this.again = true; return this.saving; }
    this.saving = this.send().finally(() => {
      this.saving = null;
      if (this.again) { this.again = false; this.later(0); }
    });
    return this.saving;
  }

  async send() {
    const content = this.content();
    const body = new URLSearchParams([...this.entries(), [TOKEN, this.element.elements[TOKEN].value], ['_autosave', 'true']]);
    if (!this.fits(body)) return;
    // What comes late is known by its turn.
    const turn = this.element.elements._turn;
    turn.value = Number(turn.value) + 1;
    if (!this.isOffline) this.say('saving');
    let answer;
    try {
      answer = await fetch(this.element.action, { method: 'POST', headers: { Accept: 'application/json' }, body, signal: AbortSignal.timeout(PATIENCE) });
    } catch {
      return this.wait();
    }
    await this.take(answer, await answer.json().catch(() => ({})), content);
  }

  async take(answer, reply, content) {
    const isSignedOut = answer.status === 401 || (answer.redirected && new URL(answer.url).pathname.toLowerCase() === '/login');
    if (isSignedOut) return this.signInAgain();
    if (reply.state === 'token') return this.renewed ? this.stop('refused') : this.goOn(await renew().catch(() => null));
    if (answer.status >= 500 || answer.status === 429) return this.wait();
    this.isOffline = this.renewed = false;
    this.tries = 0;
    if (reply.state === 'saved') return this.confirm(reply, content);
    if (reply.state === 'conflict') return this.stop(reply.by ? 'conflict' : 'conflictElsewhere', { name: reply.by }, this.button());
    if (answer.status === 403) return this.stop('forbidden');
    if (answer.status === 404) return this.stop('gone');
    this.say(reply.state in this.wordsValue ? reply.state : 'refused');
  }

  // What is too large to be sent, the journal cannot show again either: only the browser brings it back.
  fits(body) {
    const fits = body.toString().length <= this.largestValue;
    this.element.autocomplete = fits ? 'off' : 'on';
    if (!fits) this.say('large');
    return fits;
  }

  confirm(reply, content) {
    for (const name of ['version', 'stamp', 'base', 'ticket']) this.element.elements[`_${name}`].value = reply[name] ?? '';
    this.saved = content;
    this.element.action = reply.edit;
    this.formValue = reply.edit.split('/').at(-2);
    if (location.pathname !== reply.edit) history.replaceState(history.state, '', reply.edit);
    if (this.isDirty) this.changed();
    else this.keep();
    this.mark(reply.problems);
    this.say(reply.problems.length ? 'savedRest' : 'saved', { time: time(new Date()) });
    this.dispatch('saved', { detail: reply, prefix: 'form' });
    this.element.querySelector('[data-controller="presence"]')?.setAttribute('data-presence-address-value', reply.edit.replace(/Edit$/, 'Presence'));
    for (const shown of document.querySelectorAll('[data-planned]')) {
      const moment = reply.planned[shown.dataset.planned];
      shown.hidden = !moment;
      if (shown.localName === 'dd') shown.textContent = moment ?? '';
    }
    if (reply.isPublished) return;
    for (const later of document.querySelectorAll('[data-when-draft]')) later.hidden = false;
    for (const sooner of document.querySelectorAll('[data-when-new]')) sooner.hidden = true;
  }

  // Wrong so far, and not saved: the words stand at the field until the next save.
  mark(problems) {
    for (const old of this.element.querySelectorAll('[data-live]')) old.remove();
    for (const { name, message } of problems) {
      const frame = document.getElementById(name.replaceAll('.', '_'))?.closest('.field');
      if (!frame) continue;
      const words = document.createElement('p');
      Object.assign(words, { className: 'problem', textContent: message });
      words.dataset.live = '';
      frame.append(words);
    }
  }

  wait() {
    this.isOffline = true;
    this.say(this.journal.works ? 'offline' : 'offlineOnly');
    this.later(Math.min(LONGEST, PAUSE * 2 ** this.tries++));
  }

  async signInAgain() {
    if (this.asking) return;
    this.asking = true;
    this.say('signedOut');
    const found = await signIn(this.wordsValue);
    this.asking = false;
    await this.goOn(found);
  }

  goOn(session) {
    if (!session) return this.stop('signedOut', {}, this.action('signIn', () => { this.stopped = false; this.signInAgain(); }));
    this.element.elements[TOKEN].value = session.token;
    this.renewed = true;
    // The words say it: from here on the button saves in the name of that person.
    this.knowsOther = session.user !== this.userValue;
    if (this.knowsOther) return this.stop('otherUser');
    this.later(0);
  }

  // The plain form goes its own way; before it does, the session is looked after and a save under way is awaited.
  submit = event => {
    // What opens in a window of its own leaves this form as it is.
    if (this.ready || event.submitter?.formTarget === '_blank') return;
    event.preventDefault();
    const by = event.submitter;
    this.prepare().then(isReady => {
      if (!isReady) return;
      this.ready = true;
      this.go();
      this.element.requestSubmit(by);
    });
  };

  go() {
    this.leaving = true;
    this.sent = this.content();
  }

  async prepare() {
    clearTimeout(this.timer);
    await this.saving;
    if (!this.fits(new URLSearchParams(this.entries()))) return false;
    try {
      const session = await renew() ?? await signIn(this.wordsValue);
      if (!session) { this.say('signedOut'); return false; }
      this.element.elements[TOKEN].value = session.token;
      if (session.user === this.userValue || this.knowsOther) return true;
      this.knowsOther = true;
      this.say('otherUser');
      return false;
    } catch {
      this.wait();
      return false;
    }
  }

  key = event => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 's') return;
    event.preventDefault();
    if (event.isTrusted) this.heldValue = false;
    if (this.stopped || !this.element.querySelector('[data-shortcut="save"]')) this.element.requestSubmit();
    else if (this.isDirty) this.save();
    else this.say('saved', { time: time(new Date()) });
  };

  leave = event => { if (!this.leaving && this.isDirty && (this.heldValue || !this.journal.works)) event.preventDefault(); };

  async offer() {
    await Promise.all(this.doneValue.map(id => this.journal.remove(id)));
    const kept = await this.journal.list(this.formValue, this.recordValue);
    // Of what is saved but for the box of a picker, only that box may come back: the rest may be older than what stands here.
    const news = kept.filter(record => {
      const isSame = contentOf(record.entries) === this.content();
      const isLoose = looseOf(record.entries) !== NOTHING && looseOf(record.entries) !== this.loose;
      return record.isSaved ? isSame && isLoose : !isSame || isLoose;
    });
    for (const old of kept) if (!this.heldValue && !news.includes(old)) this.journal.remove(old.id);
    if (news.length === 0 || !this.hasRestoreTarget) return;
    const [record] = news;
    const words = document.createElement('p');
    words.textContent = fill(this.wordsValue.found, { time: moment(record.at) });
    const buttons = Object.assign(document.createElement('div'), { className: 'buttons' });
    buttons.append(
      this.action('restore', () => this.restore(record), { time: time(record.at) }),
      this.action('discard', () => { this.journal.remove(record.id); this.restoreTarget.hidden = true; }));
    this.restoreTarget.replaceChildren(words, buttons);
    this.restoreTarget.hidden = false;
  }

  // The server draws the form with the kept texts: it knows every kind of control.
  restore(record) {
    const form = Object.assign(document.createElement('form'), { method: 'post', action: this.element.action, hidden: true });
    for (const [name, value] of [...record.entries, [TOKEN, this.element.elements[TOKEN].value], ['_show', 'true']]) {
      form.append(Object.assign(document.createElement('textarea'), { name, value }));
    }
    this.go();
    document.body.append(form);
    form.submit();
  }

  stop(word, values, more) {
    this.stopped = true;
    this.say(word, values, more);
  }

  button() {
    return Object.assign(document.createElement('button'), { type: 'submit', name: '_compare', value: 'true', className: 'tight', textContent: this.wordsValue.compare });
  }

  action(word, run, values) {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'tight', textContent: fill(this.wordsValue[word], values) });
    button.addEventListener('click', run);
    return button;
  }

  say(word, values, ...more) {
    const text = fill(this.wordsValue[word], values);
    this.stateTarget.dataset.state = word;
    this.stateTarget.replaceChildren(text + ' ', ...more.filter(Boolean));
  }
}

const fill = (text, values = {}) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
const language = document.documentElement.lang;
// As the rest of the desk tells times: in the zone of the site, with hours from 0 to 23.
const zone = document.documentElement.dataset.zone;
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone };
const time = at => new Intl.DateTimeFormat(language, clock).format(at);
const moment = at => new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric', ...clock }).format(at);
const looseOf = entries => JSON.stringify(entries.filter(([name, value]) => name.startsWith(UNPICKED) && value.trim()));
// Empty boxes come and go with the scripts of lists; only what stands in one is content.
const contentOf = entries => JSON.stringify(entries.filter(([name, value]) => !name.startsWith('_') && value !== ''));
