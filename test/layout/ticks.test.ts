import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textWidth } from "../../src/layout/text.js";
import { ticks, type Tick } from "../../src/layout/ticks.js";
import { available } from "../../src/locale/all.js";
import { locale as en } from "../../src/locale/en.js";
import { toLocal } from "../../src/model/zone.js";

const font = { family: "Noto Sans", weight: 400, size: 11 };
const base = { locale: en, measure: textWidth, font, majorFont: font, zone: "UTC" };
const YEAR = 365.2425 * 864e5;

describe("ticks", () => {
  it("are ordered, inside, few, and their labels apart, for every span, width, zone and language", () => {
    const span = fc.double({ min: 0, max: Math.log10(14e9 * YEAR), noNaN: true }).map((e) => 10 ** e);
    fc.assert(
      fc.property(
        span,
        fc.double({ min: -1e12, max: 1.6e12, noNaN: true }),
        fc.integer({ min: 60, max: 4000 }),
        fc.constantFrom("UTC", "Asia/Almaty", "Europe/Paris"),
        fc.constantFrom(...available),
        (length, from, width, zone, locale) => {
          const to = from > 0 && length > 1e15 ? from : from + length;
          const start = to === from ? from - length : from;
          const set = ticks({ ...base, from: start, to, width, zone, locale });
          for (const list of [set.major, set.minor]) {
            expect(list.length).toBeLessThanOrEqual(51);
            list.forEach((t, i) => i > 0 && expect(t.time).toBeGreaterThan(list[i - 1]!.time));
          }
          let right = -Infinity;
          for (const t of set.minor) {
            expect(t.time).toBeGreaterThanOrEqual(start);
            expect(t.time).toBeLessThanOrEqual(to);
            const x = ((t.time - start) / (to - start)) * width;
            const half = textWidth(t.label, font) / 2;
            expect(x - half).toBeGreaterThan(right);
            right = x + half;
          }
        },
      ),
      { numRuns: 400 },
    );
  });
  it("begin days at local midnight across a change of the clock", () => {
    const zone = "Europe/Paris";
    const from = Date.UTC(2022, 2, 25, 23);
    const set = ticks({ ...base, zone, from, to: from + 4 * 864e5, width: 900 });
    for (const t of set.major) expect(toLocal(t.time, zone).hour).toBe(0);
    expect(set.minor.map((t: Tick) => t.label).filter((l) => l === "12:00")).toHaveLength(4);
  });
  it("name five days, hours under them", () => {
    const from = Date.UTC(2022, 0, 1, 18);
    const set = ticks({ ...base, zone: "Asia/Almaty", from, to: from + 5 * 864e5, width: 800 });
    expect(set.major.map((t) => t.label)).toEqual([
      "Sunday, 2 January",
      "Monday, 3 January",
      "Tuesday, 4 January",
      "Wednesday, 5 January",
      "Thursday, 6 January",
    ]);
    expect(set.minor.slice(0, 3).map((t) => t.label)).toEqual(["00:00", "06:00", "12:00"]);
  });
  it("are round years before our era too, and begin it with its first year", () => {
    const years = (from: number, to: number, width: number): string[] => {
      const ms = (y: number): number => (y - 1970) * YEAR;
      return ticks({ ...base, from: ms(from), to: ms(to), width }).minor.map((t) => t.label);
    };
    expect(years(-650, 650, 400)).toEqual(["600 BC", "400 BC", "200 BC", "1", "200", "400", "600"]);
    expect(years(-62, -22, 600)).toEqual(["60 BC", "55 BC", "50 BC", "45 BC", "40 BC", "35 BC", "30 BC", "25 BC"]);
    expect(years(-16, 17, 500)).toEqual(["15 BC", "10 BC", "5 BC", "5", "10", "15"]);
  });
  it("count billions of years", () => {
    const set = ticks({ ...base, from: -13.8e9 * YEAR, to: 0, width: 900 });
    expect(set.minor.length).toBeGreaterThan(3);
    expect(set.minor[0]!.label).toMatch(/billion years ago/);
  });
  it("do nothing on an axis that is none", () =>
    expect(ticks({ ...base, from: 5, to: 5, width: 100 })).toEqual({ major: [], minor: [] }));
});
