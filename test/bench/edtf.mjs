// Text to bounds, warm: parseTime against edtf for npm on the test vectors that both read. Medians of several rounds in one run.
import { readFileSync } from "node:fs";
import edtf from "edtf";
import { parseTime } from "../../dist/static.js";

const ROUNDS = 9;
const OURS_US = 5;
const TIMES_FASTER = 10;

const vectors = JSON.parse(readFileSync(new URL("../data/edtf-vectors.json", import.meta.url), "utf8"));
const all = vectors.map((v) => v.edtf);
const both = all.filter((text) => parseTime(text).ok && reads(text));

function reads(text) {
  try {
    return bounds(text) !== undefined;
  } catch {
    return false;
  }
}
function bounds(text) {
  const { min, max } = edtf(text);
  return [min, max];
}

const median = (a) => a.toSorted((x, y) => x - y)[Math.floor(a.length / 2)];

/** µs a text, the median of the rounds, after one to warm up. */
function microseconds(texts, parse, repeat) {
  const times = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const started = performance.now();
    for (let i = 0; i < repeat; i++) for (const text of texts) parse(text);
    times.push(((performance.now() - started) * 1e3) / (repeat * texts.length));
  }
  return median(times.slice(1));
}

const almaty = { zone: "Asia/Almaty" };
const ours = microseconds(both, parseTime, 200);
const theirs = microseconds(both, bounds, 4);
const slowest = Math.max(...both.map((text) => microseconds([text], parseTime, 1000)));
const rows = [
  [`parseTime, ${both.length} texts that both read`, ours],
  ["… the slowest of them", slowest],
  ["… in Asia/Almaty", microseconds(both, (text) => parseTime(text, almaty), 200)],
  [`… all ${all.length}, with those refused`, microseconds(all, parseTime, 200)],
  ["edtf", theirs],
];
console.log("| text to bounds | µs |\n|---|---:|");
for (const [name, us] of rows) console.log(`| ${name} | ${us.toFixed(1)} |`);
const fast = slowest <= OURS_US && theirs >= TIMES_FASTER * ours;
console.log(
  `\n${(theirs / ours).toFixed(0)} times faster; ${fast ? "within" : "OUTSIDE OF"} the goals: each at most ${OURS_US} µs, ${TIMES_FASTER} times faster`,
);
process.exitCode = fast ? 0 : 1;
