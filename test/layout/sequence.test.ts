import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrange } from "../../src/layout/arrange.js";
import { momentOf, unitsOf } from "../../src/layout/axis-scale.js";
import { place } from "../../src/layout/place.js";
import { STEP } from "../../src/layout/sequence.js";
import { xOf, zoomed } from "../../src/layout/view.js";
import type { TimelineData, TimelineEvent } from "../../src/model/types.js";
import { available } from "../../src/locale/all.js";
import { describe as inWords, renderSVG } from "../../src/static.js";

const stamp = fc
  .tuple(fc.constantFrom(1990, 2021, 2022), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([y, m, d]) => `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`);
const document = fc
  .array(fc.tuple(stamp, fc.constantFrom("UTC", "Asia/Almaty")), { minLength: 1, maxLength: 40 })
  .map((list): TimelineData => ({
    zone: "UTC",
    events: list.map(([day, zone], i): TimelineEvent => ({
      id: `e${i}`,
      title: `Event ${i}`,
      time: { at: day, zone },
      lanes: ["A"],
    })),
  }));
const options = fc.record({
  zoomable: fc.boolean(),
  width: fc.constantFrom(320, 640, 960),
  locale: fc.constantFrom("en", "ru", "fa"),
});
const dayOf = (e: TimelineEvent): string => (e.time as { readonly at: string }).at;

describe("an axis of order alone", () => {
  it("gives every distinct day the same step, in order, wherever the day begins first", () => {
    fc.assert(
      fc.property(document, options, (data, how) => {
        const arrangement = arrange(data, { ...how, timeScale: "sequence" });
        const days = [...new Set(data.events.map(dayOf))].sort();
        expect(arrangement.view).toMatchObject({ from: 0, to: days.length * STEP });
        const { axis, lanes } = place(arrangement);
        for (const { event, mark } of lanes.flatMap((l) => l.items)) {
          const { id } = arrangement.timeline.events[event]!;
          const k = days.indexOf(dayOf(data.events.find((e) => e.id === id)!));
          expect(Math.abs(mark.c0 - xOf(axis, (k + 0.5) * STEP))).toBeLessThan(6);
        }
      }),
      { numRuns: 100 },
    );
  });
  it("names dates at their own steps, without labels that meet, and leads back to moments", () => {
    fc.assert(
      fc.property(document, options, fc.double({ min: 0.5, max: 8, noNaN: true }), (data, how, factor) => {
        const arrangement = arrange(data, { ...how, timeScale: "sequence" });
        const { axis, ticks, orientation } = place(arrangement, zoomed(arrangement.view, factor));
        const { measure, type, scale } = arrangement;
        let right = -Infinity;
        for (const t of ticks.minor) {
          const u = unitsOf(scale, t.time);
          expect(Math.abs(u / STEP - Math.floor(u / STEP) - 0.5)).toBeLessThan(1e-6);
          expect(Math.abs(momentOf(scale, u) - t.time)).toBeLessThan(1);
          if (t.label === "") continue;
          // Where time runs down, dates stand under each other.
          const size = orientation === "vertical" ? type.minor.size * type.leading : measure(t.label, type.minor);
          const half = size / 2;
          expect(xOf(axis, u) - half).toBeGreaterThan(right);
          right = xOf(axis, u) + half;
        }
      }),
      { numRuns: 100 },
    );
  });
  it("says that it is not to scale, in every language", () => {
    const data: TimelineData = { events: [1, 2, 9].map((d) => ({ title: `Day ${d}`, time: `2022-01-0${d}` })) };
    for (const locale of available) {
      const how = { timeScale: "sequence", locale } as const;
      const words = locale.words.phrases.inOrder;
      expect(renderSVG(data, how).includes(words)).toBe(true);
      expect(inWords(data, how).toLowerCase()).toContain(words.toLowerCase());
    }
  });
});
