import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrange } from "../../src/layout/arrange.js";
import { place } from "../../src/layout/place.js";
import { daysOff } from "../../src/layout/nights.js";
import { placeRanked } from "../../src/layout/place-ranked.js";
import { toX, zoomed } from "../../src/layout/view.js";
import { describe as describeTimeline, renderSVG, resolve } from "../../src/static.js";

const DAY = 864e5;
const day = (n: number): string => new Date(Date.UTC(2022, 0, 1) + n * DAY).toISOString().slice(0, 10);
const events = [
  { title: "First", time: day(0) },
  { title: "Last", time: day(60) },
];
const periods = fc.array(
  fc
    .tuple(fc.integer({ min: -20, max: 70 }), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 40 }))
    .map(([from, length, letters]) => ({ title: "x".repeat(letters), time: `${day(from)}/${day(from + length)}` })),
  { maxLength: 8 },
);

describe("named periods", () => {
  it("stand between the dates and the lanes, bars and names clear of each other, in any window", () => {
    fc.assert(
      fc.property(
        periods,
        fc.constantFrom(500, 960),
        fc.constantFrom(1, 3, 0.4),
        fc.boolean(),
        (list, width, factor, zoomable) => {
          const arrangement = arrange({ zone: "UTC", periods: list, events }, { width, zoomable });
          const { type, measure } = arrangement;
          const layout = zoomable ? placeRanked(arrangement, zoomed(arrangement.view, factor)) : place(arrangement);
          const { axis, plot, tickLines } = layout;
          const names = layout.periods.flatMap(({ name }) => (name === null ? [] : [name]));
          for (const { x0, x1, y } of layout.periods) {
            expect(x0).toBeGreaterThanOrEqual(axis.x0);
            expect(x1).toBeLessThanOrEqual(axis.x1);
            expect(y).toBeGreaterThan(tickLines.minor);
            expect(y).toBeLessThan(plot.y0);
          }
          names.forEach((a, i) => {
            expect(a.x + measure(a.text, type.foot)).toBeLessThanOrEqual(axis.x1 + 1);
            for (const b of names.slice(i + 1))
              if (a.y === b.y)
                expect(Math.max(a.x, b.x)).toBeGreaterThanOrEqual(
                  (a.x < b.x ? a.x : b.x) + measure((a.x < b.x ? a : b).text, type.foot),
                );
          });
          // In the window that opens every period that shows has its name.
          if (!zoomable) expect(names).toHaveLength(layout.periods.length);
        },
      ),
      { numRuns: 60 },
    );
  });
  it("are said, reported where they cannot be read, and leave other pictures as they were", () => {
    const data = { zone: "UTC", periods: [{ title: "Emergency", time: "2022-01-05/2022-01-19" }], events };
    expect(describeTimeline(data)).toContain("Periods: Emergency (5–19 January 2022).");
    const { problems, periods: resolved } = resolve({ ...data, periods: [{ title: "X", time: "2022-02-30" }] });
    expect(problems.map((p) => [p.code, p.path])).toEqual([["E-DATE-CALENDAR", "periods[0].time"]]);
    expect(resolved).toEqual([]);
    expect(renderSVG({ zone: "UTC", periods: [], events })).toBe(renderSVG({ zone: "UTC", events }));
  });
});

describe("days off", () => {
  const axis = { from: Date.UTC(2022, 0, 1), to: Date.UTC(2022, 1, 1), x0: 0, x1: 900 };
  it("are those of the language's week, hour by hour, in the zone of the axis", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 31 * 24 - 1 }),
        fc.constantFrom("UTC", "Asia/Almaty", "America/New_York"),
        fc.constantFrom([6, 0], [5], [5, 6]),
        (hour, zone, weekend) => {
          const ms = axis.from + hour * 36e5 + 18e5;
          const name = new Intl.DateTimeFormat("en", { timeZone: zone, weekday: "short" }).format(ms);
          const isOff = weekend.some((d) => ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][d] === name);
          const x = toX(axis, ms);
          expect(daysOff(axis, zone, weekend).some((s) => x > s.x0 && x < s.x1)).toBe(isOff);
        },
      ),
    );
  });
  it("are shaded where the option says", () => {
    const data = { zone: "UTC", events };
    const of = (shade: ("nights" | "weekends")[] | false | undefined): number =>
      place(arrange(data, { width: 960, shade })).nights.length;
    expect(of(undefined)).toBe(0);
    expect(of(["weekends"])).toBe(9);
    expect(of(false)).toBe(0);
  });
});
