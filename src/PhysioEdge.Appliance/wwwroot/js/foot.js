// A sole from the middle: across as part of the width, inwards positive; along as part of the length, towards the toes positive.
const OUTLINE = [
  [0, -0.5], [-0.25, -0.46], [-0.34, -0.32], [-0.38, -0.1], [-0.47, 0.1], [-0.5, 0.22], [-0.45, 0.34], [-0.28, 0.44],
  [0, 0.495], [0.24, 0.5], [0.42, 0.43], [0.49, 0.3], [0.46, 0.17], [0.33, 0.02], [0.25, -0.15], [0.29, -0.32], [0.22, -0.46],
];

/** How much longer a foot is than wide. */
export const LENGTH_TO_WIDTH = 2.6;

/** Length of a foot of middle size, cm, by which the reach of a cell is told. */
const LENGTH_CM = 26;

// Where the colour is full: walking in shoes presses with 20 to 30 N/cm² at most.
const FULL_N_CM2 = 25;

const [COLUMNS, ROWS] = [30, 78];

/** What the cells of an insole read, as a picture without seams. */
export class FootMap {
  #cells;
  #inNewtons;
  #weights;
  #image = new ImageData(COLUMNS, ROWS);
  #canvas = new OffscreenCanvas(COLUMNS, ROWS);

  constructor({ cells, unit }) {
    this.#cells = cells;
    this.#inNewtons = unit === 'N';
    this.#weights = weightsOf(cells);
  }

  /**
   * The picture of a left foot, toes up. Its colours go by the root of the pressure, so that somebody who stands is seen to stand although
   * a push-off presses six times as much.
   */
  paint(readings, ramp) {
    const shares = this.#cells.map(([, , area], i) => (readings[i] ?? 0) / (this.#inNewtons ? area : 1) / FULL_N_CM2);
    const { data } = this.#image;
    for (let pixel = 0, at = 0; pixel < COLUMNS * ROWS; pixel++) {
      let share = 0;
      for (let i = 0; i < shares.length; i++) share += this.#weights[at++] * shares[i];
      const from = 4 * Math.min(255, Math.round(Math.sqrt(Math.max(0, share)) * 255));
      for (let part = 0; part < 4; part++) data[4 * pixel + part] = ramp[from + part];
    }
    this.#canvas.getContext('2d').putImageData(this.#image, 0, 0);
    return this.#canvas;
  }
}

/** For each pixel what each cell counts there: most near its centre, nothing far from all cells. */
function weightsOf(cells) {
  const weights = new Float32Array(COLUMNS * ROWS * cells.length);
  let at = 0;
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const [along, across] = [0.5 - (row + 0.5) / ROWS, (column + 0.5) / COLUMNS - 0.5];
      const near = cells.map(([x, y, area]) => {
        const [dx, dy] = [(along - x) * LENGTH_CM, (across - y) * LENGTH_CM / LENGTH_TO_WIDTH];
        return Math.exp(-(dx * dx + dy * dy) / (area / 2));
      });
      const sum = Math.max(0.7, near.reduce((a, b) => a + b, 0));
      for (const part of near) weights[at++] = part / sum;
    }
  }
  return weights;
}

/** From no pressure over some to the most, in 256 steps whose lightness only rises or only falls. */
export function rampOf(colours) {
  const stops = colours.map(hex => [1, 3, 5].map(i => parseInt(hex.trim().slice(i, i + 2), 16)));
  const ramp = new Uint8ClampedArray(256 * 4);
  for (let i = 0; i < 256; i++) {
    const place = i / 255 * (stops.length - 1);
    const stop = Math.min(stops.length - 2, Math.floor(place));
    for (let part = 0; part < 3; part++) ramp[4 * i + part] = stops[stop][part] + (stops[stop + 1][part] - stops[stop][part]) * (place - stop);
    ramp[4 * i + 3] = 255;
  }
  return ramp;
}

/** The outline of a sole around [x, y]; inwards is +1 to the right (a left foot) or −1. */
export function soleAt(x, y, length, inwards) {
  const path = new Path2D();
  const point = i => {
    const [across, along] = OUTLINE[(i + OUTLINE.length) % OUTLINE.length];
    return [x + inwards * across * length / LENGTH_TO_WIDTH, y - along * length];
  };
  path.moveTo(...point(0));
  for (let i = 0; i < OUTLINE.length; i++) {
    const [before, from, to, after] = [point(i - 1), point(i), point(i + 1), point(i + 2)];
    path.bezierCurveTo(
      from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6,
      to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6, to[0], to[1]);
  }
  path.closePath();
  return path;
}
