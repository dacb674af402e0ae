import { listen } from './live.js';
import { Figure } from './figure.js';
import { Trace } from './trace.js';
import { Video } from './video.js';
import { showCamera, showCue, showExercise, showValue } from './exercise.js';
import { showNotes, showPlan, showRepetitions, showTests } from './therapist.js';
import { showBox } from './technician.js';
import { PainScale } from './pain.js';
import { Sound } from './sound.js';
import { Walking } from './walking.js';
import { Worn } from './worn.js';
import { Privacy } from './privacy.js';
import { followViews } from './views.js';
import { Access } from './access.js';

const $ = id => document.getElementById(id);
const camera = new URLSearchParams(location.search).get('camera');
const figure = new Figure($('figure'));
const trace = new Trace($('trace'));
const video = new Video($('video'), $('video-mark'), figure);
const worn = new Worn(new Sound($('sound')));
const walking = new Walking();
const pain = new PainScale();
const privacy = new Privacy();
let exercise = null;
let version = null;

followViews();
new Access();

listen(camera, {
  lost(lost) {
    $('lost').hidden = !lost;
    $('lost').textContent = lost ? 'No connection to the box. Trying again …' : '';
    document.body.classList.toggle('is-lost', lost);
    if (lost) video.stop();
  },
  hello(hello) {
    video.allow(hello.video, hello.camera);
    document.body.dataset.camera = hello.camera;
    worn.welcome(hello.wearables);
    walking.welcome(hello.wearables);
    trace.reset(hello.trace);
  },
  exercise(news) {
    if (exercise && (exercise.title !== news.title || exercise.side !== news.side)) trace.reset([]);
    exercise = news;
    showExercise(news);
    showPlan(news);
    showTests(news);
    showRepetitions(news);
    figure.highlight(news);
    trace.against(news);
  },
  cue: showCue,
  figure(news) {
    figure.show(news);
    trace.add(news.t, news.x ?? null);
    if (exercise) showValue(news.x ?? null, exercise, news.u);
  },
  flags: showNotes,
  feet(news) {
    worn.showFeet(news);
    walking.showFeet(news);
  },
  steps(news) {
    worn.showSteps(news);
    walking.showSteps(news);
  },
  heart(news) {
    worn.showHeart(news);
    walking.showHeart(news);
  },
  warning(news) {
    worn.warn(news);
  },
  pain(news) {
    pain.show(news);
    walking.showPain(news);
  },
  room(news) {
    // After an update of the box the page is another one.
    if (version && version !== news.version) location.reload();
    version = news.version;
    privacy.show(news.private);
    showCamera((news.cameras.find(c => c.id === document.body.dataset.camera) ?? news.cameras[0]).state);
    worn.showLinks(news.devices);
  },
  box(news) {
    showBox(news);
  },
});
