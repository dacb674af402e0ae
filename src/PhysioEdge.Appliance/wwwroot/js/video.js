const PICTURE_INTERVAL_MS = 100;

/** The camera's picture behind the figure: only where the box allows it, only while switched on, off again after a reload. */
export class Video {
  #button;
  #mark;
  #figure;
  #camera = null;
  #run = 0;

  constructor(button, mark, figure) {
    this.#button = button;
    this.#mark = mark;
    this.#figure = figure;
    button.addEventListener('click', () => this.#isOn ? this.stop() : this.#start());
    document.addEventListener('visibilitychange', () => document.hidden && this.stop());
  }

  allow(allowed, camera) {
    this.#camera = camera;
    this.#button.hidden = !allowed;
    if (!allowed) this.stop();
  }

  stop() {
    this.#run++;
    this.#mark.hidden = true;
    this.#button.setAttribute('aria-pressed', 'false');
    this.#figure.behind(null);
  }

  get #isOn() {
    return this.#button.getAttribute('aria-pressed') === 'true';
  }

  async #start() {
    const run = ++this.#run;
    this.#mark.hidden = false;
    this.#button.setAttribute('aria-pressed', 'true');
    while (run === this.#run) {
      const picture = await this.#fetch();
      if (run === this.#run && picture) this.#figure.behind(picture);
      await new Promise(resume => setTimeout(resume, PICTURE_INTERVAL_MS));
    }
  }

  async #fetch() {
    try {
      const response = await fetch(`/api/video?camera=${encodeURIComponent(this.#camera)}`);
      if (response.status === 403) this.stop();
      return response.status === 200 ? await createImageBitmap(await response.blob()) : null;
    } catch {
      // The box is away; live.js says so and stops this.
      return null;
    }
  }
}
