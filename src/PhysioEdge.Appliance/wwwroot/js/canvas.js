/** A canvas as sharp as the screen, drawn again when its size or the theme changes. */
export class Surface {
  #canvas;

  constructor(canvas, draw) {
    this.#canvas = canvas;
    this.context = canvas.getContext('2d');
    new ResizeObserver(() => {
      this.#fit();
      draw();
    }).observe(canvas);
    addEventListener('themechange', () => {
      this.#readColours();
      draw();
    });
    this.#readColours();
    this.#fit();
  }

  colour(name) {
    return this.colours.getPropertyValue(`--${name}`);
  }

  /** Stripes of that colour, for what is not to be told by a colour alone. */
  stripes(name) {
    const tile = new OffscreenCanvas(6, 6);
    const pen = tile.getContext('2d');
    pen.strokeStyle = this.colour(name);
    pen.lineWidth = 2.2;
    pen.beginPath();
    for (const shift of [-6, 0, 6]) {
      pen.moveTo(shift - 1, 7);
      pen.lineTo(shift + 7, -1);
    }
    pen.stroke();
    return this.context.createPattern(tile, 'repeat');
  }

  clear() {
    this.context.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    this.context.clearRect(0, 0, this.width, this.height);
  }

  #readColours() {
    this.colours = getComputedStyle(document.documentElement);
  }

  #fit() {
    this.ratio = devicePixelRatio || 1;
    this.width = this.#canvas.clientWidth;
    this.height = this.#canvas.clientHeight;
    this.#canvas.width = Math.round(this.width * this.ratio);
    this.#canvas.height = Math.round(this.height * this.ratio);
  }
}
