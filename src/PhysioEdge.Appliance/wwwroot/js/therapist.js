const $ = id => document.getElementById(id);

const SEVERITY = { minor: 'short of target', moderate: 'beyond limit', severe: 'severe' };
const PHASE = { new: '', update: 'has become worse', end: 'session over' };

export function element(tag, text, className) {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

export function showNotes(notes) {
  $('notes').replaceChildren(...notes.map(noteOf));
  $('no-notes').hidden = notes.length > 0;
  $('notes').hidden = notes.length === 0;
  $('note-count').hidden = notes.length === 0;
  $('note-count').textContent = notes.length;
  $('note-count').setAttribute('aria-label', `, ${notes.length} flagged`);
}

function noteOf(note) {
  const item = element('li', undefined, `note is-${note.severity}`);
  const head = element('p', undefined, 'note-head');
  const time = element('time', new Date(note.time).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }));
  time.dateTime = note.time;
  head.append(time, element('span', SEVERITY[note.severity] ?? note.severity, 'severity'));
  if (PHASE[note.phase]) head.append(element('span', PHASE[note.phase], 'phase'));
  item.append(head, element('p', note.explanation));
  return item;
}

export function showRepetitions({ repetitions, target, unit }) {
  const degrees = unit === 's' ? ' s' : '°';
  const rows = (repetitions ?? []).toReversed().flatMap(r => {
    const row = element('tr');
    const verdict = r.partial ? 'not completed' : target === null ? '' : r.reached ? '✓ reached' : 'short';
    row.append(
      element('th', r.number ?? '–'),
      element('td', r.value === null ? '–' : `${r.value}${degrees}`),
      element('td', verdict, r.reached ? 'good' : 'warm'),
      element('td', `${r.out_s.toFixed(1)} s`),
      element('td', `${r.back_s.toFixed(1)} s`),
      element('td', r.form ?? '–'));
    row.firstChild.scope = 'row';
    return r.why ? [row, reasonOf(r)] : [row];
  });
  $('repetitions').replaceChildren(...rows);
  $('no-repetitions').hidden = rows.length > 0;
  $('repetitions').closest('.scroller').hidden = rows.length === 0;
}

/** What made the form score lower than that of the patient's own good ones. */
function reasonOf({ why }) {
  const row = element('tr', undefined, 'why');
  row.append(element('td', why));
  row.firstChild.colSpan = 6;
  return row;
}

export function showTests({ tests }) {
  $('tests').hidden = tests.length === 0;
  $('tests-taken').replaceChildren(...tests.map(t => {
    const item = element('li');
    item.append(element('strong', `${t.title}: ${t.result} ${t.unit}`));
    for (const remark of t.remarks) item.append(element('p', remark, 'warm'));
    for (const beyond of t.beyond) item.append(element('p', beyond, 'muted'));
    return item;
  }));
}

export function showPlan({ plan }) {
  $('plan').replaceChildren(...plan.map(p => {
    const item = element('li', undefined, p.shown ? 'is-shown' : '');
    item.append(
      element('span', p.side ? `${p.title}, ${p.side}` : p.title),
      element('span', p.done ? '✓ done' : `${p.ended} of ${p.sets} sets of ${p.reps}`, p.done ? 'good' : 'muted'));
    return item;
  }));
}
