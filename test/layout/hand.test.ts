import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrange } from "../../src/layout/arrange.js";
import type { Layout } from "../../src/layout/layout.js";
import { inkOf } from "../../src/layout/leader.js";
import { sideOf } from "../../src/layout/mark.js";
import { colourAround } from "../../src/layout/pack-around.js";
import { place } from "../../src/layout/place.js";
import { zoomed } from "../../src/layout/view.js";
import type { LayoutHints, TimelineData, TimelineEvent } from "../../src/model/types.js";
import { handProblems } from "../../src/scene/lost-wishes.js";
import { besidesTime, day, days, numbered } from "../tools/stories.js";

const time = fc.oneof(
  day,
  fc.tuple(day, fc.integer({ min: 10, max: 23 })).map(([d, h]) => `${d}T${h}:30`),
  days,
  fc.constantFrom("2022-01", "2022-01-05~", "[2022-01-03T00..2022-01-06T10]"),
);
const shift = fc.integer({ min: -200, max: 200 });
const hand: fc.Arbitrary<LayoutHints> = fc.record(
  {
    pin: fc.constant(true),
    hide: fc.constant(true),
    side: fc.constantFrom("left", "right", "above"),
    row: fc.integer({ min: 1, max: 6 }),
    nudge: fc.record({ x: shift, y: shift.map((n) => Math.round(n / 4)) }),
    break: fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 2 }),
  },
  { requiredKeys: [] },
);
const event = fc.record({
  ...besidesTime,
  time,
  layout: fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: hand }),
});
const document = fc
  .array(event, { minLength: 1, maxLength: 24 })
  .map((list): TimelineData => ({ zone: "UTC", events: numbered(list) }));
/** Many labels that were moved, side by side in one lane. */
const crowd = fc
  .array(
    fc.record({
      time: fc.integer({ min: 10, max: 23 }).map((h) => `2022-01-10T${h}:30`),
      title: fc.constantFrom("Strike", "A march through the centre"),
      layout: fc.record(
        {
          nudge: fc.record({ x: shift, y: fc.constantFrom(0, 0, 6, -30, 40) }),
          side: fc.constantFrom("left", "right", "above"),
        },
        { requiredKeys: ["nudge"] },
      ) as fc.Arbitrary<LayoutHints>,
    }),
    { minLength: 2, maxLength: 12 },
  )
  .map((list): TimelineData => ({ zone: "UTC", events: numbered(list) }));
const any = fc.oneof(document, crowd);
const WIDE = { width: 800 };

interface Box {
  readonly owner: string;
  readonly what: "label" | "mark" | "leader";
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}
type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

/** Everything drawn, from the layout alone: labels and marks as boxes, leaders as lines. */
function drawn(layout: Layout): { readonly boxes: Box[]; readonly leaders: { owner: string; line: Segment }[] } {
  const boxes: Box[] = [];
  const leaders: { owner: string; line: Segment }[] = [];
  const { em } = layout.arrangement.type;
  layout.lanes.forEach((lane, l) => {
    for (const { event, mark, way, y } of lane.items) {
      const owner = `${l} ${event}`;
      boxes.push({ owner, what: "mark", x0: mark.x0, x1: mark.x1, y0: y - 0.4 * em, y1: y + 0.4 * em });
      if (way === null) continue;
      const ink = inkOf(way.lines);
      const x0 = way.anchor === "start" ? way.textX : way.textX - way.textWidth;
      const [top, bottom] = [y + way.top + ink.top, y + way.top + ink.bottom];
      boxes.push({ owner, what: "label", x0, x1: x0 + way.textWidth, y0: top, y1: bottom });
      if (way.leader) {
        const [x1, y1, x2, y2] = way.leader;
        leaders.push({ owner, line: [x1, y + y1, x2, y + y2] });
      }
    }
  });
  return { boxes, leaders };
}
const SLACK = 0.6;
const meet = (a: Box, b: Box): boolean =>
  a.x0 < b.x1 - SLACK && b.x0 < a.x1 - SLACK && a.y0 < b.y1 - SLACK && b.y0 < a.y1 - SLACK;

/** Whether a line goes through a box: looked at point by point. */
const passes = ([x1, y1, x2, y2]: Segment, b: Box): boolean =>
  Array.from({ length: 101 }, (_, i) => i / 100).some((t) => {
    const [x, y] = [x1 + (x2 - x1) * t, y1 + (y2 - y1) * t];
    return x > b.x0 + SLACK && x < b.x1 - SLACK && y > b.y0 + SLACK && y < b.y1 - SLACK;
  });
const turn = (ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number =>
  Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));
const cross = ([a, b, c, d]: Segment, [e, f, g, h]: Segment): boolean =>
  turn(a, b, c, d, e, f) * turn(a, b, c, d, g, h) < 0 && turn(e, f, g, h, a, b) * turn(e, f, g, h, c, d) < 0;

function expectClean(layout: Layout): void {
  const { boxes, leaders } = drawn(layout);
  for (const a of boxes) {
    if (a.what !== "label") continue;
    expect(a.x0).toBeGreaterThanOrEqual(-0.01);
    expect(a.x1).toBeLessThanOrEqual(layout.width + 0.01);
    expect(a.y0).toBeGreaterThanOrEqual(layout.plot.y0 - 1);
    expect(a.y1).toBeLessThanOrEqual(layout.plot.y1 + 1);
    for (const b of boxes)
      if (b.owner !== a.owner) expect(meet(a, b), `${a.owner} meets the ${b.what} of ${b.owner}`).toBe(false);
  }
  for (const { owner, line } of leaders) {
    for (const b of boxes)
      if (b.owner !== owner)
        expect(passes(line, b), `the leader of ${owner} crosses the ${b.what} of ${b.owner}`).toBe(false);
    for (const other of leaders) if (other.owner !== owner) expect(cross(line, other.line)).toBe(false);
  }
}
const toldOnce = (layout: Layout, data: TimelineData): void => {
  const { labels, notes, counted, outside } = layout.told;
  expect([...new Set([...labels, ...notes, ...counted, ...outside])].sort()).toEqual(
    data.events.map((e) => e.id).sort(),
  );
};
const ofProblems = (layout: Layout): string =>
  handProblems(layout)
    .map((p) => p.message)
    .join("\n");
const placedBy = ({ pin, nudge, row }: LayoutHints): boolean =>
  pin === true || nudge !== undefined || row !== undefined;

describe("the editor's hand in a still picture", () => {
  it("breaks none of the hard rules, and loses nothing", () => {
    fc.assert(
      fc.property(any, (data) => {
        const layout = place(arrange(data, WIDE));
        expectClean(layout);
        toldOnce(layout, data);
      }),
      { numRuns: 250 },
    );
  });
  it("has its way: labels where it puts them, none where it hides them, or a Problem that names the event", () => {
    fc.assert(
      fc.property(document, (data) => {
        const arrangement = arrange(data, WIDE);
        const layout = place(arrangement);
        const said = ofProblems(layout);
        const { from, to } = layout.axis;
        for (const { layout: wish, id, span } of arrangement.timeline.events) {
          if (sideOf(span, from, to) !== "inside") continue;
          if (wish.hide === true) expect(layout.told.labels).not.toContain(id);
          else if (placedBy(wish) && !said.includes(`${id}: `)) expect(layout.told.labels).toContain(id);
        }
        for (const lane of layout.lanes)
          for (const { event: index, way, y } of lane.items) {
            const { layout: wish, id } = arrangement.timeline.events[index]!;
            if (way === null || said.includes(`${id}: `)) continue;
            if (wish.side !== undefined) expect(way.side).toBe(wish.side);
            if (wish.row !== undefined) expect(lane.rows![wish.row - 1]).toBe(y);
          }
      }),
      { numRuns: 150 },
    );
  });
  it("moves a label by just so much, and nothing but its label", () => {
    const events = (layout: LayoutHints): TimelineEvent[] => [
      { id: "a", title: "Curfew", time: "2022-01-10T12:00", layout },
      { id: "z", title: "The end", time: "2022-01-28" },
      { id: "y", title: "The beginning", time: "2022-01-02" },
    ];
    const wayOf = (layout: LayoutHints) =>
      place(arrange({ zone: "UTC", events: events(layout) }, WIDE)).lanes[0]!.items.find((i) => i.event === 1)!;
    const still = wayOf({ side: "right" });
    const moved = wayOf({ side: "right", nudge: { x: 40, y: 30 } });
    expect(moved.way!.textX - still.way!.textX).toBeCloseTo(40, 6);
    expect(moved.way!.top - still.way!.top).toBeCloseTo(30, 6);
    expect(moved.mark).toEqual(still.mark);
    const [, , x, y] = moved.way!.leader!;
    expect([x, y]).toEqual([moved.way!.textX, moved.way!.top + inkOf(moved.way!.lines).top]);
    expect(wayOf({ side: "right", nudge: { x: 2, y: 0 } }).way!.leader).toBeUndefined();
  });
  it("says so where two hands want the same row", () => {
    const at = (id: string): TimelineEvent => ({
      id,
      title: `Curfew in ${id}`,
      time: "2022-01-10",
      layout: { row: 2 },
    });
    const layout = place(arrange({ zone: "UTC", events: [at("Aktau"), at("Almaty")] }, WIDE));
    expect(layout.told.labels).toEqual(["Aktau", "Almaty"]);
    expect(ofProblems(layout)).toMatch(/^Almaty: row 2 is taken by Aktau/);
  });
  it("says so where an event is pinned and hidden, and pins it", () => {
    const { timeline } = arrange([{ id: "a", title: "Curfew", time: "2022", layout: { pin: true, hide: true } }]);
    expect(timeline.problems.map((p) => [p.code, p.path])).toEqual([["W-LAYOUT-BOTH", "events[0].layout"]]);
    expect(timeline.events[0]!.layout).toEqual({ pin: true });
  });
  it("does not depend on the order of the input", () => {
    fc.assert(
      fc.property(document, fc.infiniteStream(fc.nat()), (data, keys) => {
        const events = data.events.map((e) => ({ e, k: keys.next().value as number })).sort((p, q) => p.k - q.k);
        const of = (d: TimelineData) => drawn(place(arrange(d, { ...WIDE, laneOrder: "name" }))).boxes;
        expect(of({ ...data, events: events.map((s) => s.e) })).toEqual(of(data));
      }),
      { numRuns: 40 },
    );
  });
});

describe("the editor's hand in a zoomable picture", () => {
  const window = fc.record({
    factor: fc.double({ min: 0.05, max: 60, noNaN: true }),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  it("breaks none of the hard rules, and loses nothing, in any window", () => {
    fc.assert(
      fc.property(any, window, (data, { factor, at }) => {
        const arrangement = arrange(data, { ...WIDE, zoomable: true });
        const { view } = arrangement;
        const layout = place(arrangement, zoomed(view, factor, view.from + at * (view.to - view.from)));
        expectClean(layout);
        toldOnce(layout, data);
      }),
      { numRuns: 200 },
    );
  });
  it("shows what is pinned at every zoom, and what it has placed from the opening picture on", () => {
    fc.assert(
      fc.property(document, fc.double({ min: 0, max: 1, noNaN: true }), (data, at) => {
        const arrangement = arrange(data, { ...WIDE, zoomable: true });
        const { view, timeline } = arrangement;
        const opening = place(arrangement);
        for (const factor of [0.98, 1, 1.7, 6, 30]) {
          const layout = place(arrangement, zoomed(view, factor, view.from + at * (view.to - view.from)));
          const counted = new Set(layout.told.counted);
          for (const { id, layout: wish } of timeline.events)
            if (wish.pin === true || (factor >= 1 && placedBy(wish) && wish.hide !== true))
              expect(counted.has(id), `${id} at ${factor}`).toBe(false);
          expect(layout.height).toBe(opening.height);
        }
      }),
      { numRuns: 80 },
    );
  });
  it("stays in the row it asks for", () => {
    const events = ["Aktau", "Almaty", "Taraz"].map((id, i): TimelineEvent => ({
      id,
      title: `Curfew in ${id}`,
      time: `2022-01-1${i}`,
      layout: { row: 3 - i },
    }));
    const arrangement = arrange({ zone: "UTC", events }, { ...WIDE, zoomable: true });
    for (const factor of [1, 4, 20]) {
      const { lanes } = place(arrangement, zoomed(arrangement.view, factor));
      for (const { event: index, y } of lanes[0]!.items) expect(lanes[0]!.rows!.indexOf(y)).toBe(2 - index);
    }
  });
});

describe("colourAround", () => {
  const blocks = fc.array(
    fc.record({
      x0: fc.integer({ min: 0, max: 90 }),
      w: fc.integer({ min: 1, max: 30 }),
      row: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
      forced: fc.boolean(),
    }),
    { maxLength: 20 },
  );
  it("gives each block the track it asks for, unless a more important one stands there, and overlaps none", () => {
    fc.assert(
      fc.property(blocks, (list) => {
        const intervals = list.map(({ x0, w }, index) => ({ index, x0, x1: x0 + w }));
        const forced = (i: number): boolean => list[i]!.forced || list[i]!.row !== undefined;
        const { track, tracks } = colourAround(intervals, list.length, {
          tracks: 4,
          rowOf: (i) => list[i]!.row,
          forced,
        });
        const over = (i: number, j: number): boolean =>
          intervals[i]!.x0 < intervals[j]!.x1 && intervals[j]!.x0 < intervals[i]!.x1;
        const wish = (i: number): number => Math.min(4, list[i]!.row!) - 1;
        list.forEach((block, i) => {
          list.forEach((_, j) => {
            if (i !== j && track[i]! >= 0 && track[i] === track[j]) expect(over(i, j)).toBe(false);
          });
          if (forced(i)) expect(track[i]).toBeGreaterThanOrEqual(0);
          else expect(track[i]).toBeLessThan(4);
          expect(track[i]).toBeLessThan(tracks);
          if (block.row === undefined) return;
          const taken = list.some((b, j) => j < i && b.row !== undefined && track[j] === wish(i) && over(i, j));
          expect(track[i] === wish(i)).toBe(!taken);
        });
      }),
      { numRuns: 300 },
    );
  });
});
