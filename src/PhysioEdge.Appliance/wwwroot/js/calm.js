const INTERVAL_MS = 5000;

/** Keeps the words for a picture true without a chatter: they change at most every few seconds. */
export function describing(canvas) {
  let words = '';
  let timer = 0;
  const tell = () => {
    if (canvas.getAttribute('aria-label') !== words) canvas.setAttribute('aria-label', words);
  };
  return text => {
    words = text;
    if (timer) return;
    tell();
    timer = setTimeout(() => {
      timer = 0;
      tell();
    }, INTERVAL_MS);
  };
}

/** Changes a text only when it is another, so that nothing is announced or laid out for nothing. */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
