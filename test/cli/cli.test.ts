import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
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
  it("reads the tables beside the file, and names them where it reports", () => {
    const figures = file("numbers.csv", "date,Arrests\n2022-02-30,1\n2022-01-06,2\n");
    const periods = file("stretches.csv", "name,start,end\nEmergency,2022-01-05,2022-01-04\nWinter,2021-12,2022-02\n");
    const args = ["check", story, "--track", figures, "--periods", periods];
    const r = run(args);
    expect(r).toMatchObject({ status: 1, stdout: "" });
    expect(r.stderr.split("\n").slice(1)).toEqual([
      `${story}: 19 events, 0 errors, 1 warning`,
      expect.stringMatching(/numbers\.csv: E-DATE-CALENDAR row 2, column A “date”: /),
      `${figures}: 1 track, 1 error, 0 warnings`,
      expect.stringMatching(/stretches\.csv: E-DATE-ORDER row 2, column C “end”: /),
      `${periods}: 1 period, 1 error, 0 warnings`,
      "",
    ]);
    expect(JSON.parse(run([...args, "--format", "json"]).stderr)).toMatchObject([
      { severity: "warning" },
      { code: "E-DATE-CALENDAR", file: figures },
      { code: "E-DATE-ORDER", file: periods, row: 2 },
    ]);
    expect(run([...args, "--format", "github"]).stderr).toMatch(
      /\n::error file=.*stretches\.csv,line=2,title=E-DATE-ORDER/,
    );
    const fine = file("fine.csv", "name,start\nWinter,2021-12\n");
    expect(run(["check", story, "--periods", fine]).status).toBe(0);
    expect(run(["check", story, "--periods", "nowhere.csv"])).toMatchObject({ status: 2, stdout: "" });
    expect(run(["check", story, "--periods", file("no.csv", "<html>")]).status).toBe(2);
  });
  it("counts warnings as errors when strict", () => {
    const warn = file("warn.csv", "title,start\nA,2022-01-05,extra\n");
    expect(run(["check", warn]).status).toBe(0);
    expect(run(["check", warn, "--strict"]).status).toBe(1);
  });
});

describe("check of other people's files", () => {
  const races = file("races.json", JSON.stringify({ races: [{ name: "Monza, again", day: { of: "2024-09-01" } }] }));
  it("takes lists and keys of JSON", () => {
    const r = run(["check", races, "--list", "races", "--columns", "title=name,start=day.of"]);
    expect(r).toMatchObject({ status: 0, stdout: "" });
    expect(r.stderr).toContain("1 event, 0 errors");
    expect(run(["check", races]).stderr).toContain("--list races");
  });
  it("takes headers with commas and blanks, and several mappings", () => {
    const odd = file("odd.csv", '"Name, full",Start Date,First\nA,2022,B\n');
    expect(run(["check", odd, "--columns", "title=Name, full,start=Start Date"]).status).toBe(0);
    expect(run(["check", odd, "--columns", "title=First+Name, full", "--columns", "start=Start Date"]).status).toBe(0);
    expect(run(["check", odd, "--columns", "title"]).status).toBe(2);
  });
  it("knows the encoding of a file", () => {
    const latin = path.join(dir, "latin.csv");
    writeFileSync(latin, Buffer.from("title,start\nCaf\xe9,2022-01-05\n", "latin1"));
    expect(run(["check", latin]).stderr).toContain("W-ENCODING: The file is not UTF-8; it was read as windows-1252");
  });
  it("says how far it is when asked, on standard error, whatever the file is called", () => {
    const big = file("big\u001b[31m.csv", `title,start\n${"A long enough title,2022-01-05\n".repeat(1000)}`);
    const r = run(["check", big, "--progress"]);
    expect(r).toMatchObject({ status: 0, stdout: "" });
    expect(r.stderr).toMatch(/: row 1001, 100 %\n/);
    expect(r.stderr).not.toContain("\u001b");
  });
  it("takes dozens for what they are asked to be", () => {
    const crowd = file("crowd.csv", "title,start,quantity:a,quantity:a:high\nA,2022,dozens,15\n");
    expect(run(["check", crowd]).stderr).toContain("W-NUMBER-ORDER");
    expect(run(["check", crowd, "--dozens", "acled"]).stderr).toContain("0 warnings");
    expect(run(["check", crowd, "--dozens", "three"]).status).toBe(2);
  });
  it("names lines where they are no rows", () => {
    const lines = file("lines.csv", 'title,start\n"two\nlines",2022\nB,2022-02-30\n');
    expect(run(["check", lines]).stderr).toContain("E-DATE-CALENDAR row 3 (line 4), column B “start”");
    expect(run(["check", lines, "--format", "github"]).stderr).toContain("line=4,title=E-DATE-CALENDAR");
  });
});

describe("check --fix", () => {
  const sloppy = file("sloppy.csv", "title;start;own\nA;06/01/2022; x \nB;13/01/2022;\nC;overnight;\n");
  const out = path.join(dir, "fixed.csv");
  it("writes the table mended, says what it did and what is left", () => {
    const r = run(["check", sloppy, "--fix", "-o", out]);
    expect(r).toMatchObject({ status: 1, stdout: "" });
    expect(readFileSync(out, "utf8")).toBe("title;start;own\nA;2022-01-06; x \nB;2022-01-13;\nC;overnight;\n");
    expect(r.stderr.split("\n")).toEqual([
      "fixed W-DATE-ORDER row 2, column B “start”: [06/01/2022] is now 2022-01-06 (2 times: rows 2, 3)",
      expect.stringMatching(/^E-DATE-FORMAT row 4, column B “start”: /),
      `${out}: 2 cells mended`,
      `${out}: 2 events, 1 error, 0 warnings`,
      "",
    ]);
    expect(run(["check", out, "--fix", "-o", "-"]).stdout).toBe(readFileSync(out, "utf8"));
  });
  it("writes JSON and annotations about it", () => {
    const told = JSON.parse(run(["check", sloppy, "--fix", "-o", out, "--format", "json"]).stderr) as object[];
    expect(told).toMatchObject([
      { code: "W-DATE-ORDER", fixed: true, fix: "2022-01-06", count: 2 },
      { code: "E-DATE-FORMAT", row: 4 },
    ]);
    const r = run(["check", sloppy, "--fix", "-o", out, "--format", "github"]);
    expect(r.stderr).toMatch(/^::notice file=.*,line=2,title=W-DATE-ORDER::fixed/);
  });
  it("reads standard input, and writes standard output", () => {
    const r = run(["check", "-", "--fix", "-o", "-", "--date-order", "mdy"], "title,start\nA,06/01/2022\n");
    expect(r).toMatchObject({ status: 0, stdout: "title,start\nA,2022-06-01\n" });
  });
  it.each<[string, Buffer, Buffer]>([
    [
      "UTF-8 with its mark",
      Buffer.from("\ufefftitle,start\nӘ,13/01/2022"),
      Buffer.from("\ufefftitle,start\nӘ,2022-01-13"),
    ],
    [
      "UTF-16",
      Buffer.from("\ufefftitle,start\nӘ,13/01/2022", "utf16le"),
      Buffer.from("\ufefftitle,start\nӘ,2022-01-13", "utf16le"),
    ],
    [
      "UTF-16, the other way round",
      Buffer.from("\ufefftitle,start\nӘ,13/01/2022", "utf16le").swap16(),
      Buffer.from("\ufefftitle,start\nӘ,2022-01-13", "utf16le").swap16(),
    ],
    [
      "Windows-1252, from then on as UTF-8",
      Buffer.from("title,start\nCaf\xe9,13/01/2022", "latin1"),
      Buffer.from("\ufefftitle,start\nCafé,2022-01-13"),
    ],
  ])("keeps %s", (_, before, after) => {
    const from = path.join(dir, "encoded.csv");
    writeFileSync(from, before);
    expect(run(["check", from, "--fix", "-o", out]).status).toBe(0);
    expect(readFileSync(out).equals(after)).toBe(true);
  });
  it("leaves no half of a file, and keeps what is there when it cannot go on", () => {
    const before = readFileSync(sloppy, "utf8");
    for (const args of [
      [sloppy, "--fix"],
      [sloppy, "--fix", "-o", sloppy],
      [sloppy, "--fix", "-o", "/no/such/folder/x.csv"],
      [file("a.json", "[]"), "--fix", "-o", out],
      [path.join(root, "test/data/story.xlsx"), "--fix", "-o", out],
    ]) {
      const r = run(["check", ...args]);
      expect(r.status, args.join(" ")).toBe(2);
      expect(r.stderr).toMatch(/^datelines: /);
    }
    expect(readFileSync(sloppy, "utf8")).toBe(before);
    expect(readdirSync(dir).filter((f) => f.includes(".part"))).toEqual([]);
  });
});

describe("render", () => {
  it("draws tables of figures under the lanes, and reports what is wrong in them by their own rows", () => {
    const figures = file("figures.csv", "date,Arrests (people)\n2022-01-05,dozens\n2022-02-30,3\n2022-01-06,62\n");
    const r = run(["render", story, "--zone", "Asia/Almaty", "--track", figures, "--track-kind", "step"]);
    expect(r.status).toBe(1);
    expect(r.stderr).toContain("E-DATE-CALENDAR row 3, column A “date”");
    expect(r.stdout).toContain('aria-label="Arrests (people), 6 January 2022: 62"');
    expect(run(["render", story, "--track", "nowhere.csv"])).toMatchObject({ status: 2, stdout: "" });
    expect(run(["render", story, "--track", figures, "--track-kind", "pie"]).status).toBe(2);
    expect(run(["render", story, "--track-kind", "step"]).status).toBe(2);
  });
  it("draws tables of periods over the lanes", () => {
    const houses = path.join(root, "examples/tables/houses.csv");
    const args = ["render", path.join(root, "examples/monarchs.csv"), "--width", "1200"];
    const r = run([...args, "--periods", houses]);
    expect(r).toMatchObject({ status: 0, stderr: expect.not.stringContaining("E-") as string });
    expect(r.stdout).toContain(">House of Stuart again</text>");
    expect(run(args).stdout).not.toContain("House of");
  });
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
  it.each([
    [["check", "/no/such/file"], "/no/such/file cannot be read: there is no such file or folder (ENOENT)"],
    [["check", root], `${root} cannot be read: it is a folder (EISDIR)`],
    [["check", ""], "Say what to do and with which file: datelines check story.csv"],
    [
      ["check", "my", "story.csv"],
      "One file at a time, not “my” and “story.csv”; a name with blanks goes in quotation marks",
    ],
    [["embed", bad, "-d", "out"], "There is no command “embed”; there are check and render"],
    [["render", bad, "--titel", "A"], "There is no option --titel. Did you mean --title?"],
    [["render", bad, "--lanes"], "There is no option --lanes"],
    [
      ["render", bad, "--width", "-5"],
      "--width wants a value after it; one that begins with a dash is written --width=-5",
    ],
    [["render", bad, "-o"], "--output wants a value after it"],
    [["check", bad, "--strict=yes"], "--strict takes no value"],
    [["render", bad, "--zone", "Almaty"], "--zone is an IANA name: Asia/Almaty; not “Almaty”"],
    [["render", bad, "--from", "soon"], "--from is a date: 2022-01-06; not “soon”"],
    [["render", bad, "--to", "06/01/2022"], "--to is a date: 2022-01-06; not “06/01/2022”"],
    [["check", bad, "-o", "x.csv"], "check writes a file with --fix alone: check story.csv --fix -o fixed.csv"],
    [["render", bad, "--fix", "-o", "x.csv"], "--fix goes with check"],
    [
      ["render", bad, "--lane-order", "size"],
      '--lane-order is one of first, name, count, given, or names with ; between: "North; South", not “size”',
    ],
  ])("says what is wrong with %j, and what to do", (args, message) => {
    expect(run(args)).toMatchObject({ status: 2, stderr: `datelines: ${message}\nTry: datelines --help\n` });
  });
  it("reports a column that is not there, and orders lanes by their names", () => {
    const r = run(["render", story, "--lane-by", "rocket"]);
    expect(r).toMatchObject({ status: 0 });
    expect(r.stderr).toContain("W-FIELD-UNKNOWN laneBy: No event has this to be grouped by [rocket]. There are lane,");
    const lanes = (args: readonly string[]): string[] =>
      [...run(["render", story, ...args]).stdout.matchAll(/data-lane="([^"]*)"/g)].map((m) => m[1]!);
    const order = lanes(["--lane-order", "Almaty; Abroad"]);
    expect(order.slice(0, 2)).toEqual(["Almaty", "Abroad"]);
    expect([...order].sort()).toEqual(lanes(["--lane-by", "Lane"]).sort());
  });
  it("takes the table's own name of a column of ours to group by", () => {
    const file = path.join(dir, "own-headers.csv");
    writeFileSync(file, "Событие,Дата,Место,Тип\nA,2022-01-05,Актау,x\nB,2022-01-06,Алматы,y\n");
    const r = run(["render", file, "--lane-by", "Место", "--color-by", "Тип", "--lane-order", "Алматы; Астана"]);
    expect(r.stdout).toMatch(/data-lane="Алматы"[^]*data-lane="Актау"/);
    expect(r.stderr).toBe("W-LANE-UNKNOWN laneOrder: No lane has this id or name [Астана]. There are Алматы, Актау\n");
  });
  it("explains itself", () => {
    expect(run(["--help"])).toMatchObject({ status: 0 });
    expect(run(["--version"]).stdout.trim()).toBe(
      (JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string }).version,
    );
    expect(execFileSync(cli, ["--version"], { encoding: "utf8" })).toMatch(/^\d/);
  });
});
