// From a table's text to the document, beside PapaParse, which makes cells of it and no more. Each run in a process of its own, so that none pays for the garbage of another; taken in turn; medians.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import Papa from "papaparse";
import { splitRows } from "../../dist/read/rows.js";
import { read } from "../../dist/static.js";
import { writeTable } from "./table.mjs";

const MEGABYTES = Number(process.argv[2] ?? 100);
const RUNS = Number(process.argv[3] ?? 3);
const GOAL = 0.5;

const ways = {
  "PapaParse, cells": (text) => Papa.parse(text).data.length,
  "PapaParse, objects": (text) => Papa.parse(text, { header: true }).data.length,
  "splitRows, cells": (text) => [...splitRows([text])].length,
  "read, events": (text) => read(text, { format: "csv", zone: "Asia/Almaty" }).data.events.length,
};

/** The fastest of a few runs in this process: the first ones are slow for every engine. */
function measured(run) {
  const pieces = [];
  writeTable(MEGABYTES * 1e6, (piece) => pieces.push(piece));
  const text = Buffer.from(pieces.join("")).toString();
  let best = Infinity;
  for (let k = 0; k < 3; k++) {
    const started = performance.now();
    run(text);
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

const way = process.argv[4];
if (way !== undefined) console.log(measured(ways[way]));
else {
  const times = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  for (let k = 0; k < RUNS; k++)
    for (const name of Object.keys(ways)) {
      const args = [fileURLToPath(import.meta.url), String(MEGABYTES), "1", name];
      times[name].push(Number(spawnSync(process.execPath, args, { encoding: "utf8" }).stdout));
    }
  const median = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];
  const papa = median(times["PapaParse, cells"]);
  console.log(`| ${MEGABYTES} MB | ms | MB/s | speed of PapaParse's cells |\n|---|---:|---:|---:|`);
  for (const [name, list] of Object.entries(times)) {
    const ms = median(list);
    console.log(`| ${name} | ${ms.toFixed(0)} | ${((MEGABYTES * 1000) / ms).toFixed(0)} | ${(papa / ms).toFixed(2)} |`);
  }
  const fast = papa >= GOAL * median(times["read, events"]);
  console.log(`\n${fast ? "within" : "OUTSIDE OF"} the goal: at least ${GOAL} of PapaParse's speed`);
  process.exitCode = fast ? 0 : 1;
}
