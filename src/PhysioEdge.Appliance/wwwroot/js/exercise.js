const $ = id => document.getElementById(id);

// What the patient is told instead when there is no picture to judge by; see technician.js for the rest.
const CAMERA_WORDS = {
  starting: 'The camera is starting',
  ended: 'The recording is over',
  switched_off: 'The camera is switched off',
};

let said = { cue: 'none', text: '' };
let cameraWords = '';

export function showExercise(news) {
  $('title').textContent = news.side ? `${news.title}, ${news.side}` : news.title;
  $('set').textContent = news.finished ? 'All sets done' : `Set ${news.set} of ${news.sets}`;
  $('counter').hidden = false;
  if ($('count').textContent !== String(news.count)) {
    $('count').textContent = news.count;
    $('count').classList.remove('is-new');
    void $('count').offsetWidth;
    if (news.count > 0) $('count').classList.add('is-new');
  }
  $('of').textContent = `of ${news.of}`;
  $('dots').replaceChildren(...Array.from({ length: Math.max(news.of, news.count) }, (_, i) => {
    const dot = document.createElement('li');
    dot.className = i < news.count ? 'is-done' : '';
    return dot;
  }));
  const next = news.plan.find(p => !p.done && !p.shown);
  $('next').textContent = next ? `Then: ${next.title}${next.side ? `, ${next.side}` : ''}` : '';
  $('measure').textContent = news.measure;
}

export function showCue(news) {
  said = news;
  speak();
}

/** The camera comes before the coach: without pictures there is nothing to say about the movement. */
export function showCamera(state) {
  cameraWords = state === 'streaming' ? '' : CAMERA_WORDS[state] ?? 'The camera gives no picture. Please ask for help';
  speak();
}

// More than this and a number is no fact: AngleReading.cs.
const MOST_UNCERTAIN = 10;

export function showValue(value, exercise, uncertainty) {
  const unsure = uncertainty > MOST_UNCERTAIN && exercise.unit !== 's';
  const text = value === null ? '–' : `${Math.max(0, Math.round(value))}${exercise.unit === 's' ? ' s' : '°'}`;
  $('now').textContent = unsure && value !== null ? `≈ ${text}` : text;
  $('now').classList.toggle('is-unsure', unsure);
  $('now').classList.toggle('is-reached', !unsure && exercise.target !== null && value !== null && Math.round(value) >= exercise.target);
  $('unsure').textContent = value === null || uncertainty === undefined || exercise.unit === 's' ? '' : `± ${uncertainty}°`;
}

function speak() {
  const text = cameraWords || said.text;
  if ($('cue-text').textContent === text) return;
  $('cue-text').textContent = text;
  $('cue').dataset.cue = cameraWords ? 'camera' : said.cue;
  $('cue').classList.toggle('is-long', text.length > 24);
}
