const $ = id => document.getElementById(id);

/** The privacy switch: a press on the button stops every camera and wearable at once; only a person switches them on again. */
export class Privacy {
  #isOn = false;

  constructor() {
    $('privacy').addEventListener('click', () => this.#switch(true));
    $('private-off').addEventListener('click', () => this.#switch(false));
  }

  show(isOn) {
    this.#isOn = isOn;
    $('privacy').hidden = isOn;
    $('private').hidden = !isOn;
    document.body.classList.toggle('is-private', isOn);
  }

  async #switch(on) {
    if (on === this.#isOn) return;
    $('private-trouble').textContent = '';
    const trouble = await send(on);
    if (trouble === null) this.show(on);
    $('private-trouble').textContent = trouble ?? '';
  }
}

/** What went wrong; null when the box has done it. */
async function send(on) {
  try {
    const response = await fetch('/api/privacy', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ on }) });
    return response.ok ? null : await response.text();
  } catch {
    return 'The box did not get it. Please try again, or press its button.';
  }
}
