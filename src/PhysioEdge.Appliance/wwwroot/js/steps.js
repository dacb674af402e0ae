import { Surface } from './canvas.js';
import { describing } from './calm.js';

const MOST = 24;
const LEAST_TOP_KG = 20;
const LEAST_SHARE = 0.3;

/** What the latest steps bore: the left foot upwards, the right one downwards, against what is allowed. */
export class StepBars {
  #surface;
  #describe;
  #steps = [];
  #limit = null;

  constructor(canvas) {
    this.#describe = describing(canvas);
    this.#surface = new Surface(canvas, () => this.#draw());
  }

  welcome({ weight_bearing }) {
    [this.#limit, this.#steps] = [weight_bearing, []];
    this.#draw();
  }

  show({ steps, left, right }) {
    this.#steps = steps.slice(-MOST);
    this.#describe(this.#words(left, right));
    this.#draw();
  }

  #words(left, right) {
    const last = this.#steps.at(-1);
    const over = this.#steps.filter(s => s.over).length;
    return [`${left} steps on the left and ${right} on the right`, last && `the last one bore ${Math.round(last.kg)} kg on the ${last.side}`,
      this.#limit && `${over} of the last ${this.#steps.length} over the limit of ${this.#limit.limit_kg} kg on the ${this.#limit.side}`].filter(Boolean).join(', ');
  }

  #draw() {
    const { context, width, height } = this.#surface;
    if (!width || !height) return;
    this.#surface.clear();
    const size = 13;
    context.font = `600 ${size}px system-ui, sans-serif`;
    const limit = this.#limit ? `${this.#limit.limit_kg} kg` : '';
    const left = context.measureText('right').width + size * 0.6;
    const right = width - (limit && context.measureText(limit).width + size * 0.6);
    const [up, down] = ['left', 'right'].map(side => this.#topOf(side));
    const share = Math.max(LEAST_SHARE, Math.min(1 - LEAST_SHARE, up / (up + down)));
    const axis = height * share;
    const scale = Math.min(axis / up, (height - axis) / down);
    const y = (side, kg) => axis + (side === 'left' ? -1 : 1) * kg * scale;
    this.#drawGround(left, right, axis, size);
    const pitch = (right - left) / MOST;
    this.#steps.forEach((step, i) => this.#drawStep(step, left + i * pitch + pitch * 0.15, pitch * 0.7, y));
    if (limit) this.#drawLimit(left, right, y(this.#limit.side, this.#limit.limit_kg), limit, size);
  }

  #topOf(side) {
    const limit = this.#limit?.side === side ? this.#limit.limit_kg * 1.25 : 0;
    return Math.max(LEAST_TOP_KG, limit, ...this.#steps.filter(s => s.side === side).map(s => s.kg)) * 1.05;
  }

  #drawGround(left, right, axis, size) {
    const { context, height } = this.#surface;
    context.fillStyle = this.#surface.colour('muted');
    context.fillRect(left, axis - 0.75, right - left, 1.5);
    context.textAlign = 'left';
    context.textBaseline = 'middle';
    context.fillText('left', 0, axis / 2);
    context.fillText('right', 0, Math.max(axis + size * 0.7, (axis + height) / 2));
  }

  #drawStep({ side, kg, over }, x, width, y) {
    const { context } = this.#surface;
    const [from, to] = [y(side, 0), y(side, kg)];
    context.fillStyle = over ? this.#surface.stripes('bad') : this.#surface.colour(side === 'left' ? 'body-near' : 'body');
    context.fillRect(x, Math.min(from, to), width, Math.abs(to - from));
    if (!over) return;
    context.strokeStyle = this.#surface.colour('bad');
    context.lineWidth = 1.5;
    context.strokeRect(x, Math.min(from, to), width, Math.abs(to - from));
  }

  #drawLimit(left, right, y, limit, size) {
    const { context } = this.#surface;
    context.strokeStyle = this.#surface.colour('ink');
    context.lineWidth = 2;
    context.setLineDash([7, 5]);
    context.beginPath();
    context.moveTo(left, y);
    context.lineTo(right, y);
    context.stroke();
    context.setLineDash([]);
    context.fillStyle = this.#surface.colour('ink');
    context.textAlign = 'left';
    context.textBaseline = 'middle';
    context.fillText(limit, right + size * 0.6, Math.max(size * 0.6, Math.min(this.#surface.height - size * 0.6, y)));
  }
}
