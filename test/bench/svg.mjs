// Events to an SVG string, labels placed, beside Observable Plot with jsdom on the same data, in one run.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import * as Plot from "@observablehq/plot";
import { JSDOM } from "jsdom";
import { renderSVG } from "datelines/static";
import { CATEGORIES, categoryOf, document, events, laneOf } from "./data.mjs";

/** First call, and the median once the engine has compiled what it will. */
const timed = (f, warmUp, runs) => {
  const once = () => {
    const t = performance.now();
    f();
    return performance.now() - t;
  };
  const first = once();
  for (let i = 0; i < warmUp; i++) f();
  const times = Array.from({ length: runs }, once).sort((a, b) => a - b);
  return { first, warm: times[times.length >> 1] };
};
function plot(list) {
  const page = new JSDOM("").window.document;
  const top = [...list].sort((a, b) => a.importance - b.importance).slice(0, 20);
  return Plot.plot({
    document: page,
    width: 1200,
    height: 600,
    marginLeft: 80,
    fy: { label: null, axis: "left" },
    x: { type: "utc" },
    color: { domain: CATEGORIES },
    marks: [
      Plot.ruleY(
        list.filter((e) => e.end !== null),
        { x1: "start", x2: "end", fy: laneOf, stroke: categoryOf, strokeWidth: 8 },
      ),
      Plot.dot(
        list.filter((e) => e.end === null),
        { x: "start", fy: laneOf, fill: categoryOf, r: 4 },
      ),
      Plot.text(top, { x: "start", fy: laneOf, text: "title", textAnchor: "start", dx: 5 }),
    ],
  }).outerHTML;
}

const WAYS = {
  datelines: (list) => {
    const data = document(list);
    return () => renderSVG(data, { width: 1200, laneBy: "place" });
  },
  plot: (list) => () => plot(list),
};
const ratio = (a, b) => (a / b).toFixed(2);
const SIZES = [100, 1000, 10000];

const [way, size] = process.argv.slice(2);
if (way !== undefined) {
  console.log(JSON.stringify(timed(WAYS[way](events(Number(size))), 0, 6)));
  process.exit();
}
console.log("All in one process, compiled as far as the engine will\n");
console.log("| events | datelines ms | Plot + jsdom ms | ratio |\n|---:|---:|---:|---:|");
for (const n of SIZES) {
  const [warmUp, runs] = n > 5000 ? [6, 7] : [60, 41];
  const [ours, theirs] = ["datelines", "plot"].map((name) => timed(WAYS[name](events(n)), warmUp, runs).warm);
  console.log(`| ${n} | ${ours.toFixed(1)} | ${theirs.toFixed(1)} | ${ratio(ours, theirs)} |`);
}

console.log("\nIn processes of their own: the first call / the median of six that follow; medians of 5 processes\n");
console.log("| events | datelines ms | Plot + jsdom ms | ratio |\n|---:|---:|---:|---:|");
const self = fileURLToPath(import.meta.url);
const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
for (const n of SIZES) {
  const seen = { datelines: [], plot: [] };
  for (let k = 0; k < 5; k++)
    for (const name of Object.keys(seen))
      seen[name].push(JSON.parse(spawnSync(process.execPath, [self, name, String(n)], { encoding: "utf8" }).stdout));
  const [ours, theirs] = Object.values(seen).map((list) => ["first", "warm"].map((k) => median(list.map((t) => t[k]))));
  const both = ([first, warm]) => `${first.toFixed(0)} / ${warm.toFixed(1)}`;
  console.log(`| ${n} | ${both(ours)} | ${both(theirs)} | ${ours.map((ms, i) => ratio(ms, theirs[i])).join(" / ")} |`);
}

const load = (code) => {
  const times = Array.from({ length: 7 }, () =>
    Number(
      spawnSync(
        process.execPath,
        ["--input-type=module", "-e", `const t = performance.now(); ${code}; console.log(performance.now() - t)`],
        { encoding: "utf8" },
      ).stdout,
    ),
  ).sort((x, y) => x - y);
  return times[3];
};
// In a process of its own each, by the names that users write.
const importTime = (name) => load(`await import(${JSON.stringify(import.meta.resolve(name))})`).toFixed(0);
console.log(`\nimport of datelines/static: ${importTime("datelines/static")} ms, of d3: ${importTime("d3")} ms`);
