import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { line } from "../src/cli/report.js";
import type { Problem } from "../src/model/problem.js";
import { unfetched } from "../src/read/beside.js";
import { problemKinds } from "../src/sheets/problems.js";
import { readWorkbook } from "../src/sheets.js";
import * as library from "../src/static.js";
// @ts-expect-error a plain script
import * as examples from "./tools/problem-examples.mjs";
// @ts-expect-error a plain script
import * as page from "./tools/problems-page.mjs";

const { problemExamples, problemsOf } = examples as {
  problemExamples: Readonly<Record<string, object>>;
  problemsOf: (example: object, library: object) => Problem[];
};
const { problemsPage } = page as { problemsPage: (library: object) => string };
const all = { ...library, readWorkbook, problemKinds, unfetched, line };

describe("problems", () => {
  it("have an example each", () =>
    expect(Object.keys(problemExamples).sort()).toEqual(Object.keys(problemKinds).sort()));
  it.each(Object.keys(problemKinds))("%s is brought about by its example, and nothing else is", (code) => {
    const problems = problemsOf(problemExamples[code]!, all);
    expect(problems.map((p) => p.code)).toEqual([code]);
    expect(problems[0]!.severity).toBe(code.startsWith("E") ? "error" : "warning");
  });
  it("stand in the docs as they are", () =>
    expect(readFileSync(new URL("../docs/problems.md", import.meta.url), "utf8")).toBe(problemsPage(all)));
  it("are all used by some code", () => {
    const src = path.resolve(import.meta.dirname, "../src");
    const code = readdirSync(src, { recursive: true, encoding: "utf8" })
      .filter((f) => f.endsWith(".ts") && !f.endsWith("problems.ts"))
      .map((f) => readFileSync(path.join(src, f), "utf8"))
      .join("");
    for (const name of Object.keys(problemKinds).filter((c) => !c.startsWith("W-LABEL") && c !== "W-TYPE-SMALL"))
      expect(code, name).toContain(`"${name}"`);
  });
});
