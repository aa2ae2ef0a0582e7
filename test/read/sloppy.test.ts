import { describe, expect, it } from "vitest";
import { spelledDate } from "../../src/read/dates.js";
import { read, type ReadOptions } from "../../src/read/read.js";
import { isoMoments } from "../../src/read/iso-days.js";

const csv = (text: string, options: ReadOptions = {}): ReturnType<typeof read> =>
  read(text, { format: "csv", ...options });
const one = (cell: string, options?: ReadOptions): { time: unknown; problems: readonly object[] } => {
  const { data, problems } = csv(`title,start\nA,"${cell.replaceAll('"', '""')}"`, options);
  return { time: data.events[0]?.time, problems };
};

describe("dates that word processors have been at", () => {
  it.each<[string, string]>([
    ["“2022-01-06”", "2022-01-06"],
    ["«2022-01-06»", "2022-01-06"],
    ["'2022-01-06'", "2022-01-06"],
    ["2022–01–06", "2022-01-06"],
    ["2022‑01‑06", "2022-01-06"],
    ["\u200e2022-01-06\u200b", "2022-01-06"],
    ["“6 January 2022”", "2022-01-06"],
    ["“2022-01-06T18:50”", "2022-01-06T18:50"],
  ])("%s is read, and told", (cell, time) => {
    const r = one(cell);
    expect(r.time).toBe(time);
    expect(r.problems).toMatchObject([
      { code: "W-DATE-MARKS", severity: "warning", row: 2, column: "start", letter: "B" },
    ]);
  });
  it.each(["“overnight”", "“”", "“2022-02-30”", "2022–2023"])("%s is no date for that", (cell) => {
    const r = one(cell);
    expect(r.time).toBeUndefined();
    expect(r.problems).toMatchObject([{ severity: "error", row: 2 }]);
  });
  it("says what is wrong without the marks", () =>
    expect(one("“06/01/2022”").problems).toMatchObject([{ code: "E-DATE-AMBIGUOUS" }]));
  it("says how years are written, in full and from one to the other", () => {
    expect(one("2022–2023").problems).toMatchObject([
      { hint: "Write 2022/2023 if it lasted so long, [2022..2023] for one moment in it" },
    ]);
    expect(one("06.01.22").problems).toMatchObject([
      { code: "E-DATE-FORMAT", hint: "Write the year in full, and first: 2022-01-06" },
    ]);
  });
});

describe("days of the week", () => {
  it.each<[string, string]>([
    ["Thursday, 6 January 2022", "2022-01-06"],
    ["Thu, 06 Jan 2022 13:50:00 +0600", "2022-01-06T13:50:00+0600"],
    ["Thu, 06 Jan 2022 13:50:00 GMT", "2022-01-06T13:50:00Z"],
    ["jeudi 6 janvier 2022", "2022-01-06"],
    ["Donnerstag, 6. Januar 2022", "2022-01-06"],
    ["чт, 6 января 2022 г.", "2022-01-06"],
    ["бейсенбі, 6 қаңтар 2022 ж.", "2022-01-06"],
    ["Thu 2022-01-06", "2022-01-06"],
    ["Mar. 6, 2022", "2022-03-06"],
  ])("%s", (cell, time) => expect(one(cell)).toEqual({ time, problems: [] }));
  it("that the date does not fall on are told", () =>
    expect(one("Friday, 6 January 2022")).toMatchObject({
      time: "2022-01-06",
      problems: [{ code: "W-DATE-WEEKDAY", message: "2022-01-06 is a Thursday, not a Friday" }],
    }));
});

describe("eras", () => {
  it.each<[string, string]>([
    ["44 BC", "-0043"],
    ["1 BCE", "0000"],
    ["753 до н. э.", "-0752"],
    ["52 av. J.-C.", "-0051"],
    ["9 n. Chr.", "0009"],
    ["AD 79", "0079"],
    ["13800000 BC", "Y-13799999"],
  ])("%s", (text, edtf) => expect(spelledDate(text, null)).toEqual({ edtf }));
  it("have no year 0", () => expect(spelledDate("0 BC", null)).toBeNull());
});

describe("numbers whose order the column tells", () => {
  const times = (cells: readonly string[], options?: ReadOptions): unknown[] =>
    csv(`title,start\n${cells.map((c) => `A,${c}`).join("\n")}`, options).data.events.map((e) => e.time);
  it("with a time of day, with hyphens", () => {
    expect(times(["06/01/2022 18:50", "13/01/2022"])).toEqual(["2022-01-06T18:50", "2022-01-13"]);
    expect(times(["06-01-2022", "13-01-2022"])).toEqual(["2022-01-06", "2022-01-13"]);
    expect(one("06/01/2022 18:50").problems).toMatchObject([
      { code: "E-DATE-AMBIGUOUS", message: "This may be 2022-01-06T18:50 or 2022-06-01T18:50" },
    ]);
    expect(one("06-01-2022").problems).toMatchObject([{ code: "E-DATE-AMBIGUOUS" }]);
  });
  it("say nothing about dates with points, where the day is first", () =>
    expect(times(["1/13/2022", "02.01.2022"])).toEqual(["2022-01-13", "2022-01-02"]));
  it("are told one by one where the column leaves no order; what is certain has a fix", () => {
    const { data, problems } = csv("title,start\nA,13/01/2022\nB,01/14/2022\nC,02/03/2022");
    expect(data.events).toEqual([]);
    expect(problems).toMatchObject([
      { code: "E-DATE-AMBIGUOUS", row: 2, value: "13/01/2022", fix: "2022-01-13", count: 2, rows: [2, 3] },
      { code: "E-DATE-AMBIGUOUS", row: 4, value: "02/03/2022" },
    ]);
    expect(problems[1]).not.toHaveProperty("fix");
  });
  it("are no dates where the order that was given does not allow them", () =>
    expect(one("01/13/2022", { dateOrder: "dmy" }).problems).toMatchObject([
      { code: "E-DATE-CALENDAR", message: "There is no such date when the day comes first" },
    ]));
});

describe("columns of midnights", () => {
  const column = (n: number, last = "2022-02-01T00:00:00Z"): ReturnType<typeof read> =>
    csv(
      `title,start\n${Array.from({ length: n - 1 }, (_, i) => `A,2022-01-${String(i + 1).padStart(2, "0")}T00:00:00.000Z\n`).join("")}A,${last}`,
    );
  it("are days when there are many", () => {
    const { data, problems } = column(25);
    expect(data.events.map((e) => e.time).slice(-2)).toEqual(["2022-01-24", "2022-02-01"]);
    expect(problems).toMatchObject([{ code: "W-DATE-MIDNIGHT", column: "start", letter: "B" }]);
  });
  it("are moments when they are few, or one is not midnight", () => {
    expect(column(5).data.events[0]!.time).toBe("2022-01-01T00:00:00.000Z");
    expect(column(25, "2022-02-01T10:00").problems).toEqual([]);
    expect(column(25, "2022-02-01T10:00").data.events[0]!.time).toBe("2022-01-01T00:00:00.000Z");
  });
});

describe("curly quotation marks", () => {
  it("hold a cell together where that gives the right number of cells", () => {
    const { data, problems } = csv("title,start\n“one, two”,2022-01-06\n„drei, vier, fünf“,2022-01-07");
    expect(data.events.map((e) => e.title)).toEqual(["one, two", "drei, vier, fünf"]);
    expect(problems).toMatchObject([{ code: "W-QUOTE-CURLY", row: 2, column: "title", count: 2, rows: [2, 3] }]);
  });
  it("are words elsewhere", () => {
    expect(csv("title,start\n“Freedom”,2022-01-06").data.events[0]!.title).toBe("“Freedom”");
    expect(csv("title,start\n“Freedom” now,2022-01-06,more").problems).toMatchObject([{ code: "W-CELLS-MORE" }]);
  });
  it("by the thousand take no more than a look each", () => {
    const { problems } = csv(`title,start\n${"“,".repeat(200_000)}”`);
    expect(problems.map((p) => p.code)).toContain("W-CELLS-MORE");
  });
});

describe("rows that were looked at together", () => {
  const base = "a,Arrests,2022-01-06,x,";
  const later = "a,,,y,2022-01-06T13:50+01:00";
  it.each([[[base, later]], [[later, base]]])("are versions in any order: %j", (rows) => {
    const { data, problems } = csv(`id,title,start,lane,known_from\n${rows.join("\n")}`);
    expect(problems).toEqual([]);
    expect(data.events).toHaveLength(2);
  });
  it("are told when two are known from the same moment", () =>
    expect(
      csv(`id,title,start,lane,known_from\n${[base, later, "a,,,z,2022-01-06T13:50+01:00"].join("\n")}`).problems,
    ).toMatchObject([{ code: "W-KNOWN-TWICE", row: 4, column: "known_from" }]));
  it("still need a title and a time in one of them", () =>
    expect(
      csv(`id,title,start,lane,known_from\n${[later, later.replace("13:50", "14:50")].join("\n")}`).problems,
    ).toMatchObject([{ code: "E-TITLE-MISSING", count: 2 }]));
});

describe("files that are no tables", () => {
  it.each([
    "<!doctype html><html>",
    "<html lang=en>",
    '<?xml version="1.0"?><data>',
    "<data\n wiki-url='x'>",
    "<svg xmlns='x'>",
  ])("%s is told", (text) => {
    expect(read(`${text}title,start\nA,2022`).problems).toMatchObject([{ code: "E-FILE-KIND" }]);
  });
});

describe("a closer look at plain ISO text", () => {
  it("is asked for where the clock changes, and at midnight", () => {
    const paris = isoMoments("Europe/Paris");
    expect(paris("2022-03-26T02:30")).toBe(Date.UTC(2022, 2, 26, 1, 30));
    for (const text of [
      "2022-03-27",
      "2022-03-27T02:30",
      "2022-10-30T02:30",
      "2022-01-06T00:00",
      "2022-02-30",
      "2022-01-06T24:00",
      "2022/01/06",
      "",
    ])
      expect(paris(text), text).toBeNaN();
  });
});
