import { Controller } from '@hotwired/stimulus';

// Makes a passkey (kind "create") or signs in with one (kind "get"): asks the server for a challenge, the device for the
// answer, and sends it with the form. Browsers that cannot do it show only what is there without scripts.
export default class extends Controller {
  static targets = ['offer', 'credential', 'trouble', 'missing'];
  static values = { kind: String, failed: String };

  connect() {
    if (!this.isPossible()) return;
    this.offerTarget.hidden = false;
    if (this.hasMissingTarget) this.missingTarget.hidden = true;
    if (this.kindValue === 'get') this.offerWhileTyping();
  }

  disconnect() {
    this.waiting?.abort();
  }

  // Passkeys belong to a name, never to an address made of numbers.
  isPossible() {
    const { hostname } = location;
    return window.PublicKeyCredential?.parseRequestOptionsFromJSON && !/^[\d.]+$|:|^\[/.test(hostname);
  }

  async run() {
    if (this.kindValue === 'create' && !this.element.reportValidity()) return;
    this.waiting?.abort();
    this.troubleTarget.textContent = '';
    await this.ask({}).catch(trouble => {
      if (trouble.name !== 'AbortError') this.troubleTarget.textContent = this.failedValue;
    });
  }

  // The list under the name field offers passkeys beside kept passwords.
  async offerWhileTyping() {
    if (!await PublicKeyCredential.isConditionalMediationAvailable?.()) return;
    this.waiting = new AbortController();
    await this.ask({ mediation: 'conditional', signal: this.waiting.signal }).catch(() => {});
  }

  async ask(how) {
    const options = await this.challenge();
    const credential = this.kindValue === 'create'
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options), ...how });
    this.credentialTarget.value = JSON.stringify(credential);
    this.element.noValidate = true;
    if (this.kindValue === 'get') this.element.action = this.address('Passkey');
    this.element.submit();
  }

  async challenge() {
    const body = new FormData();
    body.set('__RequestVerificationToken', this.element.elements.__RequestVerificationToken.value);
    const answer = await fetch(this.address('PasskeyOptions'), { method: 'POST', body, headers: { Accept: 'application/json' } });
    if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
    return answer.json();
  }

  address(handler) {
    const address = new URL(location.href);
    address.searchParams.set('handler', handler);
    return address.pathname + address.search;
  }
}
