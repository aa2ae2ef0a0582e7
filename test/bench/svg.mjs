// Events to an SVG string, labels placed, beside Observable Plot with jsdom on the same data, in one run.
import { spawnSync } from "node:child_process";
import * as Plot from "@observablehq/plot";
import { JSDOM } from "jsdom";
import { renderSVG } from "../../dist/static.js";
import { events } from "./data.mjs";

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
const CATEGORIES = ["Battle", "Shelling", "Air strike", "Protest", "Riot", "Abduction", "Displacement", "Agreement"];
const lane = (e) => `Region ${String(e.lane + 1).padStart(2, "0")}`;

const document = (list) => ({
  title: "Benchmark",
  zone: "UTC",
  events: list.map((e) => ({
    id: e.id,
    title: e.title,
    time: e.end === null ? e.start : { start: e.start, end: e.end },
    places: [lane(e)],
    category: CATEGORIES[e.category],
    importance: e.importance,
  })),
});

function plot(list) {
  const { document } = new JSDOM("").window;
  const top = [...list].sort((a, b) => a.importance - b.importance).slice(0, 20);
  const color = (e) => CATEGORIES[e.category];
  return Plot.plot({
    document,
    width: 1200,
    height: 600,
    marginLeft: 80,
    fy: { label: null, axis: "left" },
    x: { type: "utc" },
    color: { domain: CATEGORIES },
    marks: [
      Plot.ruleY(
        list.filter((e) => e.end !== null),
        { x1: "start", x2: "end", fy: lane, stroke: color, strokeWidth: 8 },
      ),
      Plot.dot(
        list.filter((e) => e.end === null),
        { x: "start", fy: lane, fill: color, r: 4 },
      ),
      Plot.text(top, { x: "start", fy: lane, text: "title", textAnchor: "start", dx: 5 }),
    ],
  }).outerHTML;
}

console.log(
  "| events | datelines first / warm ms | Plot + jsdom first / warm ms | ratio of the warm |\n|---:|---:|---:|---:|",
);
for (const n of [100, 1000, 10000]) {
  const list = events(n);
  const data = document(list);
  const [warmUp, runs] = n > 5000 ? [6, 7] : [60, 41];
  const a = timed(() => renderSVG(data, { width: 1200, laneBy: "place" }), warmUp, runs);
  const b = timed(() => plot(list), warmUp, runs);
  const ms = ({ first, warm }) => `${first.toFixed(0)} / ${warm.toFixed(1)}`;
  console.log(`| ${n} | ${ms(a)} | ${ms(b)} | ${(a.warm / b.warm).toFixed(2)} |`);
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
console.log(`import of datelines/static: ${importTime("datelines/static")} ms, of d3: ${importTime("d3")} ms`);
