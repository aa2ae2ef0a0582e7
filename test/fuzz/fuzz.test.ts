import { spawnSync } from "node:child_process";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as library from "./library.js";
// @ts-expect-error a plain script
import * as targets from "./targets.mjs";

type Target = readonly [values: fc.Arbitrary<unknown>, property: (value: unknown) => void];
const { targetsOf } = targets as { targetsOf: (library: object) => Record<string, Target> };
const all = targetsOf(library);

/** Few runs of each here; test/fuzz/run.mjs has as many as one has time for. */
const RUNS = 40;
/** Those that draw take as long as ten others. */
const SLOW = /^(?:pictures|pages|a workbook)/;

describe("properties", () => {
  it.each(Object.keys(all))("%s", (name) => {
    const [values, property] = all[name]!;
    fc.assert(fc.property(values, property), { numRuns: SLOW.test(name) ? RUNS / 4 : RUNS });
  });
});

describe("the fuzz target", () => {
  const script = path.join(import.meta.dirname, "run.mjs");
  const run = (...args: string[]): ReturnType<typeof spawnSync> =>
    spawnSync(process.execPath, [script, ...args], { encoding: "utf8" });
  it("names its seed and what it tried", () => {
    const r = run("--seconds", "0", "--seed", "7", "--target", "ids");
    expect(r).toMatchObject({ status: 0 });
    expect(r.stdout).toMatch(/^seed 7\n\d+ runs, nothing found\n +\d+ {2}ids\n$/);
  });
  it("knows its targets", () => {
    expect(String(run("--list").stdout).trim().split("\n")).toEqual(Object.keys(all));
    expect(run("--target", "nothing")).toMatchObject({ status: 2 });
  });
});
