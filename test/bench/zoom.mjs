// Labels while the reader zooms: those of ranks, decided once, beside those of a layout made anew for every frame. How many
// stand inline, whether any meet, vanish or change their row on the way in; then the same for whole pictures in lanes, and
// how long ranking takes.
import { pack } from "../../dist/layout/pack.js";
import { placeRanked } from "../../dist/layout/place-ranked.js";
import { rank } from "../../dist/layout/ranks.js";
import { textWidth } from "../../dist/layout/text.js";
import { arrange } from "../../dist/node/static.js";
import { document, events, random, SHAPES, words } from "./data.mjs";

const WIDTH = 1200;
const ROWS = 10;
const DOT = 4.4;
const GAP = 5;
/** Between two blocks of a row. */
const AIR = 4;
const STEPS = 40;
const NEAREST = 64;
const FOCI = [0.1, 0.35, 0.6, 0.9];
const SEEDS = [1, 2];
const font = { family: "Noto Sans", weight: 400, size: 11 };

/** Labels on one axis, the most important first. */
function labelsOf(n, name, seed) {
  const r = random(seed * 7919 + n * 31 + name.length);
  return SHAPES[name](n, r)
    .map((t, i) => ({ i, t, w: textWidth(words(r, 3), font), priority: r() }))
    .sort((a, b) => a.priority - b.priority || a.i - b.i);
}

const boxOf = (x, w, toLeft) => ({
  x0: toLeft ? x - DOT - GAP - w : x - DOT,
  x1: toLeft ? x + DOT : x + DOT + GAP + w,
});
const inside = ({ x0, x1 }) => x0 >= 0 && x1 <= WIDTH;

/** All that shows in a window: index of the label → box, row, and whether the window holds the whole of it. */
function byRanks(labels) {
  const whole = DOT + GAP;
  const found = rank(
    labels.length,
    (i) => ({
      a: labels[i].t,
      b: labels[i].t,
      ways: [
        { left: DOT, right: whole + labels[i].w, up: 9, down: 9 },
        { left: whole + labels[i].w, right: DOT, up: 9, down: 9 },
      ],
    }),
    // The scale at which a label shows outweighs all else here.
    { rows: ROWS, gap: AIR, scale: WIDTH, perDoubling: 1e6 },
  );
  return (visible, scale) => {
    const shown = new Map();
    for (const { i, x } of visible)
      if (found.min[i] <= scale) shown.set(i, { ...boxOf(x, labels[i].w, found.way[i] === 1), row: found.row[i] });
    return shown;
  };
}

/** What can be had when nothing need hold still: the packing of static pictures, for this window alone. */
function anew(labels) {
  return (visible) => {
    const core = visible.map(({ x }) => Math.min(Math.max(x, DOT), WIDTH - DOT));
    const ways = visible.map(({ i }, k) =>
      [boxOf(core[k], labels[i].w, false), boxOf(core[k], labels[i].w, true)].filter(inside),
    );
    const packed = pack(
      visible.length,
      (k) => ({ x0: core[k] - DOT, x1: core[k] + DOT }),
      (k) => ways[k],
      { x0: 0, x1: WIDTH, tracks: ROWS, gap: AIR },
    );
    const shown = new Map();
    visible.forEach(({ i }, k) => {
      if (packed.choice[k] >= 0) shown.set(i, { ...ways[k][packed.choice[k]], row: packed.track[k] });
    });
    return shown;
  };
}

const meeting = (boxes) => {
  let n = 0;
  boxes.sort((a, b) => a.row - b.row || a.x0 - b.x0);
  for (let k = 1; k < boxes.length; k++)
    if (boxes[k].row === boxes[k - 1].row && boxes[k].x0 < boxes[k - 1].x1 - 0.01) n++;
  return n;
};

/** What two frames have in common: of each label of the first whose mark is still in sight, what became of it. */
function compare(before, shown, inSight, sum) {
  for (const [key, was] of before) {
    if (!inSight(key, was)) continue;
    sum.kept++;
    const now = shown.get(key);
    if (now === undefined) sum.lost++;
    else if (now.row !== was.row) sum.moved++;
  }
}

const fresh = () => ({ frames: 0, inline: 0, cut: 0, meet: 0, kept: 0, lost: 0, moved: 0 });
const per1000 = (part, { kept }) => ((1000 * part) / Math.max(1, kept)).toFixed(1);

console.log(
  `One axis, ${WIDTH} px, ${ROWS} rows, ${NEAREST} times nearer in ${STEPS} steps about ${FOCI.length} points.\n`,
);
console.log(
  "| n | inline, ranks | inline, anew | ratio | with those the edge cuts | meet | lost /1000 | row changes /1000 | anew: lost, changed |",
);
console.log("|---:|---:|---:|---:|---:|---:|---:|---:|---|");
for (const n of [20, 50, 100, 500, 2000]) {
  const sums = [fresh(), fresh()];
  for (const name of Object.keys(SHAPES))
    for (const seed of SEEDS) {
      const labels = labelsOf(n, name, seed);
      const layouts = [byRanks(labels), anew(labels)];
      for (const focus of FOCI) {
        const before = [new Map(), new Map()];
        for (let s = 0; s <= STEPS; s++) {
          const scale = WIDTH * NEAREST ** (s / STEPS);
          const left = focus * (scale - WIDTH);
          const visible = labels.map((l, i) => ({ i, x: l.t * scale - left })).filter(({ x }) => x >= 0 && x <= WIDTH);
          const seen = new Set(visible.map((v) => v.i));
          layouts.forEach((layout, k) => {
            const sum = sums[k];
            const shown = layout(visible, scale);
            sum.frames++;
            for (const box of shown.values()) if (inside(box)) sum.inline++;
            sum.cut += shown.size;
            sum.meet += meeting([...shown.values()]);
            compare(before[k], shown, (i) => seen.has(i), sum);
            before[k] = shown;
          });
        }
      }
    }
  const [ours, other] = sums;
  console.log(
    `| ${n} | ${(ours.inline / ours.frames).toFixed(1)} | ${(other.inline / other.frames).toFixed(1)} | ${(ours.inline / other.inline).toFixed(2)} | ${(ours.cut / other.cut).toFixed(2)} | ${ours.meet} | ${per1000(ours.lost, ours)} | ${per1000(ours.moved, ours)} | ${per1000(other.lost, other)}, ${per1000(other.moved, other)} |`,
  );
}

console.log("\nWhole pictures, 20 lanes.\n");
console.log("| n | labels | meet | lost /1000 | row changes /1000 | panning: lost, changed |");
console.log("|---:|---:|---:|---:|---:|---|");
for (const n of [100, 1000, 5000]) {
  const arrangement = arrange(document(events(n)), { width: WIDTH, laneBy: "place", zoomable: true, heading: false });
  const { from, to } = arrangement.view;
  const shownIn = (a, b) => {
    const { axis, lanes } = placeRanked(arrangement, { from: a, to: b, width: WIDTH });
    const shown = new Map();
    for (const { lane, items } of lanes)
      for (const { event, y, way, mark } of items) {
        if (way === null) continue;
        const [x0, x1] = [Math.min(mark.x0, way.x0), Math.max(mark.x1, way.x1)];
        shown.set(`${lane.id} ${event}`, { row: y, x0, x1, left: mark.x0 - x0, right: x1 - mark.x1 });
      }
    return { axis, shown };
  };
  // What the edge cuts is on its way out: a label that would not have room whole is not said to be lost.
  const whole = ({ from: a, to: b, x0, x1 }) => {
    const x = (ms) => x0 + ((ms - a) / (b - a)) * (x1 - x0);
    return (key, { left, right }) => {
      const { startMin, endMax } = arrangement.timeline.events[Number(key.split(" ").at(-1))].span;
      return x(startMin) - left - DOT > x0 && x(endMax) + right + DOT < x1;
    };
  };
  const sum = fresh();
  const panned = fresh();
  for (const focus of FOCI) {
    let before = null;
    for (let s = 0; s <= STEPS; s++) {
      const length = (to - from) / NEAREST ** (s / STEPS);
      const a = from + focus * (to - from - length);
      const { axis, shown } = shownIn(a, a + length);
      sum.frames++;
      sum.inline += shown.size;
      sum.meet += meeting([...shown.values()]);
      if (before !== null) compare(before, shown, whole(axis), sum);
      before = shown;
    }
    before = null;
    for (let s = 0; s <= STEPS; s++) {
      const length = (to - from) / 6;
      const a = from + (s / STEPS) * (to - from - length);
      const { axis, shown } = shownIn(a, a + length);
      if (before !== null) compare(before, shown, whole(axis), panned);
      before = shown;
    }
  }
  console.log(
    `| ${n} | ${(sum.inline / sum.frames).toFixed(1)} | ${sum.meet} | ${per1000(sum.lost, sum)} | ${per1000(sum.moved, sum)} | ${per1000(panned.lost, panned)}, ${per1000(panned.moved, panned)} |`,
  );
}

console.log("\n| ranked | ms, first | ms, warm |\n|---:|---:|---:|");
for (const n of [2000, 50_000]) {
  const labels = labelsOf(n, "bursts", 1);
  const times = Array.from({ length: 7 }, () => {
    const t = performance.now();
    byRanks(labels);
    return performance.now() - t;
  });
  console.log(
    `| ${n} | ${times[0].toFixed(1)} | ${times
      .slice(1)
      .toSorted((a, b) => a - b)[3]
      .toFixed(1)} |`,
  );
}
