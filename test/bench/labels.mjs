// Labels on one axis: 1200 px, 11 px type, 10 tracks. How many stand inline, how far from their marks, whether anything meets, how long it takes.
import { pack } from "../../dist/layout/pack.js";
import { textWidth } from "../../dist/layout/text.js";
import { random, SHAPES, words } from "./data.mjs";

const WIDTH = 1200;
const TRACKS = 10;
const font = { family: "Noto Sans", weight: 400, size: 11 };
const DOT = 4.4;
const GAP = 5;

console.log("| n | inline | shift mean / max px | meet | outside | ms |\n|---:|---:|---|---:|---:|---:|");
for (const n of [20, 50, 100, 500, 2000]) {
  const sum = { inline: 0, shift: 0, max: 0, meet: 0, out: 0, ms: 0, runs: 0 };
  for (const [name, shape] of Object.entries(SHAPES))
    for (let seed = 1; seed <= 5; seed++) {
      const r = random(seed * 7919 + n * 31 + name.length);
      const labels = shape(n, r)
        .map((t, i) => ({ i, x: t * WIDTH, w: textWidth(words(r, 3), font), priority: r() }))
        .sort((a, b) => a.priority - b.priority || a.i - b.i);
      const ways = (k) => {
        const { x, w } = labels[k];
        const c = Math.min(Math.max(x, DOT), WIDTH - DOT);
        return [
          { x0: c - DOT, x1: c + DOT + GAP + w, side: 1 },
          { x0: c - DOT - GAP - w, x1: c + DOT, side: -1 },
        ].filter((v) => v.x0 >= 0 && v.x1 <= WIDTH);
      };
      let best = Infinity;
      let packed;
      for (let k = 0; k < 3; k++) {
        const t = performance.now();
        packed = pack(n, (k) => ({ x0: labels[k].x - DOT, x1: labels[k].x + DOT }), ways, {
          x0: 0,
          x1: WIDTH,
          tracks: TRACKS,
          gap: 4,
        });
        best = Math.min(best, performance.now() - t);
      }
      const placed = labels.flatMap((l, k) =>
        packed.choice[k] < 0 ? [] : [{ ...ways(k)[packed.choice[k]], x: l.x, track: packed.track[k] }],
      );
      for (const p of placed) {
        const text = p.side > 0 ? [p.x0 + 2 * DOT + GAP, p.x1] : [p.x0, p.x1 - 2 * DOT - GAP];
        const shift = p.x < text[0] ? text[0] - p.x : p.x > text[1] ? p.x - text[1] : 0;
        sum.shift += shift / placed.length;
        sum.max = Math.max(sum.max, shift);
        if (p.x0 < 0 || p.x1 > WIDTH) sum.out++;
        for (const q of placed) if (p !== q && p.track === q.track && p.x0 < q.x1 && q.x0 < p.x1) sum.meet++;
      }
      sum.inline += placed.length;
      sum.ms += best;
      sum.runs++;
    }
  console.log(
    `| ${n} | ${(sum.inline / sum.runs).toFixed(1)} | ${(sum.shift / sum.runs).toFixed(1)} / ${sum.max.toFixed(1)} | ${sum.meet} | ${sum.out} | ${(sum.ms / sum.runs).toFixed(2)} |`,
  );
}
