import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { read } from "../../src/read/read.js";
import { serialDate } from "../../src/read/serial.js";

const csv = (text: string): ReturnType<typeof read> => read(text, { format: "csv" });
const times = (text: string): unknown[] => csv(text).data.events.map((e) => e.time);
const codes = (text: string): string[] => csv(text).problems.map((p) => p.code);

describe("day numbers", () => {
  it("are what Date makes of them, after the February that never was", () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2958465 }), fc.integer({ min: 0, max: 86399 }), (day, second) => {
        const iso = new Date(Date.UTC(1899, 11, 30) + (day * 86400 + second) * 1000).toISOString();
        const expected = iso
          .slice(0, 19)
          .replace(/T00:00:00$/, "")
          .replace(/(T..:..):00$/, "$1");
        expect(serialDate(day + second / 86400)).toBe(expected);
      }),
    );
  });
  it("are none outside of what spreadsheets know", () => {
    for (const n of [-1, 0, 0.5, 2958466, NaN, Infinity]) expect(serialDate(n), String(n)).toBeNull();
  });
});

describe("a column of day numbers", () => {
  it("is read as dates, and reported", () => {
    const text = "title;start;end\nA;44567;\nB;44568,75;44569";
    expect(times(text)).toEqual(["2022-01-06", { start: "2022-01-07T18:00", end: "2022-01-08" }]);
    expect(csv(text).problems).toMatchObject([
      { code: "W-DATE-SERIAL", severity: "warning", column: "start", value: "44567" },
      { code: "W-DATE-SERIAL", severity: "warning", column: "end", value: "44569" },
    ]);
    expect(csv(text).problems[0]!.message).toContain("44567 as 2022-01-06");
  });
  it.each<[string, string, readonly string[]]>([
    ["one number alone", "title,start\nA,44567", ["E-DATE-SERIAL"]],
    ["numbers among dates", "title,start\nA,44567\nB,2022-01-07\nC,44569", ["E-DATE-SERIAL"]],
    ["a number out of range", "title,start\nA,44567\nB,90000", ["E-DATE-SERIAL", "E-DATE-NUMBER"]],
  ])("is not guessed: %s", (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });
  it("is judged apart from the others", () => {
    expect(times("title,start,end\nA,44567,2022-01-08\nB,44568,2022-01-09")).toEqual([
      { start: "2022-01-06", end: "2022-01-08" },
      { start: "2022-01-07", end: "2022-01-09" },
    ]);
  });
  it("is not what years are", () => {
    expect(times("title,start\nA,2021\nB,2022")).toEqual(["2021", "2022"]);
  });
});
