const $ = id => document.getElementById(id);
const LOOK_MS = 60_000;

/** Asks for a PIN where one is needed, and forgets what was shown when nobody has touched the screen for a while. */
export class Access {
  #was = null;
  #touched = false;

  constructor() {
    $('sign-in').addEventListener('submit', event => {
      event.preventDefault();
      this.#signIn($('pin').value);
    });
    $('sign-out').addEventListener('click', () => this.#signOut());
    for (const touch of ['pointerdown', 'keydown']) addEventListener(touch, () => { this.#touched = true; });
    this.#look();
    setInterval(() => this.#look(), LOOK_MS);
  }

  async #look() {
    const touch = this.#touched ? '?touch=true' : '';
    this.#touched = false;
    try {
      const me = await (await fetch(`/api/me${touch}`)).json();
      if (this.#was && (this.#was.therapist !== me.therapist || this.#was.technician !== me.technician)) location.reload();
      this.#was = me;
      document.body.classList.toggle('no-therapist', !me.therapist);
      document.body.classList.toggle('no-technician', !me.technician);
      $('sign-out').hidden = !me.guarded || !(me.therapist || me.technician);
    } catch {
      // The box is away; live.js says so.
    }
  }

  async #signIn(pin) {
    $('sign-in-trouble').textContent = '';
    $('pin').value = '';
    try {
      const response = await fetch('/api/sign-in', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ pin }) });
      if (response.ok) location.reload();
      else $('sign-in-trouble').textContent = await response.text();
    } catch {
      $('sign-in-trouble').textContent = 'The box did not get it. Please try again.';
    }
  }

  async #signOut() {
    await fetch('/api/sign-out', { method: 'POST' });
    location.reload();
  }
}
