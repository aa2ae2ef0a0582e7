// Tries the properties of ./targets.mjs on random values for as long as wanted. After npm run build:
//   node test/fuzz/run.mjs [--seconds 60] [--seed N] [--target NAME] [--path P] [--list]
// What fails is shrunk and printed, with the command that brings it about again.
import { parseArgs } from "node:util";
import fc from "fast-check";
import * as library from "./library.mjs";
import { targetsOf } from "./targets.mjs";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "60" },
    seed: { type: "string" },
    target: { type: "string" },
    path: { type: "string" },
    list: { type: "boolean", default: false },
  },
});
const all = targetsOf(library);
if (values.list) {
  console.log(Object.keys(all).join("\n"));
  process.exit(0);
}
const names = values.target === undefined ? Object.keys(all) : [values.target];
const unknown = names.find((name) => !Object.hasOwn(all, name));
if (unknown !== undefined) {
  console.error(`There is no target “${unknown}”; --list names them`);
  process.exit(2);
}
const seed = values.seed === undefined ? Date.now() % 0x7fffffff : Number(values.seed);
const until = performance.now() + Number(values.seconds) * 1000;
/** Runs of one target before the next has its turn. */
const RUNS = 200;
const tried = new Map(names.map((name) => [name, 0]));

function attempt(name, own) {
  const [values_, property] = all[name];
  const details = fc.check(fc.property(values_, property), {
    seed: own,
    numRuns: values.path === undefined ? RUNS : 1,
    maxSkipsPerRun: 1000,
    ...(values.path === undefined
      ? { interruptAfterTimeLimit: Math.max(1, until - performance.now()) }
      : { path: values.path }),
  });
  tried.set(name, tried.get(name) + details.numRuns);
  if (!details.failed || details.interrupted) return;
  console.error(`\nFAILED: ${name}, after ${details.numRuns} runs and ${details.numShrinks} steps of shrinking`);
  console.error(`\n${fc.stringify(details.counterexample?.[0])}\n`);
  console.error(details.errorInstance?.stack ?? "more values were left out than tried");
  console.error(
    `\nAgain: node test/fuzz/run.mjs --target ${JSON.stringify(name)} --seed ${details.seed} --path ${details.counterexamplePath}`,
  );
  process.exit(1);
}

console.log(`seed ${seed}`);
if (values.path !== undefined) attempt(names[0], seed);
else
  for (let round = 0; round === 0 || performance.now() < until; round++) {
    for (const name of names) if (performance.now() < until || round === 0) attempt(name, seed + round);
  }
const total = [...tried.values()].reduce((a, b) => a + b, 0);
console.log(`${total} runs, nothing found`);
for (const [name, n] of tried) console.log(`  ${String(n).padStart(8)}  ${name}`);
