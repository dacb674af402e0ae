import { Surface } from './canvas.js';
import { describing, write } from './calm.js';

const ZONES = ['at ease', 'very light', 'light', 'moderate', 'hard', 'very hard'];

/** The heart rate: the number, its zone in words, and where in the zones it is. */
export class Heart {
  #canvas;
  #surface;
  #describe;
  #worn = { limit_bpm: null, max_bpm: null, zones: null };
  #bpm = null;
  #number;
  #zone;

  constructor(canvas, number, zone) {
    [this.#canvas, this.#number, this.#zone] = [canvas, number, zone];
    this.#describe = describing(canvas);
    this.#surface = new Surface(canvas, () => this.#draw());
  }

  welcome(worn) {
    this.#worn = worn;
    this.#canvas.hidden = worn.zones === null;
    this.show({ bpm: null });
  }

  show({ bpm, zone }) {
    this.#bpm = bpm;
    const words = this.#words(bpm, zone ?? null);
    const isOver = this.#worn.limit_bpm !== null && bpm > this.#worn.limit_bpm;
    write(this.#number, bpm === null ? '–' : String(bpm));
    write(this.#zone, words);
    this.#zone.classList.toggle('is-over', isOver);
    this.#describe(bpm === null ? 'The heart rate is not known' : `Heart rate ${bpm} per minute, ${words}`);
    this.#draw();
  }

  #words(bpm, zone) {
    const limit = this.#worn.limit_bpm;
    if (bpm === null) return 'not heard';
    if (limit !== null && bpm > limit) return `▲ above the limit of ${limit}`;
    return [zone === null ? '' : ZONES[zone], limit === null ? '' : `limit ${limit}`].filter(Boolean).join(', ');
  }

  #draw() {
    const { context, width, height } = this.#surface;
    const { zones, max_bpm: most, limit_bpm: limit } = this.#worn;
    if (!width || !height || !zones) return;
    this.#surface.clear();
    const least = 2 * zones[0] - zones[2];
    const x = bpm => Math.max(0, Math.min(1, (bpm - least) / (most - least))) * (width - 4) + 2;
    const bounds = [least, ...zones, most];
    for (let i = 0; i + 1 < bounds.length; i++) {
      context.fillStyle = this.#surface.colour('press-none');
      context.fillRect(x(bounds[i]) + 1, 10, x(bounds[i + 1]) - x(bounds[i]) - 2, height - 12);
      if (this.#bpm === null || this.#bpm <= bounds[i]) continue;
      context.fillStyle = limit !== null && this.#bpm > limit ? this.#surface.stripes('bad') : this.#surface.colour('accent');
      context.fillRect(x(bounds[i]) + 1, 10, x(Math.min(this.#bpm, bounds[i + 1])) - x(bounds[i]) - (this.#bpm >= bounds[i + 1] ? 2 : 1), height - 12);
    }
    if (limit === null) return;
    context.fillStyle = this.#surface.colour('ink');
    context.fillRect(x(limit) - 1.5, 4, 3, height - 4);
    context.beginPath();
    context.moveTo(x(limit) - 6, 0);
    context.lineTo(x(limit) + 6, 0);
    context.lineTo(x(limit), 8);
    context.fill();
  }
}
