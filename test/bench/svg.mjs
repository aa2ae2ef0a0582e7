// Events to an SVG string, labels placed, beside Observable Plot with jsdom on the same data, in one run.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { CATEGORIES, categoryOf, document, events, laneOf } from "./data.mjs";

/** How long, in ms, the engine has for compiling what is called again and again. */
const WARM_UP = 3000;

/** The first call, the median of the six that follow, and that of 41 once the engine has compiled what it will. */
const timed = (f) => {
  const once = () => {
    const t = performance.now();
    f();
    return performance.now() - t;
  };
  const first = once();
  const early = median(Array.from({ length: 6 }, once));
  for (const begin = performance.now(); performance.now() - begin < WARM_UP;) f();
  return { first, early, warm: median(Array.from({ length: 41 }, once)) };
};
const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];

function plot(list, Plot, JSDOM) {
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

/** Each loads only what it needs: what else lies in the heap costs time too. */
const WAYS = {
  datelines: async (list) => {
    const { renderSVG } = await import("datelines/static");
    const data = document(list);
    return () => renderSVG(data, { width: 1200, laneBy: "place" });
  },
  plot: async (list) => {
    const [Plot, { JSDOM }] = await Promise.all([import("@observablehq/plot"), import("jsdom")]);
    return () => plot(list, Plot, JSDOM);
  },
};
const ratio = (a, b) => (a / b).toFixed(2);
const SIZES = [100, 1000, 10000];

const [way, size] = process.argv.slice(2);
if (way !== undefined) {
  console.log(JSON.stringify(timed(await WAYS[way](events(Number(size))))));
  process.exit();
}

// In processes of their own: neither waits for the other's garbage, as it would where a server draws with one of them.
console.log("The first call / the median of six that follow / once compiled as far as the engine will, in ms;");
console.log("medians of 5 processes each, by turns\n");
console.log("| events | datelines | Plot + jsdom | ratio |\n|---:|---:|---:|---:|");
const self = fileURLToPath(import.meta.url);
const STAGES = ["first", "early", "warm"];
for (const n of SIZES) {
  const seen = { datelines: [], plot: [] };
  for (let k = 0; k < 5; k++)
    for (const name of Object.keys(seen))
      seen[name].push(JSON.parse(spawnSync(process.execPath, [self, name, String(n)], { encoding: "utf8" }).stdout));
  const [ours, theirs] = Object.values(seen).map((list) => STAGES.map((k) => median(list.map((t) => t[k]))));
  const all = (times) => times.map((ms) => ms.toFixed(1)).join(" / ");
  console.log(`| ${n} | ${all(ours)} | ${all(theirs)} | ${ours.map((ms, i) => ratio(ms, theirs[i])).join(" / ")} |`);
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
