import { write } from './calm.js';
import { LINK_STATES, isStreaming, nameOf } from './devices.js';
import { Feet } from './feet.js';
import { Heart } from './heart.js';
import { StepBars } from './steps.js';
import { element } from './therapist.js';

// Long enough to be read, short enough to be gone before the next step but one.
const WARNING_MS = 3000;

const $ = id => document.getElementById(id);

/** What the patient wears, beside the figure; not there when nothing is worn. */
export class Worn {
  #sound;
  #feet = new Feet($('feet'));
  #steps = new StepBars($('steps'));
  #heart = new Heart($('heart'), $('bpm'), $('zone'));
  #devices = [];
  #overUntil = {};
  #warning = 0;

  constructor(sound) {
    this.#sound = sound;
  }

  welcome(worn) {
    this.#devices = worn?.devices ?? [];
    this.#sound.offer(Boolean(worn?.weight_bearing));
    $('worn').hidden = !worn;
    $('view-exercise').classList.toggle('has-worn', Boolean(worn));
    if (!worn) return;
    $('worn').classList.toggle('is-heart-only', !worn.feet);
    for (const id of ['worn-feet', 'worn-steps']) $(id).hidden = !worn.feet;
    $('worn-heart').hidden = !worn.heart;
    if (worn.feet) this.#welcomeFeet(worn);
    if (worn.heart) this.#heart.welcome(worn.heart);
  }

  showFeet(news) {
    this.#feet.show(news);
    for (const side of ['left', 'right']) this.#showLoad(side, news[side]?.kg ?? null);
  }

  showSteps(news) {
    this.#steps.show(news);
  }

  showHeart(news) {
    this.#heart.show(news);
  }

  /** Said once, however often it happens while it is read. */
  warn({ side }) {
    write($('warning'), `Less weight on your ${side} leg`);
    clearTimeout(this.#warning);
    this.#warning = setTimeout(() => write($('warning'), ''), WARNING_MS);
    this.#sound.play();
  }

  showLinks(devices) {
    const mine = devices.filter(d => this.#devices.includes(d.id));
    const list = $('links');
    while (list.children.length > mine.length) list.lastChild.remove();
    mine.forEach((device, i) => {
      const item = list.children[i] ?? list.appendChild(element('li'));
      write(item, linkOf(device));
      item.className = isStreaming(device) ? '' : 'is-off';
    });
  }

  #welcomeFeet(worn) {
    this.#feet.welcome(worn);
    this.#steps.welcome(worn);
    this.#overUntil = {};
    for (const side of ['left', 'right']) this.#showLoad(side, null);
  }

  /** A step is over in a moment; that it was too heavy stays long enough to be read. */
  #showLoad(side, kg) {
    const limit = this.#feet.limitOf(side);
    const now = performance.now();
    if (limit !== null && kg > limit) this.#overUntil[side] = now + WARNING_MS;
    const isOver = now < this.#overUntil[side];
    const load = $(`load-${side}`);
    load.classList.toggle('is-over', isOver);
    write(load.querySelector('.kg'), kg === null ? '–' : `${Math.max(0, Math.round(kg))} kg`);
    write(load.querySelector('.load-note'), isOver ? `▲ over ${limit} kg` : limit === null ? '' : `limit ${limit} kg`);
  }
}

function linkOf(device) {
  const name = device.role === 'insole' ? nameOf(device) : 'Heart';
  if (!isStreaming(device)) return `${name}: ${LINK_STATES[device.state] ?? device.state}`;
  return device.battery_percent === null ? `${name}: streaming` : `${name}: battery ${device.battery_percent} %`;
}
