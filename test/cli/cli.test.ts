import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
const cli = path.join(root, "dist/node/cli.js");
const dir = mkdtempSync(path.join(tmpdir(), "datelines-"));
const story = path.join(root, "examples/kazakhstan-2022-01.csv");
const run = (
  args: string[],
  input = "",
  env: Record<string, string> = {},
): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, [cli, ...args], { input, encoding: "utf8", env: { ...process.env, ...env } });
const file = (name: string, text: string): string => {
  const p = path.join(dir, name);
  writeFileSync(p, text);
  return p;
};
const bad = file("bad.csv", "title,start\nA,2022-01-05\nB,2022-02-30\n");

describe("check", () => {
  it("is silent on standard output, and counts", () => {
    const r = run(["check", story]);
    expect(r).toMatchObject({ status: 0, stdout: "" });
    expect(r.stderr).toMatch(/19 events, 0 errors, 1 warning\n/);
  });
  it("names row and column, and exits with 1", () => {
    const r = run(["check", bad]);
    expect(r.status).toBe(1);
    expect(r.stderr).toContain(
      "E-DATE-CALENDAR row 3, column B “start”: This date does not exist: that month has 28 days [2022-02-30]. Did you mean 2022-02-28?",
    );
  });
  it("writes JSON and GitHub annotations", () => {
    expect(JSON.parse(run(["check", bad, "--format", "json"]).stderr)).toMatchObject([
      { code: "E-DATE-CALENDAR", row: 3, column: "start" },
    ]);
    expect(run(["check", bad, "--format", "github"]).stderr).toMatch(
      /^::error file=.*bad\.csv,line=3,title=E-DATE-CALENDAR::/,
    );
  });
  it("reads standard input", () => expect(run(["check", "-"], "title,start\nA,2022-01-05").status).toBe(0));
  it("lets no escape code or annotation of the data through", () => {
    const evil = file("evil.csv", "title,start\nA,\u001b[31m::error::x\n");
    const lines = run(["check", evil, "--format", "github"])
      .stderr.split("\n")
      .filter((l) => l.includes("::"));
    expect(lines).toHaveLength(2);
    for (const l of lines) expect(l).toMatch(/^::(?:warning|error) file=/);
  });
  it("counts warnings as errors when strict", () => {
    const warn = file("warn.csv", "title,start\nA,2022-01-05,extra\n");
    expect(run(["check", warn]).status).toBe(0);
    expect(run(["check", warn, "--strict"]).status).toBe(1);
  });
});

describe("render", () => {
  it("writes SVG and HTML, the same bytes in another zone and language of the machine", () => {
    const out = path.join(dir, "a.svg");
    expect(
      run(["render", story, "-o", out, "--zone", "Asia/Almaty"], "", { TZ: "America/New_York", LANG: "fa_IR" }).status,
    ).toBe(0);
    const first = readFileSync(out, "utf8");
    expect(run(["render", story, "--zone", "Asia/Almaty"], "", { TZ: "Asia/Tokyo", LANG: "C" }).stdout).toBe(first);
    const page = path.join(dir, "a.html");
    expect(run(["render", story, "-o", page]).status).toBe(0);
    expect(readFileSync(page, "utf8")).toMatch(/^<!doctype html>[\s\S]*<ol class="datelines-list">/);
  });
  it("takes millimetres, themes, languages, windows, lanes", () => {
    const svg = run([
      "render",
      story,
      "--width",
      "125.5mm",
      "--lane-by",
      "category",
      "--from",
      "2022-01-05",
      "--to",
      "2022-01-06",
      "--locale",
      "ru",
      "--title",
      "Т",
      "--theme",
      "mono",
    ]).stdout;
    expect(svg).toContain('width="125.5mm"');
    expect(svg).toContain("5 января");
    expect(svg).toContain('<title id="datelines-title">Т</title>');
  });
  it("draws the good rows of a bad file, and says 1", () => {
    const r = run(["render", bad]);
    expect(r.status).toBe(1);
    expect(r.stdout).toContain("<svg");
  });
  it.each([
    [[]],
    [["draw", bad]],
    [["check"]],
    [["check", "/no/such/file"]],
    [["render", bad, "-o", "x.pdf"]],
    [["render", bad, "-o", "x.png"]],
    [["render", bad, "-o", "x"]],
    [["render", bad, "--width", "wide"]],
    [["render", bad, "--theme", "pink"]],
    [["check", bad, "--nonsense"]],
    [["render", bad, "-o", "/no/such/folder/x.svg"]],
    [["check", bad, "extra"]],
    [["render", bad, "--as-known-at", "soon"]],
  ])("exits with 2 for %j", (args) => {
    const r = run(args);
    expect(r.status).toBe(2);
    expect(r.stderr).toMatch(/^datelines: /);
  });
  it("explains itself", () => {
    expect(run(["--help"])).toMatchObject({ status: 0 });
    expect(run(["--version"]).stdout.trim()).toBe(
      (JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string }).version,
    );
    expect(execFileSync(cli, ["--version"], { encoding: "utf8" })).toMatch(/^\d/);
  });
});
