import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { read } from "../src/static.js";

const root = path.resolve(import.meta.dirname, "..");
const pages = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  ...readdirSync(path.join(root, "docs"))
    .filter((f) => f.endsWith(".md"))
    .map((f) => `docs/${f}`),
];
const text = (p: string): string => readFileSync(path.join(root, p), "utf8");
const blocks = (page: string, language: string): string[] =>
  [...text(page).matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "g"))].map((m) => m[1]!);

describe("the docs", () => {
  it.each(pages)("%s: its links lead somewhere", (page) => {
    for (const [, target] of text(page).matchAll(/\]\((?!https?:)([^)#\s]+)(?:#[^)]*)?\)/g)) {
      expect(existsSync(path.resolve(root, path.dirname(page), target!)), `${page}: ${target!}`).toBe(true);
    }
  });
  it("has code that runs as it stands", () => {
    const dir = mkdtempSync(path.join(tmpdir(), "datelines-docs-"));
    symlinkSync(path.join(root, "examples"), path.join(dir, "examples"));
    for (const page of ["README.md", "docs/getting-started.md"]) {
      for (const code of blocks(page, "js")) {
        const file = path.join(dir, "code.mjs");
        const mapped = code.replace(
          /from "datelines\/(static|locale\/\w+)"/g,
          (_, p: string) => `from ${JSON.stringify(path.join(root, "dist", `${p}.js`))}`,
        );
        writeFileSync(file, mapped);
        const r = spawnSync(process.execPath, [file], { cwd: dir, encoding: "utf8" });
        expect(r.status, `${page}\n${code}\n${r.stderr}`).toBe(0);
      }
    }
  });
  it("has data that read without an error", () => {
    for (const code of blocks("docs/data-format.md", "json"))
      expect(read(code, { format: "json" }).problems).toEqual([]);
    const table = /made in any spreadsheet:\n\n((?: {4}.*\n)+)/.exec(text("README.md"))![1]!.replace(/^ {4}/gm, "");
    expect(read(table).problems).toEqual([]);
    expect(read(table).data.events).toHaveLength(2);
  });
  it("names only options that the command has", () => {
    const help = spawnSync(process.execPath, [path.join(root, "dist/node/cli.js"), "--help"], {
      encoding: "utf8",
    }).stdout;
    for (const page of ["README.md", "docs/command-line.md", "docs/getting-started.md", "docs/data-format.md"]) {
      for (const [option] of text(page).matchAll(/--[a-z][a-z-]+/g))
        expect(help, `${page}: ${option}`).toContain(option);
    }
  });
});
