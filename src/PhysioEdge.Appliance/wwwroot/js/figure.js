import { Surface } from './canvas.js';

// The order in which the box sends the landmarks: FigureMessage.cs.
const [NOSE, EAR_L, EAR_R, SHOULDER_L, SHOULDER_R, ELBOW_L, ELBOW_R, WRIST_L, WRIST_R, HAND_L, HAND_R,
  HIP_L, HIP_R, KNEE_L, KNEE_R, ANKLE_L, ANKLE_R, HEEL_L, HEEL_R, TOE_L, TOE_R] = Array(21).keys();

const LIMBS = {
  left: { shoulder: SHOULDER_L, elbow: ELBOW_L, wrist: WRIST_L, hand: HAND_L, hip: HIP_L, knee: KNEE_L, ankle: ANKLE_L, heel: HEEL_L, toe: TOE_L },
  right: { shoulder: SHOULDER_R, elbow: ELBOW_R, wrist: WRIST_R, hand: HAND_R, hip: HIP_R, knee: KNEE_R, ankle: ANKLE_R, heel: HEEL_R, toe: TOE_R },
};

const BOX_HEIGHT = 1000;

// Where nobody is: a figure that shows where to stand, in the same landmarks.
const STANDING = [
  0, 150, 22, 140, -22, 140, 78, 270, -78, 270, 100, 400, -100, 400, 106, 515, -106, 515, 108, 560, -108, 560,
  46, 530, -46, 530, 50, 715, -50, 715, 50, 895, -50, 895, 48, 920, -48, 920, 66, 930, -66, 930,
];

const HALF_LIFE_MS = 38;
const stillness = matchMedia('(prefers-reduced-motion: reduce)');

/** The patient as in a mirror: a friendly figure of rounded parts, with the joint that matters marked. */
export class Figure {
  #surface;
  #canvas;
  #points = null;
  #aim = null;
  #news = {};
  #unit = 190;
  #joint = 'knee';
  #target = null;
  #picture = null;
  #pan = null;
  #frame = 0;
  #drawnAt = 0;
  #described = '';

  constructor(canvas) {
    this.#canvas = canvas;
    this.#surface = new Surface(canvas, () => this.#draw());
  }

  highlight({ joint, target }) {
    [this.#joint, this.#target] = [joint, target];
  }

  behind(picture) {
    this.#picture?.close();
    this.#picture = picture;
    this.#wake();
  }

  show(news) {
    this.#news = news;
    this.#aim = news.p ?? null;
    if (!this.#aim || !this.#points || stillness.matches) this.#points = this.#aim && [...this.#aim];
    this.#describe(this.#aim ? 'Your figure, as the camera sees you' : 'Nobody is in the picture');
    this.#wake();
  }

  #describe(text) {
    if (text !== this.#described) this.#canvas.setAttribute('aria-label', this.#described = text);
  }

  #wake() {
    this.#frame ||= requestAnimationFrame(now => this.#step(now));
  }

  /** Between two messages the figure glides to where it is to be. */
  #step(now) {
    this.#frame = 0;
    const share = 1 - 0.5 ** (Math.min(100, now - this.#drawnAt) / HALF_LIFE_MS);
    this.#drawnAt = now;
    let rest = 0;
    for (let i = 0; this.#aim && i < this.#aim.length; i++) {
      const way = this.#aim[i] - this.#points[i];
      this.#points[i] += way * share;
      rest = Math.max(rest, Math.abs(way));
    }
    this.#draw();
    if (rest > 1) this.#wake();
  }

  #draw() {
    const { context, width, height } = this.#surface;
    if (!width || !height) return;
    this.#surface.clear();
    const boxWidth = this.#news.w ?? 750;
    const scale = Math.min(height / BOX_HEIGHT, Math.max(width / boxWidth, height / BOX_HEIGHT * 0.6));
    context.save();
    context.translate(width / 2, (height - BOX_HEIGHT * scale) / 2);
    context.scale(scale, scale);
    if (this.#points) this.#drawPerson(boxWidth, width / scale);
    else this.#drawPlace();
    context.restore();
  }

  #drawPerson(boxWidth, seen) {
    const points = this.#points;
    const at = i => [this.#mirrored(points[2 * i], boxWidth), points[2 * i + 1]];
    this.#follow((at(HIP_L)[0] + at(HIP_R)[0]) / 2, boxWidth, seen);
    this.#surface.context.translate(-this.#pan, 0);
    if (this.#picture) this.#drawPicture(boxWidth);
    this.#measure(at);
    if (!this.#picture) this.#drawShadow(at);
    this.#drawBody(at, this.#news.near ?? 'left', this.#picture ? 0.72 : 1);
    this.#drawJoints(at);
  }

  #mirrored(x, boxWidth) {
    return boxWidth / 2 - x;
  }

  /** A wide picture is shown in part: the part with the patient, who is followed without haste. */
  #follow(x, boxWidth, seen) {
    const most = Math.max(0, (boxWidth - seen) / 2);
    const wanted = Math.max(-most, Math.min(most, x));
    this.#pan = this.#pan === null ? wanted : this.#pan + (wanted - this.#pan) * 0.06;
  }

  /** The thickness of the parts goes by the length of the trunk, which a bend towards the camera must not change at once. */
  #measure(at) {
    const trunk = length(middle(at(SHOULDER_L), at(SHOULDER_R)), middle(at(HIP_L), at(HIP_R)));
    const thigh = Math.max(length(at(HIP_L), at(KNEE_L)), length(at(HIP_R), at(KNEE_R)));
    const unit = Math.max(60, trunk, thigh);
    this.#unit += (unit - this.#unit) * (Math.abs(unit - this.#unit) > 80 ? 1 : 0.04);
  }

  #drawPicture(boxWidth) {
    const { context } = this.#surface;
    context.save();
    context.scale(-1, 1);
    context.drawImage(this.#picture, -boxWidth / 2, 0, boxWidth, BOX_HEIGHT);
    context.restore();
  }

  #drawShadow(at) {
    const { context } = this.#surface;
    const feet = [HEEL_L, HEEL_R, TOE_L, TOE_R].map(at);
    const [left, right] = [Math.min(...feet.map(f => f[0])), Math.max(...feet.map(f => f[0]))];
    const floor = Math.max(...feet.map(f => f[1]));
    context.fillStyle = this.#surface.colour('shadow');
    context.beginPath();
    context.ellipse((left + right) / 2, floor + this.#unit * 0.06, (right - left) / 2 + this.#unit * 0.4, this.#unit * 0.11, 0, 0, 2 * Math.PI);
    context.fill();
  }

  #drawBody(at, near, opacity) {
    const { context } = this.#surface;
    const far = near === 'left' ? 'right' : 'left';
    context.globalAlpha = opacity;
    this.#drawLimbs(at, LIMBS[far], 'body-far');
    this.#drawTrunk(at);
    this.#drawLimbs(at, LIMBS[near], 'body-near');
    context.globalAlpha = 1;
  }

  #drawLimbs(at, limb, colour) {
    const u = this.#unit;
    this.#surface.context.fillStyle = this.#surface.colour(colour);
    this.#part(at(limb.hip), at(limb.knee), u * 0.19, u * 0.135);
    this.#part(at(limb.knee), at(limb.ankle), u * 0.13, u * 0.085);
    this.#part(at(limb.heel), at(limb.toe), u * 0.075, u * 0.06);
    this.#part(at(limb.ankle), at(limb.heel), u * 0.075, u * 0.07);
    this.#part(at(limb.shoulder), at(limb.elbow), u * 0.115, u * 0.085);
    this.#part(at(limb.elbow), at(limb.wrist), u * 0.085, u * 0.06);
    this.#part(at(limb.wrist), at(limb.hand), u * 0.065, u * 0.06);
  }

  #drawTrunk(at) {
    const { context } = this.#surface;
    const u = this.#unit;
    const corners = [at(SHOULDER_L), at(SHOULDER_R), at(HIP_R), at(HIP_L)];
    const neck = middle(corners[0], corners[1]);
    const ears = middle(at(EAR_L), at(EAR_R));
    const head = [(ears[0] * 2 + at(NOSE)[0]) / 3, (ears[1] * 2 + at(NOSE)[1]) / 3 - u * 0.01];
    context.fillStyle = context.strokeStyle = this.#surface.colour('body');
    this.#part(neck, head, u * 0.14, u * 0.11);
    context.lineJoin = 'round';
    context.lineWidth = u * 0.34;
    context.beginPath();
    corners.forEach(([x, y]) => context.lineTo(x, y));
    context.closePath();
    context.stroke();
    context.fill();
    this.#disc(head, u * 0.235);
  }

  #drawJoints(at) {
    const side = this.#news.side ?? 'both';
    const sides = side === 'both' ? [this.#news.near ?? 'left'] : [side];
    for (const name of sides) this.#drawJoint(at(LIMBS[name][this.#joint]));
  }

  /** A ring around the joint that fills as the target comes near, and is ticked when it is reached. */
  #drawJoint(centre) {
    const { context } = this.#surface;
    const u = this.#unit;
    const share = this.#target ? Math.max(0, Math.min(1, (this.#news.x ?? 0) / this.#target)) : 0;
    const reached = this.#target !== null && Math.round(this.#news.x ?? 0) >= this.#target;
    context.lineCap = 'round';
    context.fillStyle = this.#surface.colour('paper');
    this.#disc(centre, u * 0.235);
    this.#arc(centre, u * 0.17, 1, 'ring', u * 0.055);
    if (share > 0.02) this.#arc(centre, u * 0.17, share, reached ? 'good' : 'accent', u * 0.065);
    if (!reached) return;
    context.strokeStyle = this.#surface.colour('good');
    context.lineWidth = u * 0.045;
    context.beginPath();
    context.moveTo(centre[0] - u * 0.06, centre[1] + u * 0.005);
    context.lineTo(centre[0] - u * 0.015, centre[1] + u * 0.05);
    context.lineTo(centre[0] + u * 0.065, centre[1] - u * 0.045);
    context.stroke();
  }

  #drawPlace() {
    const { context } = this.#surface;
    this.#pan = null;
    this.#unit = 230;
    if (this.#picture) this.#drawPicture(this.#news.w ?? 750);
    context.globalAlpha = 0.35;
    const at = i => [STANDING[2 * i], STANDING[2 * i + 1]];
    this.#drawBody(at, 'left', 0.28);
  }

  #arc([x, y], radius, share, colour, width) {
    const { context } = this.#surface;
    context.strokeStyle = this.#surface.colour(colour);
    context.lineWidth = width;
    context.beginPath();
    context.arc(x, y, radius, -Math.PI / 2, -Math.PI / 2 + share * 2 * Math.PI);
    context.stroke();
  }

  #disc([x, y], radius) {
    this.#surface.context.beginPath();
    this.#surface.context.arc(x, y, radius, 0, 2 * Math.PI);
    this.#surface.context.fill();
  }

  /** A capsule that is thicker at one end. */
  #part(from, to, fromRadius, toRadius) {
    const { context } = this.#surface;
    const distance = length(from, to);
    if (distance < 1) return this.#disc(from, fromRadius);
    const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
    const tilt = Math.acos(Math.max(-1, Math.min(1, (fromRadius - toRadius) / distance)));
    context.beginPath();
    context.arc(from[0], from[1], fromRadius, angle + tilt, angle - tilt + 2 * Math.PI);
    context.arc(to[0], to[1], toRadius, angle - tilt, angle + tilt);
    context.closePath();
    context.fill();
  }
}

const middle = (a, b) => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
const length = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);
