// Keeps what was typed in this browser until the server has it: survives a lost line, a crash and a closed tab.
const NAME = 'form-journal', STORE = 'records', LONGEST = 30 * 24 * 3600 * 1000;

export class Journal {
  constructor(user) {
    this.user = user;
    this.works = 'indexedDB' in window;
    this.turn = Promise.resolve();
  }

  // Writes follow each other, and of those that wait for the same record only the last is made.
  put(record) {
    this.next = { ...record, user: this.user, at: Date.now() };
    this.turn = this.turn.then(() => {
      const now = this.next;
      this.next = null;
      return now && this.run('readwrite', store => store.put(now));
    });
    return this.turn;
  }

  remove(id) {
    if (this.next?.id === id) this.next = null;
    this.turn = this.turn.then(() => this.run('readwrite', store => store.delete(id)));
    return this.turn;
  }

  /** What was kept for this form and is open in no other window, newest first. */
  async list(form, own) {
    const all = await this.run('readonly', store => store.getAll()) ?? [];
    for (const old of all.filter(record => record.at < Date.now() - LONGEST)) this.remove(old.id);
    const held = (await navigator.locks?.query())?.held?.map(lock => lock.name) ?? [];
    return all.filter(record => record.user === this.user && record.form === form && record.id !== own && !held.includes(lockOf(record.id)))
      .sort((one, other) => other.at - one.at);
  }

  /** Says to other windows that this record belongs to an open form, until the window closes. */
  hold(id) {
    navigator.locks?.request(lockOf(id), () => new Promise(() => {})).catch(() => {});
  }

  async run(mode, work) {
    if (!this.works) return null;
    try {
      const database = await (this.opening ??= open());
      return await done(work(database.transaction(STORE, mode).objectStore(STORE)));
    } catch (trouble) {
      console.warn('This browser keeps no journal.', trouble);
      this.works = false;
      return null;
    }
  }
}

const lockOf = id => `form-${id}`;

const done = request => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

function open() {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
  return done(request);
}
