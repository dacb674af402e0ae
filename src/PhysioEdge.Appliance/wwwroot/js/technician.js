import { element } from './therapist.js';
import { LINK_STATES, isStreaming, nameOf } from './devices.js';

const $ = id => document.getElementById(id);
const count = new Intl.NumberFormat('en');

const CAMERA_STATES = {
  starting: ['busy', 'starting'],
  streaming: ['good', 'gives pictures'],
  stalled: ['bad', 'silent'],
  backing_off: ['bad', 'is opened again soon'],
  failed: ['bad', 'failed'],
  ended: ['busy', 'the recording is over'],
  switched_off: ['busy', 'switched off'],
};

export function showBox(box) {
  $('left').textContent = whatLeft(box);
  const cards = [healthOf(box), ...box.cameras.map(c => cameraOf(c, box.cameras.length > 1)), ...box.devices.map(deviceOf), modelOf(box), storeOf(box), measurementsOf(box), brokerOf(box),
    ...(box.influx ? [influxOf(box)] : []), boxOf(box)];
  cards.forEach(showCard);
}

/** A card is made once and filled anew, so that neither focus nor selection is lost every second. */
function showCard({ title, tone, words, entries, link, isOff }, index) {
  const card = $('cards').children[index] ?? $('cards').appendChild(emptyCard(entries, link));
  card.querySelector('h2').textContent = title;
  card.querySelector('.state').textContent = words;
  card.querySelector('.state').className = `state is-${tone}`;
  card.classList.toggle('is-off', isOff === true);
  card.querySelectorAll('dd').forEach((value, i) => { value.textContent = entries[i][1]; });
}

function emptyCard(entries, link) {
  const card = element('section', undefined, 'card');
  const list = element('dl');
  for (const [name] of entries) {
    const row = element('div');
    row.append(element('dt', name), element('dd'));
    list.append(row);
  }
  card.append(element('h2'), element('p', undefined, 'state'), list);
  if (link) {
    const shown = card.appendChild(element('a', 'Show on this screen', 'button'));
    shown.href = link;
  }
  return card;
}

function whatLeft({ cameras, publisher, video_screens }) {
  const pictures = cameras.reduce((sum, c) => sum + c.captured, 0);
  const bytes = cameras.reduce((sum, c) => sum + c.captured_bytes, 0);
  return `In: ${count.format(pictures)} pictures, ${size(bytes)}. Out to the broker: ${messages(publisher)}; `
    + 'besides these only the word that the box is on and how it is, and what a therapist asks for behind an event. Screens get the figure, '
    + (video_screens.length ? `and the picture if they are in the room: ${video_screens.join(', ')}.` : 'never the picture.');
}

const HEALTH_STATES = { good: ['good', 'all is well'], degraded: ['busy', 'works, with something to look at'], failing: ['bad', 'does not do what it is there for'] };

function healthOf({ health }) {
  const [tone, words] = HEALTH_STATES[health.state];
  return { title: 'Health', tone, words, entries: [
    ['To look at', health.problems.map(p => `${p.component}: ${p.text}`).join(' ') || 'nothing'],
    ['Certificate', health.certificate_expires_at ? `until ${health.certificate_expires_at.slice(0, 10)}` : 'none'],
    ['Room for data', health.data_free_bytes === null ? '–' : size(health.data_free_bytes)],
  ] };
}

function cameraOf(c, several) {
  const [tone, words] = CAMERA_STATES[c.state] ?? ['bad', c.state];
  const link = several && `/?camera=${encodeURIComponent(c.id)}#exercise`;
  return { title: `Camera ${c.id}`, tone, words, link, entries: [
    ['Pictures per second', c.frames_per_second.toFixed(1)],
    ['Size', c.width ? `${c.width} × ${c.height}` : '–'],
    ['Taken in', `${count.format(c.captured)} pictures, ${size(c.captured_bytes)}`],
    ['Dropped', count.format(c.dropped)],
    ['Opened again', `${c.restarts} times, ${c.stalls} after silence`],
    ['Patient', c.has_patient ? 'in view' : 'not in view'],
    ['View', c.view ?? '–'],
    ['Screens', `${c.screens}, ${count.format(c.screen_updates_missed)} updates missed by slow ones`],
    ['Last trouble', c.last_error ?? 'none'],
  ] };
}

function deviceOf(d) {
  const refused = Object.entries(d.refused).map(([reason, times]) => `${count.format(times)}: ${reason}`);
  return { title: nameOf(d), tone: isStreaming(d) ? 'good' : d.state.startsWith('no_') ? 'bad' : 'busy', words: LINK_STATES[d.state] ?? d.state, isOff: !isStreaming(d), entries: [
    ['Name in box.json', d.id],
    ['Battery', d.battery_percent === null ? 'not said' : `${d.battery_percent} %`],
    ['Received', `${count.format(d.received)}, understood ${count.format(d.decoded)}`],
    ['Refused', refused.length ? refused.join('; ') : 'none'],
    ['Samples lost', count.format(d.lost)],
    ['Links made again', count.format(d.reconnects)],
    ['Last trouble', d.reason ?? 'none'],
  ] };
}

function modelOf({ model, model_sha256, cameras }) {
  const busy = Math.max(...cameras.map(c => c.milliseconds_per_frame));
  return { title: 'Pose model', tone: busy > 0 ? 'good' : 'busy', words: busy > 0 ? 'at work' : 'waits for pictures', entries: [
    ['Model', model],
    ['Time per picture', `${busy.toFixed(1)} ms`],
    ['SHA-256', `${model_sha256.slice(0, 12)}…`],
  ] };
}

function storeOf({ store }) {
  return { title: 'Store', tone: store.problem ? 'bad' : 'good', words: store.problem ? 'refuses' : 'writable', entries: [
    ['Wait for a receipt', count.format(store.pending)],
    ['Oldest of them', store.oldest_pending_s === null ? '–' : duration(store.oldest_pending_s)],
    ['Wait for the store', count.format(store.waiting)],
    ['Problem', store.problem ?? 'none'],
  ] };
}

function measurementsOf({ measurements: m }) {
  return { title: 'Measurements', tone: m.problem ? 'bad' : 'good', words: m.problem ? 'wait in memory' : 'kept on the box', entries: [
    ['Written', count.format(m.written)],
    ['Wait for the store', count.format(m.waiting)],
    ['Lost', count.format(m.dropped + m.refused)],
    ['Problem', m.problem ?? 'none'],
  ] };
}

function influxOf({ influx }) {
  return { title: 'InfluxDB', tone: influx.problem ? 'bad' : 'good', words: influx.problem ? 'not reached' : 'gets a copy', entries: [
    ['Acknowledged', count.format(influx.stored)],
    ['Settled', count.format(influx.settled)],
    ['Not taken, set aside', count.format(influx.refused)],
    ['Problem', influx.problem ?? 'none'],
  ] };
}

function brokerOf({ publisher }) {
  const connected = publisher.link.connected_since !== null;
  return { title: 'Broker', tone: connected ? 'good' : 'bad', words: connected ? 'connected' : 'not connected', entries: [
    ['Sent', messages(publisher)],
    ['Of those again', count.format(publisher.resent)],
    ['Stored by the receiver', count.format(publisher.receipted)],
    ['Refused', count.format(publisher.refused)],
    ['Connections', `${count.format(publisher.link.connections)} of ${count.format(publisher.link.attempts)} attempts`],
    ['Last trouble', publisher.last_error ?? publisher.link.last_error ?? 'none'],
  ] };
}

function boxOf({ site, edge, version, uptime_s }) {
  return { title: 'Box', tone: 'good', words: 'running', entries: [
    ['Site', site],
    ['Box', edge],
    ['Running for', duration(uptime_s)],
    ['Version', version.split('+')[0]],
  ] };
}

function messages({ sent, sent_bytes }) {
  return `${count.format(sent)} ${sent === 1 ? 'message' : 'messages'}, ${size(sent_bytes)}`;
}

function size(bytes) {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${power === 0 ? bytes : (bytes / 1000 ** power).toPrecision(3)} ${units[power]}`;
}

function duration(seconds) {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours ? `${hours} h ${minutes} min` : minutes ? `${minutes} min ${Math.floor(seconds % 60)} s` : `${Math.floor(seconds)} s`;
}
