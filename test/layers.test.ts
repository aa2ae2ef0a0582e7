import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

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
  sheets: ["model", "read"],
  write: ["model", "read"],
  layout: ["model", "locale"],
  scene: ["model", "locale", "layout"],
  paint: ["model", "locale", "layout", "scene"],
  browser: ["model", "locale", "layout", "scene", "paint", "read", "write"],
};

/** Packages that the core may import; none of them touches a page. */
const PACKAGES = /^(?:date-fns(?:\/|$)|@date-fns\/tz\/)/;
/** Packages that only workbooks need: nothing but the room of workbooks imports them, so that nobody else loads them. */
const WORKBOOK_PACKAGES = /^(?:fflate|saxes)$/;
/** Packages that touch a page: for the room of the browser alone. */
const PAGE_PACKAGES = /^d3-(?:selection|zoom|brush|interpolate|timer|ease)$/;

/** The room that a file of a room imports from: "model", or the file itself where it stands at the door. */
const roomOf = (file: string, spec: string): string =>
  path.relative(path.join(root, "src"), path.resolve(root, "src", path.dirname(file), spec)).split(path.sep)[0]!;

/** What is wrong with the imports of a file, of any kind: of values and types, re-exported, dynamic, for side effects. */
function faults(file: string, text: string): string[] {
  const room = file.split(path.sep)[0]!;
  const may = MAY[room];
  if (!may) return [];
  const info = ts.preProcessFile(text, true, true);
  const found = info.importedFiles.map(({ fileName: spec }) => {
    if (spec.startsWith(".")) return [room, ...may].includes(roomOf(file, spec)) ? "" : `${file} imports ${spec}`;
    if (spec === "#locales") return room === "locale" ? "" : `${file} imports ${spec}`;
    const packages = room === "sheets" ? WORKBOOK_PACKAGES : room === "browser" ? PAGE_PACKAGES : PACKAGES;
    return packages.test(spec) ? "" : `${file} imports the package ${spec}`;
  });
  const references = [...info.libReferenceDirectives, ...info.typeReferenceDirectives, ...info.referencedFiles];
  return [...found, ...references.map((r) => `${file} refers to ${r.fileName}`)].filter((f) => f !== "");
}

describe("the house", () => {
  it("has dependencies that point one way", () => {
    const rooms = new Set(files.map((f) => f.split(path.sep)[0]!));
    for (const room of Object.keys(MAY)) expect(rooms).toContain(room);
    expect(files.flatMap((file) => faults(file, source(file)))).toEqual([]);
  });
  it.each([
    ["model/a.ts", 'import { x } from "../locale/x.js";'],
    ["layout/a.ts", 'export { x } from "../scene/x.js";'],
    ["scene/layers/a.ts", 'import type { X } from "../../paint/x.js";'],
    ["read/a.ts", 'const x = await import("../layout/x.js");'],
    ["locale/a.ts", 'import "../layout/x.js";'],
    ["model/a.ts", 'import { x } from "../static.js";'],
    ["paint/a.ts", 'import { select } from "d3-selection";'],
    ["read/a.ts", 'import { unzipSync } from "fflate";'],
    ["read/a.ts", 'import { x } from "../sheets/x.js";'],
    ["read/a.ts", 'import { x } from "../write/x.js";'],
    ["sheets/a.ts", 'import { x } from "../layout/x.js";'],
    ["paint/a.ts", 'import { open } from "fs";'],
    ["scene/a.ts", '/// <reference lib="dom" />\nexport {};'],
    ["layout/a.ts", '/// <reference types="node" />\nexport {};'],
  ])("would notice in %s: %s", (file, text) => {
    expect(faults(file.replaceAll("/", path.sep), text)).toHaveLength(1);
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
});
