import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civilFromDays, daysFromCivil, weekdayOf } from "../../src/model/calendar.js";
import { parseInstant, parseTime, resolveTime } from "../../src/model/time.js";
import type { TimeSpan } from "../../src/model/span.js";
import { fromLocal, isZone, toLocal, zoneOffset } from "../../src/model/zone.js";

const span = (text: string, zone = "UTC"): TimeSpan => {
  const r = parseTime(text, { zone });
  if (!r.ok) throw new Error(`${text}: ${r.problem.code}`);
  return r.value;
};
const code = (text: string): string => {
  const r = parseTime(text);
  return r.ok ? "ok" : r.problem.code;
};
const utc = (...p: [number, number, number?, number?, number?]): number =>
  Date.UTC(p[0], p[1] - 1, p[2] ?? 1, p[3] ?? 0, p[4] ?? 0);

describe("calendar", () => {
  it("agrees with Date over all its days' range", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e8 + 1, max: 1e8 - 1 }), (days) => {
        const d = new Date(days * 864e5);
        const c = civilFromDays(days);
        expect([c.year, c.month, c.day]).toEqual([d.getUTCFullYear(), d.getUTCMonth() + 1, d.getUTCDate()]);
        expect(daysFromCivil(c.year, c.month, c.day)).toBe(days);
        expect(weekdayOf(days)).toBe(d.getUTCDay());
      }),
    );
  });
});

describe("zones", () => {
  it("tells zones from what is none", () => {
    for (const z of ["UTC", "Asia/Almaty", "Europe/Paris", "+06:00", "-03:30", "America/Argentina/Buenos_Aires"])
      expect(isZone(z), z).toBe(true);
    for (const z of ["ALMT", "", "Mars/Base", "+25:00", "EST", "../etc/passwd"]) expect(isZone(z), z).toBe(false);
  });
  it("reads the wall clock as Intl does", () => {
    const zones = ["Asia/Almaty", "Europe/Paris", "America/New_York", "Asia/Kathmandu", "Pacific/Apia"];
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: utc(1990, 1), max: utc(2040, 1) }), (zone, ms) => {
        const p = toLocal(ms, zone);
        const parts = Object.fromEntries(
          new Intl.DateTimeFormat("en-GB", {
            timeZone: zone,
            year: "numeric",
            month: "numeric",
            day: "numeric",
            hour: "numeric",
            minute: "numeric",
            hourCycle: "h23",
          })
            .formatToParts(ms)
            .map((x) => [x.type, Number(x.value)]),
        );
        expect([p.year, p.month, p.day, p.hour, p.minute]).toEqual([
          parts["year"],
          parts["month"],
          parts["day"],
          parts["hour"],
          parts["minute"],
        ]);
      }),
      { numRuns: 60 },
    );
  });
  it("goes there and back", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("Asia/Almaty", "Europe/Paris", "UTC"),
        fc.integer({ min: utc(1980, 1), max: utc(2040, 1) }),
        (zone, ms) => {
          const back = fromLocal(toLocal(ms, zone), zone);
          // A repeated hour may come back as its first showing.
          expect(back.overlap ? toLocal(back.ms, zone).hour === toLocal(ms, zone).hour : back.ms === ms).toBe(true);
        },
      ),
    );
  });
  it("moves a skipped time on, takes the earlier of a repeated one, and says so", () => {
    const skipped = parseTime("2022-03-27T02:30", { zone: "Europe/Paris" });
    expect(skipped).toMatchObject({
      ok: true,
      value: { startMin: utc(2022, 3, 27, 1, 30) },
      problems: [{ code: "W-ZONE-GAP" }],
    });
    const twice = parseTime("2022-10-30T02:30", { zone: "Europe/Paris" });
    expect(twice).toMatchObject({
      ok: true,
      value: { startMin: utc(2022, 10, 30, 0, 30) },
      problems: [{ code: "W-ZONE-REPEATED" }],
    });
  });
  it("knows two offsets in Kazakhstan in January 2022", () => {
    expect(zoneOffset("Asia/Almaty", utc(2022, 1, 6))).toBe(360);
    expect(zoneOffset("Asia/Aqtau", utc(2022, 1, 6))).toBe(300);
    expect(zoneOffset("Asia/Almaty", utc(2024, 6, 1))).toBe(300);
  });
});

describe("parseTime", () => {
  const at: [string, number, number, string][] = [
    ["2022-01-06", utc(2022, 1, 6), utc(2022, 1, 7), "day"],
    ["2022-01", utc(2022, 1), utc(2022, 2), "month"],
    ["2022", utc(2022, 1), utc(2023, 1), "year"],
    ["199X", utc(1990, 1), utc(2000, 1), "decade"],
    ["19XX", utc(1900, 1), utc(2000, 1), "century"],
    ["2022-01-XX", utc(2022, 1), utc(2022, 2), "month"],
    ["2022-XX", utc(2022, 1), utc(2023, 1), "year"],
    ["2022-21", utc(2022, 3), utc(2022, 6), "season"],
    ["2022-24", utc(2022, 12), utc(2023, 3), "season"],
    ["2022-01-06T18:50", utc(2022, 1, 6, 18, 50), utc(2022, 1, 6, 18, 51), "minute"],
    ["2022-01-05T24:00", utc(2022, 1, 6), utc(2022, 1, 6, 0, 1), "minute"],
    ["2022-01-06T13:50+01:00", utc(2022, 1, 6, 12, 50), utc(2022, 1, 6, 12, 51), "minute"],
    ["2022-01-06T13:50:10Z", utc(2022, 1, 6, 13, 50) + 1e4, utc(2022, 1, 6, 13, 50) + 1e4, "second"],
    ["2022-01-06T13:50+01:00[Europe/Paris]", utc(2022, 1, 6, 12, 50), utc(2022, 1, 6, 12, 51), "minute"],
    ["-0044-03-15", daysFromCivil(-44, 3, 15) * 864e5, daysFromCivil(-44, 3, 16) * 864e5, "day"],
    ["Y-13800000000", daysFromCivil(-13.8e9, 1, 1) * 864e5, daysFromCivil(-13.8e9 + 1, 1, 1) * 864e5, "year"],
  ];
  it.each(at)("%s is a moment known to its precision", (text, min, max, precision) => {
    expect(span(text)).toMatchObject({ kind: "at", startMin: min, startMax: max, endMin: min, endMax: max, precision });
  });
  it("keeps qualifiers", () => {
    expect(span("2022-01-05~").startQualifier).toBe("approximate");
    expect(span("2022-01-05?/2022-01-06%")).toMatchObject({ startQualifier: "uncertain", endQualifier: "both" });
  });
  it("tells a moment in between from an extent", () => {
    expect(span("[2022-01-05..2022-01-07]")).toMatchObject({
      kind: "within",
      startMin: utc(2022, 1, 5),
      startMax: utc(2022, 1, 8),
    });
    expect(span("[..2022-01-05]")).toMatchObject({
      kind: "within",
      startMin: null,
      startMax: utc(2022, 1, 6),
      startMissing: "unknown",
    });
    expect(span("[2022-01-05..]")).toMatchObject({
      kind: "within",
      startMin: utc(2022, 1, 5),
      startMax: null,
      endMissing: "unknown",
    });
    expect(span("[1667,1670..1672]")).toMatchObject({ kind: "within", startMin: utc(1667, 1), startMax: utc(1673, 1) });
    expect(span("2022-01-03/2022-01-06")).toMatchObject({
      kind: "during",
      startMin: utc(2022, 1, 3),
      startMax: utc(2022, 1, 3),
      endMin: utc(2022, 1, 7),
      endMax: utc(2022, 1, 7),
    });
    expect(span("2022-01-06/..")).toMatchObject({ kind: "during", endMin: null, endMax: null, endMissing: "open" });
    expect(span("2022-01-06/")).toMatchObject({ endMissing: "unknown" });
    expect(span("../2022-01-06")).toMatchObject({ startMissing: "open", startMin: null, startMax: null });
    expect(span("[..2022-01-05]/..")).toMatchObject({
      kind: "during",
      startMin: null,
      startMax: utc(2022, 1, 6),
      endMissing: "open",
    });
  });
  it("begins days at local midnight", () => {
    expect(span("2022-01-06", "Asia/Almaty").startMin).toBe(utc(2022, 1, 5, 18));
  });
  const bad: [string, string][] = [
    ["", "E-DATE-MISSING"],
    ["overnight 5", "E-DATE-FORMAT"],
    ["2022-02-30", "E-DATE-CALENDAR"],
    ["2022-02-29", "E-DATE-CALENDAR"],
    ["2022-13", "E-DATE-CALENDAR"],
    ["1900-02-29", "E-DATE-CALENDAR"],
    ["2022-01-05T25:00", "E-DATE-CLOCK"],
    ["2022-01-05T23:59:60Z", "E-DATE-CLOCK"],
    ["2022-01-05T20:30+25:00", "E-DATE-OFFSET"],
    ["10000", "E-DATE-NUMBER"],
    ["44567", "E-DATE-SERIAL"],
    ["1641427200000", "E-DATE-EPOCH"],
    ["06/01/2022", "E-DATE-AMBIGUOUS"],
    ["13/01/2022", "E-DATE-AMBIGUOUS"],
    ["٢٠٢٢-٠١-٠٦", "E-DATE-DIGITS"],
    ["=DATE(2022,1,6)", "E-DATE-FORMAT"],
    ["2022-01-06/2022-01-05", "E-DATE-ORDER"],
    ["[2022-01-06..2022-01-04]", "E-DATE-ORDER"],
    ["Y170000000000", "E-DATE-RANGE"],
    ["Y17E7", "E-DATE-PROFILE"],
    ["−".padEnd(1e5, "0"), "E-DATE-LONG"],
    ["/", "E-DATE-FORMAT"],
    ["..", "E-DATE-FORMAT"],
    ["6 января 2022", "E-DATE-FORMAT"],
    ["2022-01-06T10:00[Mars/Base]", "E-ZONE"],
    ["Y00001", "E-DATE-FORMAT"],
    ["Y12000-01", "E-DATE-FORMAT"],
    ["-0000", "E-DATE-FORMAT"],
    ["+2022", "E-DATE-FORMAT"],
    ["[2022,]", "E-DATE-FORMAT"],
    ["[2022..,2024]", "E-DATE-FORMAT"],
    ["[..2022..2023]", "E-DATE-FORMAT"],
    ["[2022-01-06..2022-01-05]", "E-DATE-ORDER"],
    ["2022-01-07/[2022-01-05..2022-01-06]", "E-DATE-ORDER"],
    ["../..", "E-DATE-PROFILE"],
    ["2022-01-05T20:30-00:00", "E-DATE-OFFSET"],
    ["2022-01-05T20:30+14:30", "E-DATE-OFFSET"],
    ["2022-01-06T10:00[Europe/Paris", "E-ZONE"],
    ["[]", "E-DATE-FORMAT"],
    ["[..]", "E-DATE-FORMAT"],
    ["2022-1-6", "E-DATE-FORMAT"],
  ];
  it.each(bad)("refuses %s with %s", (text, expected) => expect(code(text)).toBe(expected));
  it("offers what to write", () => {
    expect(parseTime("13/01/2022")).toMatchObject({ problem: { fix: "2022-01-13" } });
    expect(parseTime("٢٠٢٢-٠١-٠٦")).toMatchObject({ problem: { fix: "2022-01-06" } });
  });
  it("never throws, and orders its bounds", () => {
    const piece = fc.constantFrom(
      "2022",
      "-",
      "01",
      "T",
      "12:30",
      "/",
      "..",
      "[",
      "]",
      ",",
      "?",
      "~",
      "X",
      "Y",
      "Z",
      "+06:00",
      " ",
      "24",
      "é",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 12 }).map((a) => a.join("")),
        ),
        (text) => {
          const r = parseTime(text);
          if (!r.ok) {
            expect(r.problem.code).toMatch(/^E-/);
            return;
          }
          const { startMin, startMax, endMin, endMax } = r.value;
          if (startMin !== null && startMax !== null) expect(startMin).toBeLessThanOrEqual(startMax);
          if (endMin !== null && endMax !== null) expect(endMin).toBeLessThanOrEqual(endMax);
          if (startMin !== null && endMax !== null) expect(startMin).toBeLessThanOrEqual(endMax);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe("resolveTime", () => {
  it("takes every form of the document", () => {
    const day = utc(2022, 1, 5);
    expect(resolveTime(day)).toMatchObject({ value: { kind: "at", startMin: day, endMax: day } });
    expect(resolveTime(new Date(day))).toMatchObject({ value: { startMin: day } });
    expect(resolveTime({ at: "2022-01-05" })).toMatchObject({ value: { kind: "at" } });
    expect(resolveTime({ start: "2022-01-05", end: null })).toMatchObject({ value: { kind: "at" } });
    expect(resolveTime({ start: day, end: day + 1000 })).toMatchObject({
      value: { kind: "during", endMax: day + 1000 },
    });
    expect(resolveTime({ start: "2022-01-05", end: ".." })).toMatchObject({
      value: { kind: "during", endMissing: "open" },
    });
    expect(resolveTime({ start: "2022-01-05", end: "?" })).toMatchObject({ value: { endMissing: "unknown" } });
    expect(resolveTime({ start: "[..2022-01-05]", end: ".." })).toMatchObject({
      value: { startMin: null, startMax: utc(2022, 1, 6) },
    });
    expect(resolveTime({ within: ["2022-01-02T18:00", "2022-01-03T06:00"], zone: "Asia/Aqtau" })).toMatchObject({
      value: { kind: "within", startMin: utc(2022, 1, 2, 13), zone: "Asia/Aqtau" },
    });
    expect(resolveTime({ start: "2022-01-06", end: "2022-01-05" })).toMatchObject({
      ok: false,
      problem: { code: "E-DATE-ORDER" },
    });
    for (const wrong of [{}, { at: {} }, { within: 5 }, NaN, null, [], { start: {}, end: "2022" }] as never[])
      expect(resolveTime(wrong).ok).toBe(false);
  });
  it("reads instants with their zone", () => {
    expect(parseInstant("2022-01-06T13:50+01:00[Europe/Paris]")).toEqual({
      ok: true,
      value: { ms: utc(2022, 1, 6, 12, 50), zone: "Europe/Paris" },
    });
    expect(parseInstant("soon").ok).toBe(false);
  });
});
