import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { place } from "../../src/layout/place.js";
import { arrange } from "../../src/layout/arrange.js";
import type { Item, Layout } from "../../src/layout/layout.js";
import { placeVertical } from "../../src/layout/vertical/place.js";
import { zoomed } from "../../src/layout/view.js";
import type { TimelineEvent } from "../../src/model/types.js";
import { draw, renderSVG } from "../../src/static.js";

const DAY = 864e5;
const day = (n: number): string => new Date(Date.UTC(2022, 0, 1) + n * DAY).toISOString().slice(0, 10);
const event = fc.record({
  at: fc.integer({ min: 0, max: 400 }),
  lasts: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }),
  words: fc.integer({ min: 1, max: 12 }),
  lane: fc.constantFrom("north", "south", "east", "a lane with a long name"),
  importance: fc.integer({ min: 1, max: 5 }),
  hand: fc.option(
    fc.record({
      pin: fc.boolean(),
      nudge: fc.option(fc.record({ x: fc.integer({ min: -60, max: 90 }), y: fc.integer({ min: -90, max: 90 }) }), {
        nil: undefined,
      }),
    }),
    { nil: undefined, freq: 5 },
  ),
});
const periods = fc
  .array(
    fc.tuple(fc.integer({ min: -20, max: 400 }), fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 50 })),
    {
      maxLength: 3,
    },
  )
  .map((list) =>
    list.map(([from, lasts, letters], i) => ({
      title: `${"x".repeat(letters)} ${i}`,
      time: `${day(from)}/${day(from + lasts)}`,
    })),
  );
const events = fc.array(event, { minLength: 1, maxLength: 60 }).map((all) =>
  all.map(({ at, lasts, words, lane, importance, hand }, i): TimelineEvent => {
    // Every sixth lies far off, so that there is something to fold.
    const start = day(at + (i % 6 === 5 ? 9000 : 0));
    const end = lasts === undefined ? null : day(at + lasts + (i % 6 === 5 ? 9000 : 0));
    return {
      id: `e${i}`,
      title: Array.from({ length: words }, (_, w) => `word${w * 7 + i}`).join(" "),
      time: end === null ? start : { start, end },
      lanes: [lane],
      importance: importance as 1,
      ...(hand === undefined ? {} : { layout: hand }),
    };
  }),
);
const options = fc.record({
  width: fc.constantFrom(280, 360, 470, 900),
  orientation: fc.constant("vertical" as const),
  zoomable: fc.boolean(),
  direction: fc.constantFrom("ltr" as const, "rtl" as const),
  timeScale: fc.constantFrom("time" as const, "gaps" as const, "relative" as const, "sequence" as const),
});

interface Rect {
  readonly id: number;
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}
const meets = (a: Rect, b: Rect): boolean =>
  Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0) > 0.01 && Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0) > 0.01;
const labelOf = ({ way, event }: Item): Rect[] =>
  way === null ? [] : [{ id: event, x0: way.x0, x1: way.x1, y0: way.top, y1: way.top + way.down }];
/** Marks as they are drawn: their time down, their track across. */
const markOf = (em: number, { mark, y, event }: Item): Rect => ({
  id: event,
  x0: y - 0.3 * em,
  x1: y + 0.3 * em,
  y0: mark.x0,
  y1: mark.x1,
});

const nameOf = ({ beside }: Layout["periods"][number], id: number, { arrangement }: Layout): Rect[] => {
  if (beside === undefined) return [];
  const { lines } = beside;
  const { type, measure } = arrangement;
  const width = Math.max(...lines.map((l) => measure(l.text, l.font)));
  const leading = type.foot.size * type.leading;
  const top = lines[0]!.y - 0.78 * leading;
  return [{ id, x0: lines[0]!.x, x1: lines[0]!.x + width, y0: top, y1: top + lines.length * leading }];
};

/**
 * The lines to labels turn in the order of their marks, so that none crosses another. Where marks touch each other the
 * order is that of their times, which may not be that of their middles.
 */
function crossed({ lanes, periods, arrangement }: Layout): string[] {
  return lanes.flatMap(({ items }, c) => {
    const elbows = [
      ...items.flatMap(({ way, event }) => (way?.elbow?.length === 4 ? [{ id: event, elbow: way.elbow }] : [])),
      ...(c > 0
        ? []
        : periods.flatMap((p, k) => (p.beside?.elbow.length === 4 ? [{ id: -1 - k, elbow: p.beside.elbow }] : []))),
    ];
    return elbows.flatMap((a, i) =>
      elbows
        .slice(i + 1)
        .filter((b) => {
          const apart = a.elbow[1]![1] - b.elbow[1]![1];
          return Math.abs(apart) > arrangement.type.em && apart * (a.elbow[2]![1] - b.elbow[2]![1]) < 0;
        })
        .map((b) => `lines of ${a.id} and ${b.id}`),
    );
  });
}

/** The hard rules, by looking at every pair. */
function broken(layout: Layout): string[] {
  const { em } = layout.arrangement.type;
  const items = layout.lanes.flatMap((l) => l.items);
  const labels = [...items.flatMap(labelOf), ...layout.periods.flatMap((p, k) => nameOf(p, -1 - k, layout))];
  const marks = items.map((i) => markOf(em, i));
  const found: string[] = [];
  labels.forEach((a, i) => {
    if (a.x0 < 0 || a.x1 > layout.width + 0.01) found.push(`${a.id} leaves the picture`);
    if (a.y0 < layout.axis.x0 - 0.01 || a.y1 > layout.axis.x1 + 1) found.push(`${a.id} leaves the plot`);
    for (const b of labels.slice(i + 1)) if (meets(a, b)) found.push(`labels ${a.id} and ${b.id}`);
    for (const b of marks) if (a.id !== b.id && meets(a, b)) found.push(`label ${a.id} and mark ${b.id}`);
  });
  return found;
}

describe("a vertical picture", () => {
  it("keeps the hard rules, tells of every event, and is the same in any order of the rows", () => {
    fc.assert(
      fc.property(
        events,
        options,
        fc.constantFrom(1, 3, 20, 0.3),
        fc.integer(),
        periods,
        (data, o, factor, seed, named) => {
          const arrangement = arrange({ zone: "UTC", events: data, periods: named }, o);
          const view = o.zoomable ? zoomed(arrangement.view, factor) : arrangement.view;
          const layout = placeVertical(arrangement, view);
          expect(layout.orientation).toBe("vertical");
          expect(broken(layout)).toEqual([]);
          expect(crossed(layout)).toEqual([]);
          const { labels, notes, counted, outside } = layout.told;
          expect(new Set([...labels, ...notes, ...counted, ...outside]).size).toBe(data.length);
          if (o.zoomable) return;
          const shuffled = [...data].sort(
            (a, b) => ((Number(a.id!.slice(1)) * seed) % 97) - ((Number(b.id!.slice(1)) * seed) % 97),
          );
          expect(renderSVG({ zone: "UTC", events: shuffled, periods: [...named].reverse() }, o)).toBe(
            renderSVG({ zone: "UTC", events: data, periods: named }, o),
          );
        },
      ),
      { numRuns: 150 },
    );
  });
  it("hides no label when the reader comes nearer, and moves none to another track", () => {
    fc.assert(
      fc.property(events, fc.constantFrom(320, 430), (data, width) => {
        const arrangement = arrange({ zone: "UTC", events: data }, { width, orientation: "vertical", zoomable: true });
        let before = new Map<number, number>();
        for (const factor of [1, 1.5, 2, 4, 9]) {
          const view = zoomed(arrangement.view, factor);
          const { lanes } = placeVertical(arrangement, view);
          const now = new Map(lanes.flatMap((l) => l.items.map((i) => [i.event, i.y] as const)));
          for (const [e, y] of before) {
            const span = arrangement.timeline.events[e]!.span;
            const at = span.startMin ?? 0;
            // What still stands well inside of the window has its label and its place.
            const air = (view.to - view.from) * 0.2;
            if (span.kind === "during" || at < view.from + air || at > view.to - air) continue;
            if (now.has(e)) expect(now.get(e)).toBeCloseTo(y, 6);
          }
          before = now;
        }
      }),
      { numRuns: 40 },
    );
  });
  it("leads no line far down a page on which most events are counted", () => {
    // Dense at the beginning, so that labels there are pushed down.
    const events = Array.from({ length: 600 }, (_, i) => ({
      id: `e${i}`,
      title: `Something ${i} that takes two lines of words`,
      time: new Date(Date.UTC(2022, 0, 1) + 60 * DAY * (i / 600) ** 3).toISOString(),
      importance: (1 + (i % 5)) as 1,
    }));
    const { lanes, arrangement } = place(
      arrange({ zone: "UTC", events }, { width: 360, orientation: "vertical", zoomable: true }),
    );
    const items = lanes.flatMap((l) => l.items).filter((i) => i.way !== null);
    expect(items.length).toBeGreaterThan(25);
    const shifts = items.map((i) => Math.abs(i.way!.top - i.mark.x0) / arrangement.type.em);
    expect(Math.max(...shifts)).toBeLessThan(9);
    expect(Math.max(...shifts)).toBeGreaterThan(2);
  });
  it("is what narrow screens get, and no other", () => {
    const data = { zone: "UTC", events: [{ title: "A", time: "2022-01-05" }] };
    const of = (o: object): string => place(arrange(data, o)).orientation;
    expect(of({ width: 479 })).toBe("vertical");
    expect(of({ width: 480 })).toBe("horizontal");
    expect(of({ width: 82, unit: "mm" })).toBe("horizontal");
    expect(of({ width: 320, orientation: "horizontal" })).toBe("horizontal");
    expect(of({ width: 82, unit: "mm", orientation: "vertical" })).toBe("vertical");
  });
  it("gives columns to lanes only where each can be read", () => {
    const data = {
      zone: "UTC",
      events: ["a", "b", "c"].map((lane) => ({ title: lane, time: "2022-01-05", lanes: [lane] })),
    };
    const of = (width: number): number => place(arrange(data, { width, orientation: "vertical" })).lanes.length;
    expect(of(360)).toBe(1);
    expect(of(1200)).toBe(3);
  });
  it("gives lanes with lanes in them a name over theirs, and a place to be folded where all share a column", () => {
    const data = {
      zone: "UTC",
      places: [
        { id: "land", name: "Land" },
        { id: "north", name: "North", parent: "land" },
        { id: "south", name: "South", parent: "land" },
      ],
      events: [
        { title: "A", time: "2022-01-05", places: ["north"] },
        { title: "B", time: "2022-01-06", places: ["south"] },
      ],
    };
    const of = (o: object): Layout =>
      place(arrange(data, { laneBy: "place", orientation: "vertical", zoomable: true, heading: false, ...o }));
    const wide = of({ width: 900 });
    expect(wide.lanes.map((l) => l.lane.name)).toEqual(["Land", "North", "South"]);
    const [land, north, south] = wide.lanes;
    expect(land!.items).toEqual([]);
    expect(land!.marks).toBeUndefined();
    expect(land!.name.lines[0]!.y).toBeLessThan(north!.name.lines[0]!.y);
    expect(land!.name.lines[0]!.x).toBeLessThan(south!.y0);
    expect(north!.y1).toBeLessThanOrEqual(south!.y0);
    const narrow = of({ width: 360 });
    expect(narrow.lanes.map((l) => l.lane.name)).toEqual(["", "Land"]);
    expect(narrow.lanes[1]!.name.lines.map((l) => l.text)).toEqual(["Land"]);
    const folded = of({ width: 360, folded: ["Land"] });
    expect(folded.lanes.map((l) => l.name.lines.map((line) => line.text))).toEqual([["Land", "2 events, 2 lanes"]]);
    expect(folded.lanes[0]!.items.map((i) => i.way?.lines[0]!.text)).toEqual(["A", "B"]);
  });
  it("leaves a label where the editor has put it, joined to its mark, and others make way", () => {
    const story = (layout: object): Layout =>
      place(
        arrange(
          {
            zone: "UTC",
            events: ["05", "06", "07", "20"].map((d, i) => ({
              id: `e${i}`,
              title: `Event ${i}`,
              time: `2022-01-${d}`,
              ...(i === 1 ? { layout } : {}),
            })),
          },
          { width: 400, orientation: "vertical" },
        ),
      );
    const at = (l: Layout, i: number) => l.lanes[0]!.items.find((item) => item.event === i)!.way!;
    const [plain, nudged] = [story({ pin: true }), story({ nudge: { x: 20, y: 60 } })];
    expect(at(nudged, 1).textX - at(plain, 1).textX).toBe(20);
    expect(at(nudged, 1).top - at(nudged, 1).alone!).toBeCloseTo(60, 1);
    expect(at(nudged, 2).top).toBeGreaterThanOrEqual(at(nudged, 1).top + at(nudged, 1).down);
    expect(at(nudged, 1).elbow!.at(-1)![0]).toBeCloseTo(at(nudged, 1).textX - 3, 6);
    const lost = draw(story({ side: "left", row: 2, pin: true })).problems.filter((p) => p.code === "W-LAYOUT-HAND");
    expect(lost.map((p) => p.message).join(" ")).toMatch(/side “left”; write nudge.*no rows; write nudge/s);
  });
  it("counts an event of several lanes from each of their days", () => {
    const events = [
      { id: "a", title: "A", time: "2022-01-01", lanes: ["one"] },
      { id: "b", title: "B", time: "2022-01-05", lanes: ["two"] },
      { id: "both", title: "Both", time: "2022-01-11", lanes: ["one", "two"] },
    ];
    const layout = place(arrange({ zone: "UTC", events }, { width: 360, timeScale: "relative" }));
    const both = layout.lanes[0]!.items.filter((i) => i.event === 2);
    expect(both.map((i) => i.lane)).toEqual(["two", "one"]);
    expect(both[0]!.mark.c0).toBeLessThan(both[1]!.mark.c0);
    expect(layout.axisWords.lines.map((l) => l.text).join(" ")).toMatch(/^Days from/);
    expect(layout.zero).not.toBeNull();
  });
});
