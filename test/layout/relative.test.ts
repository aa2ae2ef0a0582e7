import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrange } from "../../src/layout/arrange.js";
import { place } from "../../src/layout/place.js";
import { xOf, zoomed } from "../../src/layout/view.js";
import type { LayoutOptions } from "../../src/layout/options.js";
import type { TimelineData, TimelineEvent } from "../../src/model/types.js";
import { draw } from "../../src/scene/draw.js";
import type { SceneNode } from "../../src/scene/types.js";
import { describe as inWords } from "../../src/static.js";

const DAY = 864e5;
const event = fc.record({
  time: fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([m, d]) => `2022-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`),
  lane: fc.constantFrom("A", "B", "C"),
  category: fc.constantFrom("x", "y"),
});
const document = fc.array(event, { minLength: 1, maxLength: 30 }).map((list): TimelineData => ({
  zone: "UTC",
  events: list.map((e, i): TimelineEvent => ({
    id: `e${i}`,
    title: `Event ${i}`,
    time: e.time,
    lanes: [e.lane],
    category: e.category,
  })),
}));
const options = fc.record({
  zoomable: fc.boolean(),
  width: fc.constantFrom(320, 640, 960),
  locale: fc.constantFrom("en", "ru", "fa"),
});

/** Day 0 of a lane as it is said: the first of its events of the category, or else its first. */
function zeroOf(data: TimelineData, lane: string, category: string): number {
  const own = data.events
    .filter((e) => e.lanes?.[0] === lane)
    .map((e) => ({ at: Date.parse(String(e.time)), category: e.category }));
  const chosen = own.filter((e) => e.category === category);
  return Math.min(...(chosen.length > 0 ? chosen : own).map((e) => e.at));
}

describe("a relative axis", () => {
  it("has every mark as far from day 0 as its day is from its lane's", () => {
    fc.assert(
      fc.property(document, options, fc.double({ min: 0.5, max: 4, noNaN: true }), (data, how, factor) => {
        const arrangement = arrange(data, { ...how, timeScale: "relative", relativeTo: { category: "x" } });
        const layout = place(arrangement, zoomed(arrangement.view, factor));
        const { axis } = layout;
        for (const { lane, items } of layout.lanes)
          for (const { event: index, mark } of items) {
            if (mark.start !== "closed" || mark.end !== "closed") continue;
            const { id } = arrangement.timeline.events[index]!;
            const said = data.events.find((e) => e.id === id)!;
            const noon = Date.parse(String(said.time)) + DAY / 2;
            const x = xOf(axis, noon - zeroOf(data, lane.id, "x"));
            if (x > axis.x0 + 6 && x < axis.x1 - 6) expect(Math.abs(mark.c0 - x)).toBeLessThan(0.01);
          }
        const { labels, notes, counted, outside } = layout.told;
        expect(new Set([...labels, ...notes, ...counted, ...outside]).size).toBe(data.events.length);
      }),
      { numRuns: 100 },
    );
  });
  it("has dates of one unit, signed, that do not meet, in every language and length", () => {
    fc.assert(
      fc.property(document, options, fc.double({ min: -3, max: 4, noNaN: true }), (data, how, power) => {
        const arrangement = arrange(data, { ...how, timeScale: "relative" });
        const { axis, ticks } = place(arrangement, zoomed(arrangement.view, 10 ** power, 0));
        const { measure, type } = arrangement;
        let right = -Infinity;
        for (const t of ticks.minor) {
          const half = measure(t.label, type.minor) / 2;
          expect(xOf(axis, t.time) - half).toBeGreaterThan(right);
          right = xOf(axis, t.time) + half;
        }
        const zero = ticks.minor.find((t) => t.time === 0);
        if (zero !== undefined) expect(/^[0۰]$/.test(zero.label)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
  it("says what it counts from, and which lanes do not", () => {
    const data: TimelineData = {
      zone: "UTC",
      events: [
        { id: "a", title: "March", time: "2022-01-03", lanes: ["Aktau"], category: "protest" },
        { id: "b", title: "Arrests", time: "2022-01-05", lanes: ["Aktau"], category: "arrests" },
        { id: "c", title: "March", time: "2022-01-04", lanes: ["Atyrau"], category: "protest" },
      ],
    };
    const how = { timeScale: "relative", relativeTo: { category: "arrests" } } as const;
    const { lanes, timeline } = arrange(data, how);
    expect(lanes.map((l) => l.name)).toEqual(["Aktau", "Atyrau (from its first event)"]);
    expect(timeline.problems).toMatchObject([{ code: "W-RELATIVE-LANE", value: "Atyrau" }]);
    expect(inWords(data, how)).toContain("Hours from each lane’s first event of the category “arrests”.");
    const layout = place(arrange(data, how));
    expect(layout.ticks.minor.map((t) => t.label)).toEqual(["−2", "−1", "0", "+1"]);
  });
});

describe("sentences on a relative axis", () => {
  const names = (node: SceneNode): string[] => [
    ...(node.type === "group" && node.event !== undefined && node.label !== undefined ? [node.label] : []),
    ...(node.type === "group" ? node.children.flatMap(names) : []),
  ];
  const said = (data: TimelineData, how: LayoutOptions): string[] =>
    draw(place(arrange(data, { width: 1200, timeScale: "relative", ...how }))).nodes.flatMap(names);

  it("say how many days each event is from its lane's day 0", () => {
    fc.assert(
      fc.property(document, (data) => {
        const found = said(data, { relativeTo: { category: "x" } });
        expect(found.length).toBeGreaterThan(0);
        for (const { title, time, lanes } of data.events) {
          const lane = lanes![0]!;
          const days = Math.round((Date.parse(String(time)) - zeroOf(data, lane, "x")) / DAY);
          const n = Math.abs(days);
          const words =
            days === 0 ? "on day 0" : `${n} day${n === 1 ? "" : "s"} ${days > 0 ? "after" : "before"} day 0`;
          // Farther than a hundred days months are counted.
          for (const name of found.filter((f) => f.includes(`: ${String(title)};`)))
            if (n <= 100) expect(name).toContain(`; ${words}`);
            else expect(name).toMatch(/; \d+ months (?:after|before) day 0/);
        }
      }),
      { numRuns: 60 },
    );
  });
  it("say it of each lane, as exactly as it is known, and in Chinese", () => {
    const at = (id: string, time: string, ...lanes: string[]): TimelineEvent => ({ id, title: id, time, lanes });
    const data: TimelineData = {
      zone: "Asia/Almaty",
      events: [
        at("a", "2022-01-05", "A"),
        at("b", "2022-01-02", "B"),
        at("both", "2022-01-09T18:50", "A", "B"),
        at("between", "[2022-01-03..2022-01-06]", "A"),
        at("open", "../2022-01-07", "A"),
      ],
    };
    const how = { relativeTo: { events: ["a", "b"] } } as const;
    const of = (list: readonly string[], title: string): string[] => list.filter((s) => s.includes(`: ${title}`));
    const english = said(data, how);
    expect(of(english, "both").map((s) => s.split("; ")[1])).toEqual(
      expect.arrayContaining(["4 days after day 0", "7 days after day 0"]),
    );
    expect(of(english, "between")[0]).toContain("; 2 days before day 0 – 1 day after day 0; ");
    expect(of(english, "open")[0]).not.toContain("day 0");
    expect(of(said(data, { ...how, locale: "zh" }), "both").join()).toContain("；第0天之后4天；");
    expect(
      inWords({ ...data, asOf: "2022-01-10T10:00+06:00" }, { ...how, timeScale: "relative", locale: "zh" }),
    ).toMatch(/^[^.]*。[^.]*。$/);
    expect(of(said(data, { timeScale: "time" }), "both").join()).not.toContain("day 0");
  });
});
