import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civilFromDays, DAY_MS, daysFromCivil, daysInMonth, isLeapYear } from "../../src/model/calendar.js";
import type { TimeSpan } from "../../src/model/span.js";
import { parseTime, resolveTime, type TimeOptions } from "../../src/model/time.js";
import { zoneOffset } from "../../src/model/zone.js";

const span = (text: string, options?: TimeOptions): TimeSpan => {
  const r = parseTime(text, options);
  if (!r.ok) throw new Error(`${text}: ${r.problem.code}`);
  return r.value;
};
const warnings = (text: string, zone: string): string[] => {
  const r = parseTime(text, { zone });
  return r.ok ? (r.problems ?? []).map((p) => p.code) : [r.problem.code];
};
const utc = (iso: string): number => Date.parse(`${iso}Z`);
const pad = (n: number, digits: number): string => String(n).padStart(digits, "0");

describe("the calendar of dates", () => {
  it("has a leap day where 4, 100 and 400 say so, before year 0 too", () => {
    for (const [year, leap] of [
      ["2000", true],
      ["1900", false],
      ["2024", true],
      ["2023", false],
      ["0000", true],
      ["-0004", true],
      ["-0001", false],
      ["-0100", false],
      ["-0400", true],
    ] as const)
      expect(parseTime(`${year}-02-29`).ok, year).toBe(leap);
  });
  it("gives each month its days, by counting", () => {
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const next = month === 12 ? daysFromCivil(year + 1, 1, 1) : daysFromCivil(year, month + 1, 1);
        expect(daysInMonth(year, month)).toBe(next - daysFromCivil(year, month, 1));
        expect(isLeapYear(year)).toBe(daysFromCivil(year + 1, 1, 1) - daysFromCivil(year, 1, 1) === 366);
      }),
    );
  });
  it("counts on over the end of a month", () => {
    expect(daysFromCivil(2024, 2, 30)).toBe(daysFromCivil(2024, 3, 1));
    expect(daysFromCivil(2023, 12, 32)).toBe(daysFromCivil(2024, 1, 1));
  });
  it("is that of text: what is written comes back from the bounds", () => {
    const days = fc.integer({ min: daysFromCivil(-9999, 1, 1), max: daysFromCivil(9999, 12, 31) });
    fc.assert(
      fc.property(days, (n) => {
        const { year, month, day } = civilFromDays(n);
        const text = `${year < 0 ? "-" : ""}${pad(Math.abs(year), 4)}-${pad(month, 2)}-${pad(day, 2)}`;
        expect(span(text)).toMatchObject({ startMin: n * DAY_MS, endMax: (n + 1) * DAY_MS });
      }),
    );
  });
  it("proposes the last day of the month, also within a range or a leap year", () => {
    expect(parseTime("2022-02-30")).toMatchObject({ problem: { hint: "Did you mean 2022-02-28?" } });
    expect(parseTime("2024-01-01/2024-02-30")).toMatchObject({ problem: { hint: "Did you mean 2024-02-29?" } });
    expect(parseTime("-0001-04-31~")).toMatchObject({ problem: { hint: "Did you mean -0001-04-30?" } });
  });
});

describe("years far away", () => {
  it("hold the whole age of the universe, a year long each", () => {
    const { startMin, endMax } = span("Y-13800000000");
    // 365.2425 days a year; so far out a double is exact to about a minute. That year is a leap year.
    expect(Math.abs(startMin! + (13.8e9 + 1970) * 365.2425 * DAY_MS)).toBeLessThan(3 * DAY_MS);
    expect((endMax! - startMin!) / DAY_MS).toBeCloseTo(366, 2);
  });
  it("end at 14 billion", () => {
    expect(parseTime("Y-14000000000").ok).toBe(true);
    expect(parseTime("Y-14000000001")).toMatchObject({ problem: { code: "E-DATE-RANGE" } });
    expect(parseTime(`Y${"9".repeat(60)}`)).toMatchObject({ problem: { code: "E-DATE-RANGE" } });
    expect(resolveTime(1e300)).toMatchObject({ ok: false, problem: { code: "E-DATE-RANGE" } });
  });
  it("are UTC in every zone, which has no rules there", () => {
    expect(span("Y-13800000000", { zone: "Asia/Almaty" }).startMin).toBe(span("Y-13800000000").startMin);
  });
  it("count unknown digits away from year 0", () => {
    expect(span("-019X")).toMatchObject({
      startMin: daysFromCivil(-199, 1, 1) * DAY_MS,
      endMax: daysFromCivil(-189, 1, 1) * DAY_MS,
      precision: "decade",
    });
  });
});

describe("seasons", () => {
  it.each([
    ["2022-21", "north", "2022-03", "2022-06"],
    ["2022-22", "north", "2022-06", "2022-09"],
    ["2022-23", "north", "2022-09", "2022-12"],
    ["2022-24", "north", "2022-12", "2023-03"],
    ["2022-21", "south", "2022-09", "2022-12"],
    ["2022-22", "south", "2022-12", "2023-03"],
    ["2022-23", "south", "2022-03", "2022-06"],
    ["2022-24", "south", "2022-06", "2022-09"],
  ] as const)("%s in the %s is from %s to before %s", (text, hemisphere, from, to) => {
    expect(span(text, { hemisphere })).toMatchObject({
      startMin: utc(`${from}-01T00:00`),
      endMax: utc(`${to}-01T00:00`),
      precision: "season",
    });
  });
});

describe("ends that are not there", () => {
  it.each([
    ["2022-01-06/..", undefined, "open"],
    ["2022-01-06/", undefined, "unknown"],
    ["../2022-01-06", "open", undefined],
    ["/2022-01-06", "unknown", undefined],
    ["[..2022-01-05]/..", "unknown", "open"],
    ["2022-01-06/[2022-01-07..]", undefined, "unknown"],
    ["[..2022-01-05]", "unknown", undefined],
    ["[2022-01-05..]", undefined, "unknown"],
  ] as const)("%s lacks its start (%s) or its end (%s)", (text, start, end) => {
    const s = span(text);
    expect([s.startMissing, s.endMissing]).toEqual([start, end]);
  });
});

describe("wall times", () => {
  it("are moved on, or the earlier taken, with one warning of each kind, in every form", () => {
    expect(warnings("2022-03-27T02:30", "Europe/Paris")).toEqual(["W-ZONE-GAP"]);
    expect(warnings("2022-03-27T02:15/2022-03-27T02:45", "Europe/Paris")).toEqual(["W-ZONE-GAP"]);
    expect(warnings("[2022-03-27T02:30..2022-10-30T02:30]", "Europe/Paris")).toEqual(["W-ZONE-GAP", "W-ZONE-REPEATED"]);
    expect(warnings("2022-10-30T02:30+02:00", "Europe/Paris")).toEqual([]);
    expect(warnings("2022-10-30T02:30+02:00[Europe/Paris]", "UTC")).toEqual([]);
    const within = resolveTime({ within: ["2022-03-27T02:30", "2022-03-28"], zone: "Europe/Paris" });
    expect(within).toMatchObject({ ok: true, problems: [{ code: "W-ZONE-GAP" }] });
  });
  it("are reported for a day that a zone left out: Samoa's 30 December 2011", () => {
    expect(warnings("2011-12-30", "Pacific/Apia")).toEqual(["W-ZONE-GAP"]);
    expect(span("2011-12-30", { zone: "Pacific/Apia" }).startMin).toBe(utc("2011-12-30T10:00"));
    expect(warnings("2011-12-29", "Pacific/Apia")).toEqual([]);
  });
  it("of a day without midnight begin with its first moment", () => {
    expect(span("2018-11-04", { zone: "America/Sao_Paulo" }).startMin).toBe(utc("2018-11-04T03:00"));
    expect(warnings("2018-11-04", "America/Sao_Paulo")).toEqual([]);
  });
  it("take offsets with either minus sign, to the ends of the day's clocks", () => {
    expect(span("2022-01-06T10:00\u221205:00").startMin).toBe(utc("2022-01-06T15:00"));
    expect(span("2022-01-06T10:00+14:00").startMin).toBe(utc("2022-01-05T20:00"));
    expect(span("2022-01-06T10:00-1200").startMin).toBe(utc("2022-01-06T22:00"));
  });
  it("remember many zones without mixing them up", () => {
    for (let hour = -12; hour <= 12; hour++) {
      const zone = `Etc/GMT${hour > 0 ? "+" : ""}${hour}`;
      expect(zoneOffset(zone, 0) + 60 * hour, zone).toBe(0);
      expect(zoneOffset("Asia/Kolkata", 0)).toBe(330);
    }
  });
  it("have a comma as decimal sign, but in a set a comma parts", () => {
    expect(span("2022-01-06T10:00:00,25Z").startMin).toBe(utc("2022-01-06T10:00:00.250"));
    expect(span("[2022-01-06T10:00:00,2022-01-07T10:00:00]").endMax).toBe(utc("2022-01-07T10:00"));
    expect(span("[2022-01-06T10:00:00..2022-01-06T10:00:00]").startMin).toBe(utc("2022-01-06T10:00"));
  });
});
