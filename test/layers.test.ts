import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { problemExamples } from "../src/model/problem-examples.js";
import { problemKinds } from "../src/model/problems.js";

const root = path.resolve(import.meta.dirname, "..");
const files = readdirSync(path.join(root, "src"), { recursive: true, encoding: "utf8" }).filter((f) =>
  f.endsWith(".ts"),
);
const source = (f: string): string => readFileSync(path.join(root, "src", f), "utf8");

/** What each room may import from, besides itself. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  model: [],
  locale: ["model"],
  read: ["model"],
  layout: ["model", "locale"],
  scene: ["model", "locale", "layout"],
  paint: ["model", "locale", "layout", "scene"],
};

describe("the house", () => {
  it("has dependencies that point one way", () => {
    for (const file of files) {
      const room = file.split(path.sep)[0]!;
      if (!(room in MAY)) continue;
      for (const [, spec] of source(file).matchAll(/from "(\.[^"]+)"/g)) {
        const target = path
          .relative(path.join(root, "src"), path.resolve(root, "src", path.dirname(file), spec!))
          .split(path.sep)[0]!;
        expect([room, ...MAY[room]!], `${file} imports ${spec!}`).toContain(target);
      }
    }
  });
  it("imports nothing of Node outside of the command, and no markup or code sinks anywhere", () => {
    for (const file of files) {
      if (!file.startsWith("cli") && file !== "cli.ts") expect(source(file), file).not.toMatch(/from "node:/);
      expect(source(file), file).not.toMatch(
        /innerHTML|outerHTML|insertAdjacentHTML|DOMParser|new Function|\beval\(|Date\.parse|Date\.now|Math\.random|document\.\w/,
      );
    }
  });
  it("compiles its core without the DOM and without Node", () => {
    const tsc = path.join(path.dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
    const config = execFileSync(process.execPath, [tsc, "-p", path.join(root, "tsconfig.json"), "--showConfig"], {
      encoding: "utf8",
    });
    const { lib, types } = (JSON.parse(config) as { compilerOptions: { lib: string[]; types: string[] } })
      .compilerOptions;
    expect(lib.some((l) => /dom/i.test(l))).toBe(false);
    expect(types).toEqual([]);
  });
  it("shows every problem with an example, and every code used is known", () => {
    expect(Object.keys(problemExamples).sort()).toEqual(Object.keys(problemKinds).sort());
    const docs = readFileSync(path.join(root, "docs/problems.md"), "utf8");
    for (const [code, kind] of Object.entries(problemKinds)) {
      expect(docs, code).toContain(`\`${code}\``);
      expect(docs, code).toContain(kind.summary);
    }
  });
});
