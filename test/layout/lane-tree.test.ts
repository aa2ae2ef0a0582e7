import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrange } from "../../src/layout/arrange.js";
import { laneIdsOf } from "../../src/layout/lane-tree.js";
import { fullName, isFolded, isHeading, type Lane } from "../../src/layout/lanes.js";
import type { LaneOrder, LayoutOptions } from "../../src/layout/options.js";
import { place } from "../../src/layout/place.js";
import type { Place, TimelineData } from "../../src/model/types.js";
import { describe as summary, renderSVG } from "../../src/static.js";

/** Places named by letters; each may lie in one that comes before it, so that nothing lies in itself. */
const places = fc.array(fc.nat(), { minLength: 1, maxLength: 9 }).map((picks) =>
  picks.map((pick, i): Place => {
    const parent = pick % (i + 1);
    return { id: `p${i}`, name: `P${i}`, ...(parent === i ? {} : { parent: `p${parent}` }) };
  }),
);
const document = places.chain((list) =>
  fc
    .array(
      fc.record({
        day: fc.integer({ min: 1, max: 28 }),
        where: fc.array(fc.nat({ max: list.length - 1 }), { maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 14 },
    )
    .map((events): TimelineData => ({
      places: list,
      events: events.map(({ day, where }, i) => ({
        id: `e${i}`,
        title: `E${i}`,
        time: `2022-01-${String(day).padStart(2, "0")}`,
        places: where.map((w) => `p${w}`),
      })),
    })),
);
const order = fc.constantFrom<LaneOrder>("first", "name", "count", "given", ["P2", "P0"]);
const folds = fc.subarray(["p0", "p1", "p2", "P3"]);

const lanesOf = (data: TimelineData, options: LayoutOptions = {}): readonly Lane[] =>
  arrange(data, { laneBy: "place", ...options }).lanes;
const parentOf = (data: TimelineData, id: string): string | undefined => data.places!.find((p) => p.id === id)?.parent;
const isIn = (data: TimelineData, id: string, above: string): boolean =>
  id === above || (parentOf(data, id) !== undefined && isIn(data, parentOf(data, id)!, above));

describe("nested lanes", () => {
  it("hold what a search through all places says", () =>
    fc.assert(
      fc.property(document, order, folds, (data, laneOrder, folded) => {
        const { timeline, lanes } = arrange(data, { laneBy: "place", laneOrder, folded });
        const nested = data.places!.some((p) => p.parent !== undefined);
        const shut = (id: string): boolean => nested && (folded.includes(id) || folded.includes(id.toUpperCase()));
        for (const lane of lanes.filter((l) => l.id.startsWith("p"))) {
          const inner = timeline.events.filter((e) => e.places.some((p) => p !== lane.id && isIn(data, p, lane.id)));
          const lies = isFolded(lane)
            ? (e: (typeof inner)[number]) => e.places.some((p) => isIn(data, p, lane.id))
            : (e: (typeof inner)[number]) => e.places.includes(lane.id);
          expect(lane.events.map((i) => timeline.events[i]!.id)).toEqual(timeline.events.filter(lies).map((e) => e.id));
          if (!nested) continue;
          expect(lane.nest!.group !== null).toBe(inner.length > 0);
          expect(isFolded(lane)).toBe(shut(lane.id) && inner.length > 0);
          expect(isHeading(lane)).toBe(lane.nest!.group !== null && lane.events.length === 0);
          let depth = 0;
          for (let up = parentOf(data, lane.id); up !== undefined; up = parentOf(data, up)) depth++;
          expect(lane.nest!.depth).toBe(depth);
        }
        // Every event stands somewhere, and once in each lane.
        expect(new Set(lanes.flatMap((l) => l.events)).size).toBe(timeline.events.length);
        for (const l of lanes) expect(new Set(l.events).size).toBe(l.events.length);
      }),
    ));

  it("come right after what they lie in, and never under what is folded", () =>
    fc.assert(
      fc.property(document, order, folds, (data, laneOrder, folded) => {
        const lanes = lanesOf(data, { laneOrder, folded });
        const open: string[] = [];
        for (const { id, nest } of lanes) {
          if (nest === undefined) return;
          open.length = nest.depth;
          if (nest.depth > 0) expect(parentOf(data, id)).toBe(open.at(-1));
          open.push(nest.group?.folded === true ? "folded" : id);
        }
      }),
    ));

  it("are ordered among those that lie in the same", () =>
    fc.assert(
      fc.property(document, order, (data, laneOrder) => {
        const { lanes, timeline } = arrange(data, { laneBy: "place", laneOrder });
        const below = (id: string): number[] =>
          timeline.events.flatMap((e, i) => (e.places.some((p) => isIn(data, p, id)) ? [i] : []));
        const list = typeof laneOrder === "string" ? [] : laneOrder;
        const rank = (l: Lane): number => (list.includes(l.name) ? list.indexOf(l.name) : list.length);
        for (const a of lanes)
          for (const b of lanes) {
            if (a.nest === undefined || b.nest === undefined) return;
            if (!a.id.startsWith("p") || !b.id.startsWith("p") || parentOf(data, a.id) !== parentOf(data, b.id))
              continue;
            if (lanes.indexOf(a) >= lanes.indexOf(b)) continue;
            if (laneOrder === "name") expect(a.name < b.name).toBe(true);
            else if (laneOrder === "count") expect(below(a.id).length).toBeGreaterThanOrEqual(below(b.id).length);
            else if (laneOrder === "given") expect(a.id < b.id).toBe(true);
            else if (laneOrder === "first") expect(below(a.id)[0]).toBeLessThanOrEqual(below(b.id)[0]!);
            else expect(rank(a)).toBeLessThanOrEqual(rank(b));
          }
      }),
    ));

  it("lose nothing, folded or not, still or zoomable", () =>
    fc.assert(
      fc.property(document, folds, fc.boolean(), fc.constantFrom(320, 900), (data, folded, zoomable, width) => {
        const { told, lanes, arrangement } = place(arrange(data, { laneBy: "place", folded, zoomable, width }));
        const ids = new Set([...told.labels, ...told.notes, ...told.counted, ...told.outside]);
        expect(ids.size).toBe(arrangement.timeline.events.length);
        for (const { lane, items, density, flags, y0, y1 } of lanes) {
          expect(y1).toBeGreaterThan(y0);
          const shown = [...items.map((i) => i.event), ...(density?.events ?? []), ...flags.flatMap((f) => f.events)];
          expect(shown.sort((a, b) => a - b)).toEqual([...lane.events]);
          if (isFolded(lane)) expect(items.every((i) => i.number === null)).toBe(true);
        }
      }),
      { numRuns: 60 },
    ));

  it("hold those of the lanes that lie in them, for filters", () =>
    fc.assert(
      fc.property(document, (data) => {
        const { timeline } = arrange(data);
        const idsOf = laneIdsOf(timeline, "place");
        for (const event of timeline.events)
          expect([...idsOf(event)].sort()).toEqual(
            data
              .places!.map((p) => p.id)
              .filter((id) => event.places.some((p) => isIn(data, p, id)))
              .sort(),
          );
      }),
    ));
});

const regions: TimelineData = {
  places: [
    { id: "kz", name: "Kazakhstan" },
    { id: "mangystau", name: "Mangystau", parent: "kz" },
    { id: "aktau", name: "Aktau", parent: "mangystau" },
    { id: "zhanaozen", name: "Zhanaozen", parent: "mangystau" },
    { id: "almaty", name: "Almaty", parent: "kz" },
  ],
  events: [
    { id: "a", title: "Road blocked", time: "2022-01-02", places: ["zhanaozen"], category: "protest" },
    { id: "b", title: "Camp on the square", time: "2022-01-03", places: ["aktau"], category: "protest" },
    {
      id: "c",
      title: "Price lowered",
      time: "2022-01-04",
      places: ["mangystau"],
      category: "government",
      importance: 1,
    },
    { id: "d", title: "Airport seized", time: "2022-01-05", places: ["almaty"], category: "violence" },
    { id: "e", title: "Cabinet resigns", time: "2022-01-05", places: ["kz"], category: "government" },
  ],
};

describe("lanes of places in places", () => {
  const shape = (lanes: readonly Lane[]): string[] => lanes.map((l) => "  ".repeat(l.nest?.depth ?? 0) + l.name);
  it("stand from the outside in", () => {
    const lanes = lanesOf(regions);
    expect(shape(lanes)).toEqual(["Kazakhstan", "  Mangystau", "    Aktau", "    Zhanaozen", "  Almaty"]);
    expect(lanes.map(fullName)[2]).toBe("Aktau, Mangystau, Kazakhstan");
    expect(shape(lanesOf(regions, { nested: false }))).toHaveLength(5);
    expect(lanesOf(regions, { nested: false }).every((l) => l.nest === undefined)).toBe(true);
  });
  it("fold into a line that says how much lies in them", () => {
    const layout = place(arrange(regions, { laneBy: "place", folded: ["Mangystau"] }));
    expect(shape(layout.arrangement.lanes)).toEqual(["Kazakhstan", "  Mangystau", "  Almaty"]);
    expect(layout.lanes[1]!.name.lines.map((l) => l.text).join(" ")).toBe("Mangystau 3 events, 2 lanes");
    expect(layout.lanes[1]!.items.map((i) => i.event)).toContain(2);
  });
  it("keep the dates where they are when they fold", () => {
    const axes = [[], ["kz"], ["mangystau"]].map(
      (folded) => place(arrange(regions, { laneBy: "place", folded, zoomable: true, heading: false })).axis.x0,
    );
    expect(new Set(axes).size).toBe(1);
  });
  it("are told in the summary and named in full", () => {
    expect(summary(regions, { laneBy: "place" })).toContain(
      "in 5 lanes, from 2 January 2022 to 5 January 2022: Kazakhstan (Mangystau (Aktau and Zhanaozen) and Almaty)",
    );
    expect(renderSVG(regions, { laneBy: "place" })).toContain('aria-label="Aktau, Mangystau, Kazakhstan"');
  });
});

describe("lanes by several groupings", () => {
  const shape = (options: LayoutOptions): string[] =>
    lanesOf(regions, options).map((l) => `${"  ".repeat(l.nest!.depth)}${l.name} ${l.events.length}`);
  it("have a level for each", () =>
    expect(shape({ laneBy: ["category", "place"] })).toEqual([
      "protest 0",
      "  Aktau 1",
      "  Zhanaozen 1",
      "government 0",
      "  Kazakhstan 1",
      "  Mangystau 1",
      "violence 0",
      "  Almaty 1",
    ]));
  it("put places in their own regions alone", () => {
    const both: TimelineData = {
      ...regions,
      events: [{ id: "x", title: "Unrest", time: "2022-01-05", places: ["aktau", "almaty", "mangystau"] }],
    };
    const lanes = lanesOf(both, { laneBy: ["region", "place"] });
    expect(lanes.map((l) => l.id)).toEqual(["almaty", "mangystau", "mangystau>aktau"]);
    expect(lanes.map((l) => l.events.length)).toEqual([1, 1, 1]);
  });
  it("keep groups apart whose names hold the sign between levels", () => {
    const data: TimelineData = {
      events: [
        { id: "1", title: "A", time: "2022", category: "a>b", actors: ["c"] },
        { id: "2", title: "B", time: "2022", category: "a", actors: ["b>c"] },
      ],
    };
    const lanes = lanesOf(data, { laneBy: ["category", "actor"] });
    expect(new Set(lanes.map((l) => l.id)).size).toBe(4);
    expect(lanes.flatMap((l) => l.events)).toEqual([0, 1]);
  });
  it("leave what has no group of the first on the lane for the rest", () => {
    const data: TimelineData = {
      events: [
        { title: "A", time: "2022" },
        { title: "B", time: "2022", category: "x" },
      ],
    };
    expect(lanesOf(data, { laneBy: ["category", "actor"] }).map((l) => l.name)).toEqual(["x", "Other"]);
  });
});

it("ten thousand places in one another are laid out all the same", () => {
  const many = Array.from({ length: 10_000 }, (_, i) => ({
    id: `p${i}`,
    name: `P${i}`,
    ...(i > 0 ? { parent: `p${i - 1}` } : {}),
  }));
  const data = { places: many, events: [{ id: "e", title: "E", time: "2022", places: ["p9999"] }] };
  expect(lanesOf(data)).toHaveLength(10_000);
  expect(lanesOf(data, { folded: ["p0"] }).map((l) => l.events)).toEqual([[0]]);
});
