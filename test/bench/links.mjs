// Links: what drawing them adds to a picture, still and in every frame of one that moves; median of several, in ms.
import { readFileSync } from "node:fs";
import { arrange, place, read } from "../../dist/static.js";
import { random, words } from "./data.mjs";

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
function time(run, times) {
  const all = [];
  for (let i = 0; i < times; i++) {
    const t = performance.now();
    run(i);
    all.push(performance.now() - t);
  }
  return median(all);
}
function made(n, linked, main) {
  const r = random(n + linked);
  const events = Array.from({ length: n }, (_, i) => ({
    id: `e${i}`,
    title: words(r, 4),
    time: Date.UTC(2022, 0, 1) + Math.floor(r() * 3e9),
    lanes: [`L${i % 8}`],
    importance: 1 + Math.floor(r() * 5),
  }));
  for (let k = 0; k < linked; k++) {
    const from = Math.floor(r() * n);
    const to = (from + 1 + Math.floor(r() * 20)) % n;
    const e = events[from];
    if (to !== from) (e.links ??= []).push({ type: "causes", to: `e${to}`, ...(main ? { main: true } : {}) });
  }
  return { zone: "UTC", events };
}
const story = JSON.parse(readFileSync(new URL("../../examples/kazakhstan-2022-01.json", import.meta.url), "utf8"));
const causes = JSON.parse(readFileSync(new URL("../../examples/kazakhstan-links.json", import.meta.url), "utf8"));
const ucdp = read(readFileSync(new URL("../../examples/ucdp-conflict.csv", import.meta.url)), {
  filename: "u.csv",
}).data;
const CASES = [
  ["story, no main links", story],
  ["story of main links", causes],
  ["UCDP, 1,000 events, no links", ucdp],
  ["100 events, 50 links", made(100, 50, false)],
  ["100 events, 50 main links", made(100, 50, true)],
  ["1,000 events, 1,000 links", made(1000, 1000, false)],
  ["1,000 events, 1,000 main links", made(1000, 1000, true)],
];
console.log("| document | still, without | with | frame, without | with | arrows |\n|---|---:|---:|---:|---:|---:|");
for (const [name, data] of CASES) {
  const still = (links) => {
    const a = arrange(data, { width: 1200, links });
    place(a);
    return time(() => place(a), 9);
  };
  const frame = (links) => {
    const a = arrange(data, { width: 1200, links, zoomable: true, heading: false });
    const { from, to } = a.view;
    const at = (i) => ({ ...a.view, from: from + i * 1e6, to: to + i * 1e6 });
    place(a);
    return time((i) => place(a, at(i)), 41);
  };
  const arrows = place(arrange(data, { width: 1200 })).links.length;
  const ms = [still(false), still(undefined), frame(false), frame(undefined)].map((v) => v.toFixed(2));
  console.log(`| ${name} | ${ms.join(" | ")} | ${arrows} |`);
}
