import { write } from './calm.js';
import { element } from './therapist.js';

const ROWS = ['Steps', 'Cadence', 'Load', 'Timing', 'Heart rate', 'Pain'];
const $ = id => document.getElementById(id);

/** What was worn, in numbers for the therapist. */
export class Walking {
  #values;

  constructor() {
    this.#values = Object.fromEntries(ROWS.map(name => {
      const row = element('tr');
      const [head, value] = [element('th', name), element('td', '–')];
      head.scope = 'row';
      row.append(head, value);
      row.hidden = true;
      $('walking-rows').append(row);
      return [name, value];
    }));
  }

  welcome(worn) {
    for (const name of ['Steps', 'Cadence', 'Load', 'Timing']) this.#offer(name, Boolean(worn?.feet));
    this.#offer('Heart rate', Boolean(worn?.heart));
  }

  showFeet({ walk }) {
    write(this.#values.Cadence, walk === null ? '–' : `${walk} steps/min`);
  }

  showSteps({ left, right, load, timing }) {
    write(this.#values.Steps, `${left} left, ${right} right`);
    write(this.#values.Load, comparison(load, 'more'));
    write(this.#values.Timing, comparison(timing, 'longer'));
  }

  showHeart({ bpm, zone, limit }) {
    const words = [`${bpm} per minute`, (zone ?? null) !== null && `zone ${zone}`, (limit ?? null) !== null && `limit ${limit}`];
    write(this.#values['Heart rate'], bpm === null ? '–' : words.filter(Boolean).join(', '));
  }

  showPain({ score, time }) {
    this.#offer('Pain', true);
    write(this.#values.Pain, `${score} of 10, at ${new Date(time).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}`);
  }

  #offer(name, isOffered) {
    this.#values[name].parentElement.hidden = !isOffered;
    $('walking').hidden = Object.values(this.#values).every(v => v.parentElement.hidden);
  }
}

/** Difference over mean; positive when the right is larger. */
function comparison(estimate, word) {
  if (!estimate) return '–';
  const { percent, confidence, strides } = estimate;
  const range = confidence === null ? '' : ` ± ${confidence}`;
  return `${percent < 0 ? 'left' : 'right'} ${Math.abs(percent)}${range} % ${word} (${strides} strides)`;
}
