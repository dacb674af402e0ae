const [HERTZ, LOUDNESS, SECONDS] = [440, 0.15, 0.4];

/** A short calm tone, if somebody on this screen wants it. A browser plays nothing before the page has been touched. */
export class Sound {
  #button;
  #context = null;

  constructor(button) {
    this.#button = button;
    this.#press(localStorage.getItem('sound') === 'on');
    for (const touch of ['pointerdown', 'keydown']) addEventListener(touch, () => this.#isOn && this.#open());
    button.addEventListener('click', () => {
      this.#press(!this.#isOn);
      localStorage.setItem('sound', this.#isOn ? 'on' : 'off');
      if (!this.#isOn) return;
      this.#open();
      this.play();
    });
  }

  offer(isOffered) {
    this.#button.hidden = !isOffered;
  }

  play() {
    if (!this.#isOn || !this.#context) return;
    const now = this.#context.currentTime;
    const [tone, volume] = [this.#context.createOscillator(), this.#context.createGain()];
    tone.frequency.value = HERTZ;
    volume.gain.setValueAtTime(0, now);
    volume.gain.linearRampToValueAtTime(LOUDNESS, now + 0.04);
    volume.gain.linearRampToValueAtTime(0, now + SECONDS);
    tone.connect(volume).connect(this.#context.destination);
    tone.start(now);
    tone.stop(now + SECONDS);
  }

  get #isOn() {
    return this.#button.getAttribute('aria-pressed') === 'true';
  }

  #press(isOn) {
    this.#button.setAttribute('aria-pressed', String(isOn));
  }

  #open() {
    this.#context ??= new AudioContext();
    if (this.#context.state === 'suspended') this.#context.resume();
  }
}
