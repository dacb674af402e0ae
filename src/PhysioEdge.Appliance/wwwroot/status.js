'use strict';

const $ = id => document.getElementById(id);

function list(entries) {
  return entries.flatMap(([name, value, tone]) => {
    const dt = document.createElement('dt');
    const dd = document.createElement('dd');
    dt.textContent = name;
    dd.textContent = value;
    if (tone) dd.className = tone;
    return [dt, dd];
  });
}

function camera(c) {
  const parts = c.progress.map(p => {
    const line = document.createElement('p');
    line.className = 'count';
    line.textContent = `${p.exercise}: ${p.repetitions} of ${p.repetitions_per_set}, set ${Math.max(p.set, 1)} of ${p.sets}`;
    return line;
  });
  const dl = document.createElement('dl');
  dl.append(...list([
    ['Camera', `${c.id}: ${c.state.replaceAll('_', ' ')}`, c.state === 'streaming' ? 'good' : c.state === 'ended' ? '' : 'bad'],
    ...(c.last_error ? [['Last trouble', c.last_error]] : []),
    ['Patient', c.has_patient ? 'in view' : 'not in view'],
    ['Knee flexion', c.left_knee_degrees == null ? '–' : `left ${c.left_knee_degrees}°, right ${c.right_knee_degrees ?? '–'}°`],
    ['Last repetition', c.last_repetition ?? '–'],
    ['Pictures', `${c.captured} taken, ${c.dropped} dropped, ${c.frames_per_second}/s, ${c.milliseconds_per_frame} ms each`],
    ['Restarts', `${c.restarts} (${c.stalls} after a stall)`],
  ]));
  return [...parts, dl];
}

function sending(s) {
  const link = s.publisher.link;
  return list([
    ['Broker', link.connected_since ? 'connected' : link.last_error ?? 'connecting', link.connected_since ? 'good' : 'bad'],
    ['Sent', `${s.publisher.sent}, ${s.publisher.resent} of them again`],
    ['Stored by the receiver', `${s.publisher.receipted}`],
    ['Waiting for a receipt', `${s.store.pending}`],
    ['Store', s.store.problem ?? 'writable', s.store.problem ? 'bad' : 'good'],
    ...(s.store.waiting ? [['Waiting for the store', `${s.store.waiting}`, 'bad']] : []),
    ...(s.publisher.last_error ? [['Last trouble', s.publisher.last_error]] : []),
  ]);
}

function row(e) {
  const tr = document.createElement('tr');
  for (const text of [new Date(e.time).toLocaleTimeString(), e.explanation, e.severity, `${e.phase} (revision ${e.rev})`]) {
    const td = document.createElement('td');
    td.textContent = text;
    tr.append(td);
  }
  return tr;
}

async function refresh() {
  try {
    const response = await fetch('/api/status');
    if (!response.ok) throw new Error(`the box answered ${response.status}`);
    const status = await response.json();
    $('box').textContent = `${status.site} / ${status.edge}, pose model ${status.model}`;
    $('cameras').replaceChildren(...status.cameras.flatMap(camera));
    $('sending').replaceChildren(...sending(status));
    $('events').replaceChildren(...status.events.map(row));
    $('no-events').hidden = status.events.length > 0;
    $('connection').textContent = '';
  } catch (error) {
    $('connection').textContent = `No answer from the box: ${error.message}`;
  }
}

refresh();
setInterval(refresh, 1000);
