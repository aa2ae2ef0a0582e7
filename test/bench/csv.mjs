// From a table's text to the document, beside PapaParse, which makes cells of it and no more; the same text, one run, medians.
import Papa from "papaparse";
import { read } from "../../dist/static.js";
import { splitRows } from "../../dist/read/rows.js";
import { writeTable } from "./table.mjs";

const MEGABYTES = Number(process.argv[2] ?? 100);
const RUNS = Number(process.argv[3] ?? 3);
const pieces = [];
writeTable(MEGABYTES * 1e6, (piece) => pieces.push(piece));
const text = Buffer.from(pieces.join("")).toString();

const ways = {
  "PapaParse, cells": () => Papa.parse(text).data.length,
  "splitRows, cells": () => [...splitRows([text])].length,
  "read, events": () => read(text, { format: "csv", zone: "Asia/Almaty" }).data.events.length,
};
const times = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
// Taken in turn, so that a slow moment of the machine meets all of them.
for (let k = 0; k < RUNS; k++)
  for (const [name, run] of Object.entries(ways)) {
    const started = performance.now();
    run();
    times[name].push(performance.now() - started);
  }
const median = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];
const papa = median(times["PapaParse, cells"]);
console.log(`| ${MEGABYTES} MB | ms | MB/s | speed of PapaParse's |\n|---|---:|---:|---:|`);
for (const [name, list] of Object.entries(times)) {
  const ms = median(list);
  console.log(`| ${name} | ${ms.toFixed(0)} | ${((MEGABYTES * 1000) / ms).toFixed(0)} | ${(papa / ms).toFixed(2)} |`);
}
