import { Controller } from '@hotwired/stimulus';

// Shows the confirm page of a link in a dialog over this page. Without scripts, or when that fails, the link is followed.
export default class extends Controller {
  connect() {
    this.element.addEventListener('click', this.ask);
  }

  disconnect() {
    this.element.removeEventListener('click', this.ask);
  }

  ask = async event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const form = await this.fetch().catch(() => null);
    if (!form) { location.href = this.element.href; return; }
    const dialog = document.createElement('dialog');
    const heading = form.querySelector('h1');
    heading.id = 'dialog-title';
    dialog.setAttribute('aria-labelledby', heading.id);
    dialog.append(form);
    dialog.addEventListener('close', () => { dialog.remove(); this.element.focus(); });
    form.querySelector('[data-cancel]').addEventListener('click', click => { click.preventDefault(); dialog.close(); });
    document.body.append(dialog);
    dialog.showModal();
    form.querySelector('[data-cancel]').focus();
  };

  async fetch() {
    const answer = await fetch(this.element.href, { headers: { Accept: 'text/html' } });
    if (!answer.ok || answer.redirected) return null;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const form = page.querySelector('form[data-confirm]');
    if (form && !form.hasAttribute('action')) form.action = this.element.href;
    return form && document.adoptNode(form);
  }
}
