import { Surface } from './canvas.js';

const SECONDS = 20;
const LEAST_TOP = 60;

/** The measured value of the last seconds, against target and limit; labels stand at the lines, so there is no legend. */
export class Trace {
  #surface;
  #canvas;
  #points = [];
  #target = null;
  #limit = null;
  #unit = '°';

  constructor(canvas) {
    this.#canvas = canvas;
    this.#surface = new Surface(canvas, () => this.#draw());
  }

  reset(points) {
    this.#points = points;
    this.#draw();
  }

  against({ target, limit, unit, repetitions }) {
    [this.#target, this.#limit, this.#unit] = [target, limit, unit === 's' ? ' s' : '°'];
    this.#describe(repetitions?.at(-1));
    this.#draw();
  }

  add(time, value) {
    const last = this.#points.at(-1);
    if (last && time < last[0]) this.#points = [];
    this.#points.push([time, value]);
    const oldest = time - SECONDS;
    while (this.#points[0][0] < oldest) this.#points.shift();
    this.#draw();
  }

  #words(name, value) {
    return value === null ? '' : `${name} ${value}${this.#unit}`;
  }

  #describe(last) {
    const words = [last ? this.#words('last repetition', last.value) : 'no repetition yet', this.#words('target', this.#target)];
    this.#canvas.setAttribute('aria-label', `The movement of the last ${SECONDS} seconds: ${words.filter(Boolean).join(', ')}`);
  }

  #draw() {
    const { context, width, height } = this.#surface;
    if (!width || !height) return;
    this.#surface.clear();
    const size = Math.max(14, Math.min(22, width / 40));
    context.font = `600 ${size}px system-ui, sans-serif`;
    const labels = [this.#words('target', this.#target), this.#words('limit', this.#limit)];
    const margin = Math.max(...labels.map(text => context.measureText(text).width)) + size * 0.9;
    const area = { left: 2, right: width - Math.max(margin, size), top: size * 0.6, bottom: height - size * 1.5, size };
    const top = Math.max(this.#target === null ? LEAST_TOP : this.#target * 1.45, ...this.#points.map(p => (p[1] ?? 0) * 1.06));
    const y = value => area.bottom - (Math.max(0, value) / top) * (area.bottom - area.top);
    context.textBaseline = 'middle';
    this.#drawGround(area, y);
    this.#drawCurve(area, y);
  }

  #drawGround({ left, right, top, bottom, size }, y) {
    const { context } = this.#surface;
    if (this.#target !== null) {
      context.fillStyle = this.#surface.colour('zone');
      context.fillRect(left, top, right - left, y(this.#target) - top);
      this.#line(left, right, y(this.#target), 'good', []);
      this.#label(right, y(this.#target), size, this.#words('target', this.#target), 'good');
    }
    if (this.#limit !== null && this.#limit !== this.#target) {
      this.#line(left, right, y(this.#limit), 'warm', [8, 6]);
      const apart = this.#target === null || Math.abs(y(this.#limit) - y(this.#target)) > size * 1.2;
      this.#label(right, y(this.#limit) + (apart ? 0 : size * 0.9), size, this.#words('limit', this.#limit), 'warm');
    }
    this.#line(left, right, bottom, 'line', []);
    context.fillStyle = this.#surface.colour('muted');
    context.font = `${size * 0.85}px system-ui, sans-serif`;
    context.textAlign = 'left';
    context.fillText(`${SECONDS} s ago`, left, bottom + size * 0.85);
    context.textAlign = 'right';
    context.fillText('now', right, bottom + size * 0.85);
  }

  #drawCurve({ left, right, size }, y) {
    if (!this.#points.length) return;
    const { context } = this.#surface;
    const end = this.#points.at(-1)[0];
    const x = time => right - ((end - time) / SECONDS) * (right - left);
    context.strokeStyle = this.#surface.colour('ink');
    context.lineWidth = Math.max(3, size / 5);
    context.lineJoin = context.lineCap = 'round';
    context.beginPath();
    let pen = false;
    for (const [time, value] of this.#points) {
      if (value === null) {
        pen = false;
        continue;
      }
      if (pen) context.lineTo(x(time), y(value));
      else context.moveTo(x(time), y(value));
      pen = true;
    }
    context.stroke();
    if (!pen) return;
    context.fillStyle = this.#surface.colour('accent');
    context.beginPath();
    context.arc(right, y(this.#points.at(-1)[1]), size * 0.42, 0, 2 * Math.PI);
    context.fill();
  }

  #line(from, to, y, colour, dash) {
    const { context } = this.#surface;
    context.strokeStyle = this.#surface.colour(colour);
    context.lineWidth = 2;
    context.setLineDash(dash);
    context.beginPath();
    context.moveTo(from, y);
    context.lineTo(to, y);
    context.stroke();
    context.setLineDash([]);
  }

  #label(right, y, size, text, colour) {
    const { context } = this.#surface;
    context.fillStyle = this.#surface.colour(colour);
    context.textAlign = 'left';
    context.fillText(text, right + size * 0.7, y);
  }
}
