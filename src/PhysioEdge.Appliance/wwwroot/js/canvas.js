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
