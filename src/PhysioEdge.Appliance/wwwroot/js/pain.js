import { write } from './calm.js';
import { element } from './therapist.js';

const WORST = 10;
const WORDS = { 0: 'no pain', [WORST]: 'worst imaginable' };
const THANKS_MS = 3000;
const $ = id => document.getElementById(id);

/** The patient rates the pain, 0 to 10; the score given last stands beside the button. */
export class PainScale {
  #dialog = $('pain-dialog');
  #isSending = false;
  #closing = 0;

  constructor() {
    for (let score = 0; score <= WORST; score++) {
      const button = element('button', String(score));
      button.type = 'button';
      button.dataset.score = score;
      if (WORDS[score]) button.append(' ', element('small', WORDS[score]));
      button.addEventListener('click', () => this.#give(score));
      $('pain-scores').appendChild(element('li')).append(button);
    }
    $('pain').addEventListener('click', () => this.#open());
    $('pain-close').addEventListener('click', () => this.#dialog.close());
    this.#dialog.addEventListener('close', () => clearTimeout(this.#closing));
  }

  show({ score }) {
    write($('pain-last'), `last: ${score} of ${WORST}`);
  }

  #open() {
    $('pain-answer').textContent = '';
    $('pain-close').textContent = 'Cancel';
    this.#dialog.showModal();
  }

  async #give(score) {
    if (this.#isSending) return;
    this.#isSending = true;
    const trouble = await send(score);
    this.#isSending = false;
    $('pain-answer').textContent = trouble ?? `Thank you: ${score} of ${WORST}`;
    $('pain-close').textContent = 'Close';
    clearTimeout(this.#closing);
    if (trouble === null) this.#closing = setTimeout(() => this.#dialog.close(), THANKS_MS);
  }
}

/** What went wrong; null when the box has the score. */
async function send(score) {
  try {
    const camera = encodeURIComponent(document.body.dataset.camera);
    const response = await fetch(`/api/pain?camera=${camera}`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ score }),
    });
    return response.ok ? null : await response.text();
  } catch {
    return 'The box did not get it. Please try again.';
  }
}
