// The box speaks once a second; after so long without a word it is not there.
const SILENCE_MS = 4000;

const NEWS = ['hello', 'exercise', 'cue', 'figure', 'flags', 'box', 'room', 'feet', 'steps', 'heart', 'warning', 'pain'];

/** Listens to the box for as long as the page is open, and says when it falls silent. */
export function listen(camera, handlers) {
  const address = '/api/live' + (camera ? `?camera=${encodeURIComponent(camera)}` : '');
  let source = null;
  let heard = performance.now();
  let lost = false;

  function note(isLost) {
    if (isLost === lost) return;
    lost = isLost;
    handlers.lost(lost);
  }

  function open() {
    source?.close();
    source = new EventSource(address);
    for (const name of NEWS) {
      source.addEventListener(name, event => {
        heard = performance.now();
        note(false);
        handlers[name](JSON.parse(event.data));
      });
    }
    source.addEventListener('error', () => note(true));
  }

  open();
  setInterval(() => {
    if (performance.now() - heard < SILENCE_MS) return;
    note(true);
    heard = performance.now();
    open();
  }, 1000);
}
