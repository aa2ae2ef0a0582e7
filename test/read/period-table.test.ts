import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPeriods, resolve } from "../../src/static.js";
import type { TimelineData } from "../../src/model/types.js";

const example = (name: string): string => readFileSync(new URL(`../../examples/${name}`, import.meta.url), "utf8");

describe("readPeriods", () => {
  it("reads names, starts and ends, as those of events are written", () => {
    const { periods, problems } = readPeriods(
      [
        "name;start;end",
        "State of emergency;5 January 2022;19.01.2022",
        "Winter;2021-24;",
        '"Troops, foreign";2022-01-06;[2022-01-19..2022-01-20]',
        "Curfew;2022-01-05T23:00;..",
      ].join("\n"),
      { dateOrder: "dmy" },
    );
    expect(problems).toEqual([]);
    expect(periods).toEqual([
      { title: "State of emergency", time: { start: "2022-01-05", end: "2022-01-19" } },
      { title: "Winter", time: "2021-24" },
      { title: "Troops, foreign", time: { start: "2022-01-06", end: "[2022-01-19..2022-01-20]" } },
      { title: "Curfew", time: { start: "2022-01-05T23:00", end: ".." } },
    ]);
  });
  it.each(["title", "Name", "period", "Phase", "Zeitraum", "период", "кезең", "时期"])(
    "takes names from a column “%s”, and times from one column",
    (header) => {
      const { periods, problems } = readPeriods(`date,${header}\n2022-01-05/2022-01-19,Emergency`);
      expect(problems).toEqual([]);
      expect(periods).toEqual([{ title: "Emergency", time: "2022-01-05/2022-01-19" }]);
    },
  );
  it("means by a table what a document means by the same in JSON", () => {
    const { events, periods, ...rest } = JSON.parse(example("monarchs-houses.json")) as TimelineData;
    const { periods: read, problems } = readPeriods(example("tables/houses.csv"));
    expect(problems).toEqual([]);
    const wanted = resolve({ ...rest, events, periods }).periods;
    const bounds = (list: typeof wanted): unknown[] =>
      list.map(({ title, span: { startMin, startMax, endMin, endMax } }) => [
        title,
        startMin,
        startMax,
        endMin,
        endMax,
      ]);
    expect(bounds(resolve({ ...rest, events }, { periods: read }).periods)).toEqual(bounds(wanted));
  });
  it("reports by row and column, in the words of periods, and keeps the other rows", () => {
    const { periods, problems } = readPeriods(
      "period,start,end\nA,2022-02-30,\n,2022-01-05,\nC,,2022\nD,2022-01-06,2022-01-05\nE,2022-01-07,2022-01-09",
    );
    // What has an end alone began at a time that is not known.
    expect(periods.map((p) => p.title)).toEqual(["C", "E"]);
    expect(problems.map((p) => `${p.code} ${p.row} ${p.column}: ${p.message}`)).toEqual([
      "E-DATE-CALENDAR 2 start: This date does not exist: that month has 28 days",
      "E-TITLE-MISSING 3 period: The period has no name",
      "E-DATE-ORDER 5 end: The end is before the start",
    ]);
  });
  it("reads no column that means something of events alone, and says so where it would matter", () => {
    const { periods, problems } = readPeriods(
      [
        "id,name,start,end,known_from,lane,importance,url,own,quantity:n",
        "a,Emergency,2022-01-05,2022-01-19,2022-01-05T10:00Z,West,9,javascript:x,y,-5",
        "id,name,start,end,known_from,lane,importance,url,own,quantity:n",
        "a,Curfew,2022-01-06,,2022-01-06T10:00Z,,,,,",
        "a,,2022-01-07,,2022-01-07T10:00Z,,,,,",
      ].join("\n"),
    );
    expect(periods.map((p) => p.title)).toEqual(["Emergency", "Curfew"]);
    expect(problems.map((p) => `${p.code} ${p.row} ${p.column}`)).toEqual([
      "W-COLUMN-UNKNOWN 1 known_from",
      "W-COLUMN-UNKNOWN 1 lane",
      "E-TITLE-MISSING 5 name",
    ]);
  });
  it("asks whether a header with a letter wrong was meant", () => {
    const { problems } = readPeriods("name,start,ende,strt,sumary\nA,2022,2023,x,y");
    expect(problems).toEqual([]);
    expect(readPeriods("name,start,precison\nA,2022,x").problems).toMatchObject([
      { code: "W-COLUMN-UNKNOWN", column: "precison", message: "This column is not read" },
    ]);
  });
  it.each([
    ["", "E-FILE-EMPTY"],
    ["name,start", "E-FILE-EMPTY"],
    ["name,colour\nA,red", "E-HEADER"],
    ["start,end\n2022,2023", "E-HEADER"],
    ['{"periods":[]}', "E-FILE-KIND"],
    ["<html><body>", "E-FILE-KIND"],
  ])("says what is wrong with %j", (text, code) => {
    const { periods, problems } = readPeriods(text);
    expect(periods).toEqual([]);
    expect(problems.map((p) => p.code)).toEqual([code]);
  });
  it("gives what a document takes, whatever the cells hold", () => {
    const cell = fc.oneof(
      fc.constantFrom("2022-01-05", "2022", "..", "/", "06/01/2022", "44567", "A", "-", "n/a", ""),
      fc.string({ maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 }), (rows) => {
        const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const table = ["name,start,end", ...rows.map((row) => row.map(quoted).join(","))].join("\r\n");
        const { periods, problems } = readPeriods(table, { format: "csv" });
        const filled = rows.filter((row) => row.some((c) => c.trim() !== "")).length;
        expect(periods.length).toBeLessThanOrEqual(filled);
        if (periods.length < filled) expect(problems.length).toBeGreaterThan(0);
        const { problems: found, periods: resolved } = resolve([], { periods });
        expect(found.filter((p) => p.severity === "error")).toEqual([]);
        expect(resolved).toHaveLength(periods.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe("periods as an option", () => {
  const story: TimelineData = {
    periods: [{ title: "B", time: "2022-02" }],
    events: [{ title: "Curfew", time: "2022-01-05" }],
  };
  it("stand with those of the document, in the order of time, wherever they were written", () => {
    const more = [
      { title: "C", time: "2022-03" },
      { title: "A", time: "2022-01" },
    ];
    const { periods } = resolve(story, { periods: more });
    expect(periods.map((p) => p.title)).toEqual(["A", "B", "C"]);
    expect(resolve({ ...story, periods: [...story.periods!, ...more] }).periods).toEqual(periods);
  });
  it("are reported where they are no periods", () => {
    const { periods, problems } = resolve(story, {
      periods: [{ title: "A", time: "2022-02-30" }, 5, { title: "", time: "2022" }] as never,
    });
    expect(periods.map((p) => p.title)).toEqual(["B"]);
    expect(problems.map((p) => `${p.code} ${p.path}`)).toEqual([
      "E-DATA-TYPE options.periods[1]",
      "E-DATE-CALENDAR options.periods[0].time",
      "E-DATA-TYPE options.periods[2].title",
    ]);
  });
});
