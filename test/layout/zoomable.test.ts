import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrange } from "../../src/layout/arrange.js";
import type { LaneLayout, Layout } from "../../src/layout/layout.js";
import { markGeometry } from "../../src/layout/mark.js";
import { place } from "../../src/layout/place.js";
import { reachOf } from "../../src/layout/reach.js";
import { panned, xOf, zoomed, type View } from "../../src/layout/view.js";
import { resolveTime } from "../../src/model/time.js";
import type { TimelineData, TimelineEvent } from "../../src/model/types.js";
import { read } from "../../src/read/read.js";
import { besidesTime, day, days, numbered } from "../tools/stories.js";

const story = JSON.parse(
  readFileSync(new URL("../../examples/kazakhstan-2022-01.json", import.meta.url), "utf8"),
) as TimelineData;

const hour = fc.integer({ min: 0, max: 23 }).map((h) => `T${String(h).padStart(2, "0")}:30`);
const time = fc.oneof(
  day,
  fc.tuple(day, hour).map(([d, h]) => d + h),
  days,
  day.map((d) => `${d}/..`),
  day.map((d) => `../${d}`),
  day.map((d) => `${d}/`),
  day.map((d) => `[..${d}]`),
  fc.tuple(day, hour).map(([d, h]) => `[${d}T00..${d}${h}]`),
  fc.constantFrom("2022-01", "2022-01-05~", "2022-01-07?/2022-01-09", "2011-12", "2023"),
);
const event = fc.record({
  ...besidesTime,
  time,
});
const document = fc
  .tuple(fc.array(event, { minLength: 1, maxLength: 40 }), fc.constantFrom(undefined, "2022-01-20T12:00Z"))
  .map(([list, asOf]): TimelineData => ({
    zone: "UTC",
    ...(asOf === undefined ? {} : { asOf }),
    events: numbered(list),
  }));
const window = fc.record({
  factor: fc.double({ min: 0.05, max: 60, noNaN: true }),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
});
const seen = (view: View, { factor, at }: { factor: number; at: number }): View =>
  zoomed(view, factor, view.from + at * (view.to - view.from));
const OPTIONS = { zoomable: true, width: 800 };

/** What stands in each row of a lane: whose, and between which x. */
const boxes = (lane: LaneLayout) =>
  lane.items.map((i) => ({
    y: i.y,
    event: i.event,
    x0: Math.min(i.mark.x0, i.way?.x0 ?? Infinity),
    x1: Math.max(i.mark.x1, i.way?.x1 ?? -Infinity),
  }));
const wayOf = (layout: Layout, lane: number, event: number) => layout.lanes[lane]!.items.find((i) => i.event === event);

describe("a zoomable picture", () => {
  it("has no label over another block of its row, and none outside, in any window", () => {
    fc.assert(
      fc.property(document, window, (data, w) => {
        const arrangement = arrange(data, OPTIONS);
        const layout = place(arrangement, seen(arrangement.view, w));
        for (const lane of layout.lanes) {
          const list = boxes(lane);
          for (const p of list)
            for (const q of list)
              if (p.event < q.event && p.y === q.y) expect(p.x1 <= q.x0 + 0.01 || q.x1 <= p.x0 + 0.01).toBe(true);
          for (const { way } of lane.items) {
            if (way === null) continue;
            expect(way.x0).toBeGreaterThanOrEqual(Math.min(2, layout.axis.x0) - 0.6);
            expect(way.x1).toBeLessThanOrEqual(layout.width - 1);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
  it("tells of every event in every window", () => {
    fc.assert(
      fc.property(document, window, (data, w) => {
        const arrangement = arrange(data, OPTIONS);
        const { told, lanes } = place(arrangement, seen(arrangement.view, w));
        const ids = new Set([...told.labels, ...told.notes, ...told.counted, ...told.outside]);
        expect([...ids].sort()).toEqual(data.events.map((e) => e.id).sort());
        const counted = lanes.reduce((s, l) => s + (l.density?.bins.reduce((n, b) => n + b.count, 0) ?? 0), 0);
        expect(counted).toBe(lanes.reduce((s, l) => s + (l.density?.total ?? 0), 0));
      }),
      { numRuns: 100 },
    );
  });
  it("is a whole number of px high, so that a box that scrolls ends where it ends", () => {
    for (const width of [960, 702.5, 360]) expect(place(arrange(story, { width, zoomable: true })).height % 1).toBe(0);
  });
  it("hides nothing, and moves nothing to another row, while zooming in", () => {
    fc.assert(
      fc.property(document, fc.double({ min: 0, max: 1, noNaN: true }), (data, at) => {
        const arrangement = arrange(data, OPTIONS);
        let before = place(arrangement, seen(arrangement.view, { factor: 0.3, at }));
        for (let factor = 0.45; factor < 40; factor *= 1.5) {
          const now = place(arrangement, seen(arrangement.view, { factor, at }));
          before.lanes.forEach((lane, l) => {
            const counted = new Set(now.lanes[l]!.density?.events);
            for (const item of lane.items) {
              expect(counted.has(item.event)).toBe(false);
              const same = wayOf(now, l, item.event);
              if (same) expect(same.y).toBe(item.y);
            }
          });
          before = now;
        }
      }),
      { numRuns: 40 },
    );
  });
  it("changes nothing but x while panning", () => {
    const arrangement = arrange(story, OPTIONS);
    const first = place(arrangement);
    for (const share of [-0.4, -0.1, 0.05, 0.2, 0.5]) {
      const next = place(arrangement, panned(first.view, share));
      expect(next.height).toBe(first.height);
      const dx = -share * (first.axis.x1 - first.axis.x0);
      next.lanes.forEach((lane, l) => {
        expect([lane.y0, lane.y1]).toEqual([first.lanes[l]!.y0, first.lanes[l]!.y1]);
        for (const item of lane.items) {
          const was = wayOf(first, l, item.event);
          if (!was?.way || !item.way) continue;
          expect(item.y).toBe(was.y);
          const whole = [was, item].every(
            (i) => i.mark.start !== "torn" && i.mark.end !== "torn" && i.mark.end !== "open",
          );
          if (!whole || was.way.lines !== item.way.lines) continue;
          if (item.way.side === was.way.side) expect(item.way.textX - was.way.textX).toBeCloseTo(dx, 6);
          // It has turned because the edge would cut it there.
          else expect(was.way.x0 + dx < next.axis.x0 || was.way.x1 + dx > next.width - 2).toBe(true);
        }
      });
    }
  });
  it("cuts no label at the picture's edge that has room at the other end of its mark", () => {
    const arrangement = arrange(story, { ...OPTIONS, width: 960 });
    const all = place(arrangement, { ...arrangement.view, from: Date.UTC(2011, 6), to: Date.UTC(2022, 11) });
    const cut = all.lanes.flatMap((l) => l.items.flatMap((i) => i.way?.lines.map((line) => line.text) ?? []));
    expect(cut.length).toBeGreaterThan(15);
    // One stays: who comes nearer meets an event of its row at the other end of its mark.
    expect(cut.filter((text) => text.includes("…"))).toEqual(["Price of…"]);
  });
  it("turns no label to where another will show when the reader comes nearer: what shows is never to go", () => {
    const events = Array.from({ length: 600 }, (_, i) => ({
      id: `e${i}`,
      title: ["Strike", "March through the old town", "Court orders", "Border closed"][i % 4]!,
      time: new Date(Date.UTC(2022, 0, 1) + 864e5 * 30 * ((i * 0.618034) % 1)).toISOString(),
      lanes: [`lane ${i % 12}`],
      importance: (1 + ((i * 7) % 5)) as 1,
    }));
    const arrangement = arrange({ zone: "UTC", events }, { ...OPTIONS, width: 1200 });
    const { from, to } = arrangement.view;
    let kept = 0;
    for (const focus of [0, 0.3, 0.5, 0.77, 1]) {
      let before: ReadonlyMap<number, readonly [number, number]> = new Map();
      for (let step = 0; step <= 40; step++) {
        const length = (to - from) / 64 ** (step / 40);
        const start = from + focus * (to - from - length);
        const { axis, lanes } = place(arrangement, { from: start, to: start + length, width: 1200 });
        const shown = new Map<number, readonly [number, number]>();
        for (const { event, way, mark } of lanes.flatMap((l) => l.items))
          if (way !== null)
            shown.set(event, [mark.x0 - Math.min(mark.x0, way.x0), Math.max(mark.x1, way.x1) - mark.x1]);
        for (const [event, [left, right]] of before) {
          const x = xOf(axis, arrangement.timeline.events[event]!.span.startMin!);
          // As it stood before, it would stand whole.
          if (x - left - 5 <= axis.x0 || x + right + 5 >= axis.x1) continue;
          kept++;
          expect(shown.has(event), `${event} at step ${step}`).toBe(true);
        }
        before = shown;
      }
    }
    expect(kept).toBeGreaterThan(2000);
  });
  it("opens with whole labels: what would be cut at an edge is counted until there is room", () => {
    const file = readFileSync(new URL("../../examples/ucdp-conflict.csv", import.meta.url));
    const { data } = read(file, { filename: "ucdp-conflict.csv" });
    for (const width of [600, 800, 1440]) {
      const { lanes } = place(arrange(data, { ...OPTIONS, laneBy: "place", laneOrder: "count", width }));
      const lines = lanes.flatMap((l) => l.items.flatMap((i) => i.way?.lines.map((line) => line.text) ?? ["no label"]));
      expect(lines.length).toBeGreaterThan(5);
      expect(lines.filter((text) => text.includes("…") || text === "no label")).toEqual([]);
    }
  });
  it("says how much under a title that was ranked alone, where its row is high enough", () => {
    const file = readFileSync(new URL("../../examples/ucdp-countries.csv", import.meta.url));
    const { data } = read(file, { filename: "ucdp-countries.csv" });
    const arrangement = arrange(data, { ...OPTIONS, laneBy: ["region", "place"], folded: ["Africa"], width: 1008 });
    const { lanes } = place(arrangement);
    const { em } = arrangement.type;
    let told = 0;
    for (const { items } of lanes)
      for (const { way } of items) {
        if (way === null) continue;
        const bottom = way.top + way.lines.at(-1)!.dy + 0.3 * em;
        expect(bottom).toBeLessThanOrEqual(way.down + 0.2 * em);
        if (way.lines.some((line) => line.text.startsWith("killed: "))) told++;
      }
    const all = lanes.flatMap((l) => l.items).length;
    expect(all).toBeGreaterThan(30);
    // Of few the title is as narrow as a word, or on more lines than the row has.
    expect(told / all).toBeGreaterThan(0.9);
  });
  it("has room for counts under short names, and keeps its axis while events are added", () => {
    const events = Array.from({ length: 640 }, (_, i) => ({
      id: `e${i}`,
      title: `Event ${i}`,
      time: new Date(Date.UTC(2022, 0, 1) + ((i * 7919) % 640) * 36e5).toISOString(),
      lanes: ["A"],
    }));
    const at = (n: number) => {
      const { view, ...rest } = arrange({ zone: "UTC", events: events.slice(0, n) }, { ...OPTIONS, width: 900 });
      const middle = (view.from + view.to) / 2;
      return place({ view, ...rest }, { from: middle, to: middle + 36e5, width: 900 });
    };
    const [first, more] = [at(601), at(611)];
    expect(more.gutter.x1).toBe(first.gutter.x1);
    const right = Math.max(...first.lanes[0]!.flags.map((f) => f.x));
    expect(first.lanes[0]!.flags.filter((f) => f.counted)).toHaveLength(2);
    expect(right).toBeLessThan(first.axis.x0);
  });
  it("says less in a flag before it cuts one, and says it in the row where all of it has room", () => {
    const flags = (width: number, view?: Partial<View>) => {
      const arrangement = arrange(story, { ...OPTIONS, width });
      return place(arrangement, { ...arrangement.view, ...view }).lanes.flatMap((l) =>
        l.flags.filter((f) => f.counted !== true).map((f) => f.lines.map((line) => line.text).join(" ")),
      );
    };
    expect(flags(960)).toEqual(["around Dec 2011: Earlier wave of strikes and protest put down"]);
    const night = { from: Date.UTC(2022, 0, 3, 18), to: Date.UTC(2022, 0, 4, 2) };
    for (const width of [640, 800, 960, 1440]) {
      const said = flags(width, night);
      expect(said.length).toBeGreaterThan(3);
      expect(said.filter((text) => text.includes("…"))).toEqual([]);
    }
  });
  it("deals the same events to the same columns while panning", () => {
    const events = Array.from({ length: 400 }, (_, i) => ({
      id: `e${i}`,
      title: `Event ${i}`,
      time: Date.UTC(2022, 0, 1) + i * 1e6,
    }));
    const arrangement = arrange({ zone: "UTC", events }, OPTIONS);
    const columns = (layout: Layout): Map<number, number> =>
      new Map(
        layout.lanes[0]!.density!.bins.slice(1, -1).map((b) => {
          const ms =
            layout.axis.from +
            ((b.x0 - layout.axis.x0) / (layout.axis.x1 - layout.axis.x0)) * (layout.axis.to - layout.axis.from);
          return [Math.round(ms), b.count];
        }),
      );
    const a = columns(place(arrangement, zoomed(arrangement.view, 2)));
    const b = columns(place(arrangement, panned(zoomed(arrangement.view, 2), 0.013)));
    const common = [...a.keys()].filter((k) => b.has(k));
    expect(common.length).toBeGreaterThan(20);
    for (const k of common) expect(b.get(k)).toBe(a.get(k));
  });
  it("does not depend on the order of the input", () => {
    fc.assert(
      fc.property(document, window, fc.infiniteStream(fc.nat()), (data, w, keys) => {
        const shuffled = data.events.map((e) => ({ e, k: keys.next().value as number })).sort((p, q) => p.k - q.k);
        const of = (d: TimelineData) => {
          const a = arrange(d, { ...OPTIONS, laneOrder: "name" });
          return place(a, seen(a.view, w)).lanes.map((l) => boxes(l));
        };
        expect(of({ ...data, events: shuffled.map((s) => s.e) })).toEqual(of(data));
      }),
      { numRuns: 40 },
    );
  });
  it("is the same picture whatever was looked at before, and free of overlaps, with thousands of events", () => {
    const events = Array.from({ length: 6000 }, (_, i) => ({
      id: `e${i}`,
      title: `Event number ${i}`,
      time: Date.UTC(2022, 0, 1) + ((i * 7919) % 6000) * 4e5,
      lanes: [`L${i % 20}`],
      importance: (1 + ((i * 31) % 5)) as 1,
    }));
    const arrangement = arrange({ zone: "UTC", events }, { ...OPTIONS, width: 1200 });
    const { view } = arrangement;
    const shown = (v: View) => place(arrangement, v).lanes.map((l) => boxes(l));
    const opening = shown(view);
    const near = shown(zoomed(view, 6));
    expect(shown(view)).toEqual(opening);
    const fresh = arrange({ zone: "UTC", events }, { ...OPTIONS, width: 1200 });
    expect(place(fresh, zoomed(view, 6)).lanes.map((l) => boxes(l))).toEqual(near);
    expect(near.flat().length).toBeGreaterThan(100);
    for (const v of [view, zoomed(view, 1.5), zoomed(view, 6), zoomed(view, 40)])
      for (const list of shown(v)) {
        const rows = new Map<number, typeof list>();
        for (const b of list) rows.set(b.y, [...(rows.get(b.y) ?? []), b]);
        for (const row of rows.values()) {
          row.sort((p, q) => p.x0 - q.x0);
          for (let i = 1; i < row.length; i++) expect(row[i]!.x0).toBeGreaterThanOrEqual(row[i - 1]!.x1 - 0.01);
        }
      }
  });
  it("opens with what the still picture labels of the story", () => {
    const still = place(arrange(story, { width: 960 })).told.labels;
    const live = place(arrange(story, { width: 960, zoomable: true })).told.labels;
    expect([...live].sort()).toEqual([...still].sort());
  });
  it("leaves out what the filter does not let through, and keeps lanes and colours", () => {
    const all = arrange(story, OPTIONS);
    const some = arrange(story, { ...OPTIONS, filter: (e) => e.category === "protest" });
    expect(some.lanes.map((l) => l.id)).toEqual(all.lanes.map((l) => l.id));
    expect(some.colors.classes).toEqual(all.colors.classes);
    expect(some.events.length).toBeLessThan(all.events.length);
    const { told } = place(some);
    expect(new Set([...told.labels, ...told.counted, ...told.outside]).size).toBe(some.events.length);
  });
});

describe("reachOf", () => {
  const holds = (edtf: string, view: View, asOf: number | null): void => {
    const r = resolveTime(edtf, { zone: "UTC" });
    if (!r.ok) throw new Error(edtf);
    const axis = { from: view.from, to: view.to, x0: 0, x1: 800 };
    const scale = 800 / (view.to - view.from);
    const reach = reachOf(r.value, "happened", asOf, 5);
    const x0 = (reach.a - view.from) * scale - reach.left;
    const x1 = (reach.b - view.from) * scale + reach.right;
    if (!(x1 > reach.left) || !(x0 < 800 - reach.right)) return;
    const mark = markGeometry(r.value, "happened", { axis, asOf, radius: 5 });
    expect(mark.x0).toBeGreaterThanOrEqual(Math.min(x0, 790) - 0.01);
    expect(mark.x1).toBeLessThanOrEqual(Math.max(x1, 10) + 0.01);
  };
  const january = { from: Date.UTC(2022, 0, 1), to: Date.UTC(2022, 0, 30), width: 800 };
  it("holds the mark of every window", () => {
    fc.assert(
      fc.property(time, window, fc.constantFrom(null, Date.UTC(2022, 0, 5, 12)), (edtf, w, asOf) =>
        holds(edtf, seen(january, w), asOf),
      ),
      { numRuns: 400 },
    );
  });
  it("holds the tail of a begin that has just left the window", () => {
    const ms = (january.to - january.from) / 800;
    for (const px of [0, 1, 10, 30, 59])
      for (const edtf of ["2022-01-01T00:00/", "/2022-01-01T00:00"])
        holds(edtf, { from: january.from + px * ms, to: january.to, width: 800 }, null);
  });
});

describe("labels of a zoomable picture", () => {
  // A few hundred events with titles too long for a line, so that most are not among the first to be ranked.
  const events = Array.from({ length: 400 }, (_, i): TimelineEvent => ({
    id: `e${i}`,
    title: `Members of the parliament number ${i} vote on the third reading of the budget`,
    time: Date.UTC(2022, 0, 1) + ((i * 7919) % 400) * 4e6,
    importance: (1 + ((i * 31) % 5)) as 1,
  }));
  const arrangement = arrange({ zone: "UTC", events }, { ...OPTIONS, width: 1000 });
  it("stand on up to three lines, whole, in rows that keep their height while zooming", () => {
    const opening = place(arrangement);
    let wrapped = 0;
    for (const factor of [1, 3, 10, 30]) {
      const { lanes, height } = place(arrangement, zoomed(arrangement.view, factor));
      expect(height).toBe(opening.height);
      for (const { way, event } of lanes[0]!.items) {
        if (way === null || way.x0 < opening.axis.x0 + 1 || way.x1 > opening.axis.x1 - 1) continue;
        const titles = way.lines.filter((l) => l.role === "title").map((l) => l.text);
        expect(titles.length).toBeLessThanOrEqual(3);
        if (titles.length === 1) expect(titles[0]).toMatch(/ \S+…$|budget$/);
        else {
          wrapped++;
          expect(titles.join(" ")).toBe(events.find((e) => e.id === arrangement.timeline.events[event]!.id)!.title);
        }
      }
    }
    expect(wrapped).toBeGreaterThan(20);
  });
});
