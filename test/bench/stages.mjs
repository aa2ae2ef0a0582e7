// Each stage from the document to the SVG string: the first call in a process of its own, and the median of those that follow.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { arrange, draw, paintSVG, place } from "../../dist/node/static.js";
import { document, events } from "./data.mjs";

const STAGES = ["arrange", "place", "draw", "paint"];

/** Milliseconds of each stage in one run. */
function once(data) {
  const at = [performance.now()];
  const arrangement = arrange(data, { width: 1200, laneBy: "place" });
  at.push(performance.now());
  const layout = place(arrangement);
  at.push(performance.now());
  const scene = draw(layout);
  at.push(performance.now());
  paintSVG(scene);
  at.push(performance.now());
  return STAGES.map((_, i) => at[i + 1] - at[i]);
}

const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];

const n = Number(process.argv[2]);
if (n > 0) {
  const data = document(events(n));
  const runs = Array.from({ length: n > 20_000 ? 8 : 30 }, () => once(data));
  const later = runs.slice(runs.length >> 1);
  console.log(JSON.stringify({ first: runs[0], warm: STAGES.map((_, i) => median(later.map((run) => run[i]))) }));
} else {
  console.log(
    `| events | ${STAGES.map((s) => `${s}, first / warm ms`).join(" | ")} |\n|---:|${"---:|".repeat(STAGES.length)}`,
  );
  for (const size of [100, 1000, 10_000, 100_000]) {
    const self = fileURLToPath(import.meta.url);
    const { first, warm } = JSON.parse(spawnSync(process.execPath, [self, String(size)], { encoding: "utf8" }).stdout);
    console.log(`| ${size} | ${STAGES.map((_, i) => `${first[i].toFixed(1)} / ${warm[i].toFixed(1)}`).join(" | ")} |`);
  }
}
