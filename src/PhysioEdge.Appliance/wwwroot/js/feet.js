import { Surface } from './canvas.js';
import { describing } from './calm.js';
import { FootMap, LENGTH_TO_WIDTH, rampOf, soleAt } from './foot.js';

const SIDES = ['left', 'right'];
const USUAL_TOP_KG = 100;
const [BAR, GAP] = [18, 8];

/** Both soles from above, as one looks down at them: pressure, where it acts in sum, and how much of the allowed load that is. */
export class Feet {
  #surface;
  #describe;
  #maps = {};
  #news = {};
  #limit = null;
  #top = USUAL_TOP_KG;
  #ramp = null;

  constructor(canvas) {
    this.#describe = describing(canvas);
    this.#surface = new Surface(canvas, () => {
      this.#ramp = null;
      this.#draw();
    });
  }

  welcome({ feet, weight_bearing, body_mass_kg }) {
    this.#maps = Object.fromEntries(SIDES.filter(side => feet[side]).map(side => [side, new FootMap(feet[side])]));
    this.#limit = weight_bearing;
    // Walking, a leg bears somewhat more than the whole weight.
    this.#top = Math.max((body_mass_kg ?? USUAL_TOP_KG / 1.25) * 1.25, (weight_bearing?.limit_kg ?? 0) * 1.25);
    this.#news = {};
    this.#draw();
  }

  show(news) {
    this.#news = news;
    this.#describe(SIDES.filter(side => this.#maps[side]).map(side => this.#words(side)).join('; '));
    this.#draw();
  }

  limitOf(side) {
    return this.#limit?.side === side ? this.#limit.limit_kg : null;
  }

  #words(side) {
    const kg = this.#news[side]?.kg ?? null;
    const limit = this.limitOf(side);
    const bears = kg === null ? 'not known' : `bears ${Math.round(kg)} kg`;
    return `${side} foot ${bears}${limit === null ? '' : `, at most ${limit} kg are allowed`}`;
  }

  #draw() {
    const { width, height } = this.#surface;
    if (!width || !height) return;
    this.#surface.clear();
    this.#ramp ??= rampOf(['press-none', 'press-some', 'press-most'].map(name => this.#surface.colour(name)));
    const length = Math.min(height - 4, (width / 2 - BAR - 2 * GAP) * LENGTH_TO_WIDTH);
    for (const side of SIDES.filter(s => this.#maps[s])) {
      const outwards = side === 'left' ? -1 : 1;
      this.#drawFoot(side, width / 2 + outwards * (length / LENGTH_TO_WIDTH / 2 + GAP / 2), height / 2, length, -outwards);
      this.#drawBar(side, width / 2 + outwards * (length / LENGTH_TO_WIDTH + GAP * 1.5 + BAR / 2), height / 2 + length / 2, length);
    }
  }

  #drawFoot(side, x, y, length, inwards) {
    const { context } = this.#surface;
    const news = this.#news[side];
    const sole = soleAt(x, y, length, inwards);
    context.fillStyle = this.#surface.colour('press-none');
    context.fill(sole);
    if (news) {
      context.save();
      context.clip(sole);
      context.translate(x, y);
      context.scale(inwards, 1);
      const width = length / LENGTH_TO_WIDTH;
      context.drawImage(this.#maps[side].paint(news.cells, this.#ramp), -width / 2, -length / 2, width, length);
      context.restore();
    }
    context.strokeStyle = this.#surface.colour('muted');
    context.lineWidth = 1.5;
    context.setLineDash(news ? [] : [6, 5]);
    context.stroke(sole);
    context.setLineDash([]);
    if (news && news.x !== null && news.y !== null) this.#drawCentre(x + inwards * news.y * length / LENGTH_TO_WIDTH, y - news.x * length);
  }

  #drawCentre(x, y) {
    const { context } = this.#surface;
    for (const [radius, colour] of [[7.5, 'ink'], [6, 'card'], [3.2, 'bad']]) {
      context.fillStyle = this.#surface.colour(colour);
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.fill();
    }
  }

  #drawBar(side, x, bottom, length) {
    const { context } = this.#surface;
    const limit = this.limitOf(side);
    const kg = this.#news[side]?.kg ?? 0;
    const y = value => bottom - Math.max(0, Math.min(1, value / this.#top)) * length;
    const fill = (from, to, style) => {
      context.fillStyle = style;
      context.fillRect(x - BAR / 2, y(to), BAR, y(from) - y(to));
    };
    fill(0, this.#top, this.#surface.colour('press-none'));
    fill(0, Math.min(kg, limit ?? kg), this.#surface.colour('accent'));
    if (limit === null) return;
    if (kg > limit) {
      fill(limit, kg, this.#surface.colour('card'));
      fill(limit, kg, this.#surface.stripes('bad'));
    }
    context.fillStyle = this.#surface.colour('ink');
    context.fillRect(x - BAR / 2 - 4, y(limit) - 1.5, BAR + 8, 3);
  }
}
