import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brokenAfter, inNextRow, inRowAt, movedBy, onNextSide } from "../../src/browser/edit/hand-of.js";
import { gripAt, labelEdges } from "../../src/browser/edit/grip.js";
import { arrange } from "../../src/layout/arrange.js";
import type { Item, Layout } from "../../src/layout/layout.js";
import { place } from "../../src/layout/place.js";
import { withEdits } from "../../src/model/edits.js";
import { resolve } from "../../src/model/resolve.js";
import type { LayoutHints, TimelineData, TimelineEvent } from "../../src/model/types.js";
import { read } from "../../src/read/read.js";
import { toCSV } from "../../src/write/csv.js";

const OPTIONS = { zoomable: true, width: 1000, laneOrder: "name" } as const;
const event = fc.record({
  title: fc.constantFrom("Strike", "A march through the centre of the town", "Curfew", "Parliament votes"),
  time: fc.integer({ min: 10, max: 20 }).chain((d) => fc.constantFrom(`2022-01-${d}`, `2022-01-${d}T12:30`)),
  category: fc.constantFrom("x", "y"),
});
const story = fc.array(event, { minLength: 1, maxLength: 6 }).map((list): TimelineData => ({
  zone: "UTC",
  events: [
    ...list.map((e, i): TimelineEvent => ({ ...e, id: `e${i}` })),
    { id: "first", title: "First", time: "2022-01-01" },
    { id: "last", title: "Last", time: "2022-01-30" },
  ],
}));
const itemOf = (layout: Layout, id: string): Item =>
  layout.lanes[0]!.items.find((i) => layout.arrangement.timeline.events[i.event]!.id === id)!;
/** Where a label begins, and its top, seen from the middle of its mark. */
const placeOf = (item: Item): { x: number; y: number } => ({
  x: labelEdges(item)[0] - (item.mark.x0 + item.mark.x1) / 2,
  y: item.way!.top,
});
const textOf = (item: Item): string => item.way!.lines.map((l) => l.text).join("\n");

describe("a label that is dragged", () => {
  const shift = fc.integer({ min: -120, max: 120 });
  it("stands where it was put down, or so near to its natural place that it snaps there", () => {
    fc.assert(
      fc.property(story, shift, shift, (data, dx, dy) => {
        const { axis, ...picture } = place(arrange(data, OPTIONS));
        const before = itemOf({ axis, ...picture }, "e0");
        if (before.way === null) return;
        // Put down beyond the edge of the lanes it stays within them.
        const [left, right] = labelEdges(before);
        fc.pre(left + dx > axis.x0 && right + dx < axis.x1);
        const layout = movedBy(before, dx, dy, arrange(data, OPTIONS).type, {});
        const after = itemOf(place(arrange(withEdits(data, new Map([["e0", layout]])), OPTIONS)), "e0");
        // Words broken into other lines are another label.
        if (textOf(after) !== textOf(before)) return;
        const [was, is] = [placeOf(before), placeOf(after)];
        expect(after.way!.side).toBe(layout.side);
        const off = is.x - was.x - dx;
        expect(Math.abs(off)).toBeLessThan(5.6);
        expect(Math.abs(is.y - was.y - dy)).toBeLessThan(5.6);
      }),
      { numRuns: 400 },
    );
  });
  it("is what the pointer takes hold of, before any mark", () => {
    fc.assert(
      fc.property(story, (data) => {
        const layout = place(arrange(data, OPTIONS));
        for (const item of layout.lanes[0]!.items) {
          if (item.way === null) continue;
          const [x0, x1] = labelEdges(item);
          const y = item.y + item.way.top + item.way.lines[0]!.dy - 3;
          expect(gripAt(layout, (x0 + x1) / 2, y)).toMatchObject({ what: "label", item: { event: item.event } });
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("what the bar does", () => {
  const item = { y: 20 } as Item;
  const lane = { rows: [20, 50, 90] } as unknown as Parameters<typeof inRowAt>[2];
  it("goes through the sides and back to none, without the nudge of another side", () => {
    let hand: LayoutHints = { pin: true, nudge: { x: 9, y: 9 } };
    const seen = Array.from({ length: 4 }, () => (hand = onNextSide(hand)).side);
    expect(seen).toEqual(["right", "above", "left", undefined]);
    expect(hand).toEqual({ pin: true });
  });
  it("takes an event to the row that is nearest, and no farther than one below the last", () => {
    expect(inRowAt(66, item, lane, {})).toEqual({ row: 2 });
    expect(inRowAt(32, item, lane, {})).toEqual({});
    expect(inNextRow(-1, item, lane, {})).toEqual({});
    expect(inNextRow(1, item, lane, { row: 3 })).toEqual({ row: 4 });
    expect(inNextRow(1, item, lane, { row: 4 })).toEqual({ row: 4 });
  });
  it("breaks after a word, and not any more", () => {
    expect(brokenAfter(2, { break: [5] })).toEqual({ break: [2, 5] });
    expect(brokenAfter(5, { break: [5] })).toEqual({});
  });
});

const hand: fc.Arbitrary<LayoutHints | null> = fc.oneof(
  fc.constant(null),
  fc.record(
    {
      pin: fc.constant(true),
      side: fc.constantFrom("left", "right", "above"),
      row: fc.integer({ min: 1, max: 4 }),
      nudge: fc.record({ x: fc.integer({ min: -90, max: 90 }), y: fc.integer({ min: 1, max: 40 }) }),
      break: fc.constant([1]),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<LayoutHints>,
);

describe("edits", () => {
  it("reach the events they name, made ids and all versions too, and no others", () => {
    const data: TimelineData = {
      events: [
        { title: "No id", time: "2022-01-03", layout: { hide: true } },
        { id: "a b", title: "Spaces", time: "2022-01-04" },
        { id: "v", title: "Versions", time: "2022-01-05", layout: { pin: true } },
        { id: "v", title: "Versions!", time: "2022-01-05", knownFrom: "2022-01-06T10:00Z" },
        { id: "other", title: "Other", time: "2022-01-06", layout: { row: 2 } },
      ],
    };
    const ids = resolve(data).events.map((e) => e.id);
    expect(ids.slice(1)).toEqual(["a-b", "v", "other"]);
    const edits = new Map<string, LayoutHints | null>([
      [ids[0]!, { side: "left" }],
      ["a-b", { row: 3 }],
      ["v", null],
    ]);
    const edited = withEdits(data, edits);
    expect(resolve(edited).events.map((e) => e.layout)).toEqual([{ side: "left" }, { row: 3 }, {}, { row: 2 }]);
    expect(edited.events[4]).toBe(data.events[4]);
    expect(withEdits(data, new Map())).toBe(data);
  });
  it("give the same picture when they are read again from JSON and from CSV", () => {
    fc.assert(
      fc.property(story, fc.array(hand, { minLength: 1, maxLength: 6 }), (data, hands) => {
        const edited = withEdits(data, new Map(hands.map((h, i) => [`e${i}`, h])));
        for (const zoomable of [false, true]) {
          const drawn = (d: TimelineData) => {
            const { lanes, height } = place(arrange(d, { ...OPTIONS, zoomable }));
            return { height, lanes: lanes.map((l) => l.items.map(({ event, y, way }) => ({ event, y, way }))) };
          };
          const wanted = drawn(edited);
          expect(drawn(read(JSON.stringify(edited), { format: "json" }).data)).toEqual(wanted);
          const table = read(toCSV(edited), { format: "csv", zone: "UTC" });
          expect(table.problems).toEqual([]);
          expect(drawn({ ...table.data, zone: "UTC" })).toEqual(wanted);
        }
      }),
      { numRuns: 60 },
    );
  });
});
