import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrange } from "../../src/layout/arrange.js";
import { momentOf, unitsOf } from "../../src/layout/axis-scale.js";
import { datePoints, gapsOf, LONG, MOST_BREAKS, WORTH, type DatePoint, type Gap } from "../../src/layout/gaps.js";
import type { Layout } from "../../src/layout/layout.js";
import { draw, read, renderSVG } from "../../src/static.js";
import { place } from "../../src/layout/place.js";
import { toX, zoomed } from "../../src/layout/view.js";
import type { TimelineData, TimelineEvent } from "../../src/model/types.js";
import { describe as inWords, renderHTML } from "../../src/static.js";

const story = JSON.parse(
  readFileSync(new URL("../../examples/kazakhstan-2022-01.json", import.meta.url), "utf8"),
) as TimelineData;

/** Dates in clusters, so that there is something to fold. */
const at = fc
  .tuple(fc.constantFrom(0, 1, 2, 3), fc.integer({ min: 0, max: 40 }))
  .map(([cluster, n]) => [0, 900, 5000, 5600][cluster]! + n);
const points = fc
  .array(
    fc.record({
      at,
      before: fc.integer({ min: 0, max: 9 }),
      after: fc.integer({ min: 0, max: 9 }),
      begins: fc.boolean(),
    }),
    {
      minLength: 1,
      maxLength: 40,
    },
  )
  .map((list): DatePoint[] =>
    list.map((p) => ({ at: p.at, lo: p.at - p.before, hi: p.at + p.after, begins: p.begins })),
  );

/** The rule as it is said, tried for every number of gaps. */
function oracle(dates: readonly DatePoint[]): Gap[] {
  const stretches = dates.slice(1).map((d, i) => ({ from: dates[i]!.hi, to: d.lo, a: dates[i]!.at, b: d.at }));
  const begins = dates.filter((d) => d.begins);
  const lengths = [...new Set(stretches.map((s) => s.to - s.from))].filter((l) => l > 0).sort((p, q) => q - p);
  let best: typeof stretches = [];
  for (const least of lengths) {
    const folded = stretches.filter((s) => s.to - s.from >= least);
    if (folded.length > MOST_BREAKS || folded.length === stretches.length) continue;
    const stay = begins
      .slice(1)
      .map((d, i) => ({ a: begins[i]!.at, b: d.at }))
      .filter((s) => !folded.some((f) => s.a <= f.a && f.b <= s.b))
      .map((s) => s.b - s.a)
      .sort((p, q) => p - q);
    if (stay.length === 0) continue;
    const median = stay[(stay.length - 1) >> 1]!;
    const left = stretches.filter((s) => !folded.includes(s)).reduce((sum, s) => sum + s.b - s.a, 0);
    if (least >= LONG * median && least >= WORTH * left) best = folded;
  }
  return best.map(({ from, to }) => ({ from, to }));
}

describe("gaps", () => {
  it("are those of the rule", () => {
    let some = 0;
    fc.assert(
      fc.property(points, (given) => {
        const dates = datePoints(given);
        const found = gapsOf(dates);
        expect(found).toEqual(oracle(dates));
        if (found.length > 0) some++;
      }),
      { numRuns: 2000 },
    );
    expect(some).toBeGreaterThan(200);
  });
  it("have no date in them, and do not follow from the order of the dates", () => {
    fc.assert(
      fc.property(points, fc.infiniteStream(fc.nat()), (given, random) => {
        const gaps = gapsOf(datePoints(given));
        for (const { from, to } of gaps) for (const d of given) expect(d.at <= from || d.at >= to).toBe(true);
        const shuffled = given.map((p) => [random.next().value!, p] as const).sort(([a], [b]) => a - b);
        expect(gapsOf(datePoints(shuffled.map(([, p]) => p)))).toEqual(gaps);
      }),
    );
  });
  it("are not made between reigns that follow each other, nor where nothing would be left to see", () => {
    const reigns = [1558, 1603, 1625, 1649, 1685, 1702, 1760].flatMap((y, i, all): DatePoint[] => [
      { at: y, lo: y, hi: y, begins: true },
      { at: (all[i + 1] ?? 1820) - 0.1, lo: y + 1, hi: (all[i + 1] ?? 1820) - 0.1, begins: false },
    ]);
    expect(gapsOf(datePoints(reigns))).toEqual([]);
    const two = [0, 1000].map((ms): DatePoint => ({ at: ms, lo: ms, hi: ms, begins: true }));
    expect(gapsOf(two)).toEqual([]);
  });
});

const hour = fc.integer({ min: 0, max: 23 }).map((h) => `T${String(h).padStart(2, "0")}:30`);
const day = fc
  .tuple(fc.constantFrom("2011-12", "2022-01", "2022-07"), fc.integer({ min: 1, max: 9 }))
  .map(([month, d]) => `${month}-0${d}`);
const time = fc.oneof(
  day,
  fc.tuple(day, hour).map(([d, h]) => d + h),
  fc.tuple(day, day).map(([a, b]) => (a < b ? `${a}/${b}` : `${b}/${a}`)),
  day.map((d) => `${d}/..`),
  day.map((d) => `../${d}`),
  day.map((d) => `[..${d}]`),
  fc.constantFrom("2011-12", "2022~", "2016"),
);
const event = fc.record({
  title: fc.constantFrom("Strike", "A march through the centre of the town", "Parliament votes on the budget"),
  time,
  lanes: fc.constantFrom(["A"], ["B"], ["A", "B"]),
  importance: fc.constantFrom(1, 3, 5) as fc.Arbitrary<1 | 3 | 5>,
});
const document = fc
  .tuple(fc.array(event, { minLength: 3, maxLength: 30 }), fc.constantFrom(undefined, "2022-01-08T12:00Z"))
  .map(([list, asOf]): TimelineData => ({
    zone: "Asia/Almaty",
    ...(asOf === undefined ? {} : { asOf }),
    events: list.map((e, i): TimelineEvent => ({ ...e, id: `e${i}` })),
  }));
const options = fc.record({
  zoomable: fc.boolean(),
  width: fc.constantFrom(320, 640, 960, 1440),
  locale: fc.constantFrom("en", "ru", "fa"),
  timeScale: fc.constant("gaps" as const),
});

/** What every picture with breaks keeps to. */
function check(layout: Layout): void {
  const { axis, breaks, ticks, arrangement } = layout;
  const { scale, type, measure, timeline } = arrangement;
  let right = -Infinity;
  let said = -Infinity;
  for (const { x0, x1, nameX, width, name } of breaks) {
    expect(x0).toBeLessThan(x1);
    expect(x0).toBeGreaterThanOrEqual(right - 0.01);
    right = x1;
    expect(name).not.toBe("");
    if (nameX === null) continue;
    expect(nameX - width / 2).toBeGreaterThan(said);
    said = nameX + width / 2;
  }
  for (const t of [...ticks.minor, ...ticks.major])
    for (const b of scale.folded?.breaks ?? []) expect(t.time <= b.from || t.time >= b.to).toBe(true);
  const { labels, notes, counted, outside } = layout.told;
  const told = new Set([...labels, ...notes, ...counted, ...outside]);
  expect(timeline.events.filter((e) => !told.has(e.id))).toEqual([]);
  // Where time runs down dates stand under each other, and the layer leaves out what meets a name.
  if (layout.orientation === "vertical") return;
  const named = ticks.minor
    .filter((t) => t.label !== "")
    .map((t) => ({ x: toX(axis, t.time), w: measure(t.label, type.minor) }));
  for (const b of breaks) if (b.nameX !== null) named.push({ x: b.nameX, w: b.width });
  named.sort((p, q) => p.x - q.x);
  named.forEach((t, i) => {
    const before = named[i - 1];
    if (before !== undefined) expect(t.x - t.w / 2).toBeGreaterThan(before.x + before.w / 2);
  });
}

describe("a picture with gaps folded", () => {
  it("keeps order, names its breaks, has no date in them, and tells of all events", () => {
    let some = 0;
    fc.assert(
      fc.property(document, options, (data, how) => {
        const arrangement = arrange(data, how);
        const layout = place(arrangement);
        check(layout);
        some += layout.breaks.length;
        // In a picture that zooms, what has no room for its label at the edge is told of there.
        if (!how.zoomable) expect(layout.told.outside).toEqual([]);
        const view = zoomed(arrangement.view, 3);
        check(place(arrangement, view));
      }),
      { numRuns: 60 },
    );
    expect(some).toBeGreaterThan(20);
  });
  it("has a scale that grows everywhere and leads back", () => {
    fc.assert(
      fc.property(document, fc.array(fc.integer({ min: 1.2e12, max: 1.7e12 }), { minLength: 2 }), (data, moments) => {
        const { scale } = arrange(data, { timeScale: "gaps" });
        const sorted = [...new Set(moments)].sort((a, b) => a - b);
        sorted.forEach((ms, i) => {
          const u = unitsOf(scale, ms);
          expect(Math.abs(momentOf(scale, u) - ms)).toBeLessThan(60);
          if (i > 0) expect(u).toBeGreaterThan(unitsOf(scale, sorted[i - 1]!));
        });
      }),
    );
  });
  it("folds ten years and six months around the five days that matter", () => {
    const { scale } = arrange(story, { timeScale: "gaps" });
    expect(scale.folded!.breaks.map((b) => b.name)).toEqual(["10 years", "6 months"]);
  });
  it("says what is left out, in the summary, in the list and in the lanes", () => {
    const how = { timeScale: "gaps", locale: "en" } as const;
    expect(inWords(story, how)).toContain(
      "Left out, as no date falls in it: 10 years after December 2011 and 6 months after 6 January 2022.",
    );
    const html = renderHTML(story, how);
    expect(html.match(/<p class="datelines-break">Break of 10 years<\/p>/g)).toHaveLength(1);
    expect(/aria-label="Break of 10 years\. [^"]*Police break ranks/.test(html)).toBe(true);
  });
  it("stays as time is where nothing is long and empty, and takes a window in moments", () => {
    const even = { events: [1, 2, 3, 4, 5].map((d) => ({ title: `Day ${d}`, time: `2022-01-0${d}` })) };
    const { scale, view } = arrange(even, { timeScale: "gaps" });
    expect(scale.folded).toBeNull();
    expect(view).toEqual(arrange(even).view);
    const part = arrange(story, { timeScale: "gaps", from: "2022-01-04", to: "2022-01-05" });
    const moments = [part.view.from, part.view.to].map((u) => Math.round(momentOf(part.scale, u)));
    expect(moments).toEqual([Date.UTC(2022, 0, 3, 18), Date.UTC(2022, 0, 5, 18)]);
  });
  it("runs down on narrow screens, its breaks with their names among the dates", () => {
    const layout = place(arrange(story, { timeScale: "gaps", width: 320 }));
    expect(layout.orientation).toBe("vertical");
    expect(layout.breaks.map((b) => b.name)).toEqual(["10 years", "6 months"]);
    for (const { x0, x1, nameX } of layout.breaks) {
      expect(nameX).not.toBeNull();
      expect(nameX!).toBeGreaterThanOrEqual(x0);
      expect(nameX!).toBeLessThanOrEqual(x1);
    }
    expect(renderSVG(story, { timeScale: "gaps", width: 320 })).toContain(">10 years<");
  });
});

it("a tear stops where the words of a link stand, as it does at labels", () => {
  const file = readFileSync(new URL("../../examples/kazakhstan-2022-01.csv", import.meta.url));
  const { data } = read(file, { filename: "story.csv", zone: "Asia/Almaty" });
  let crossed = 0;
  for (let width = 700; width <= 1400; width += 25) {
    const layout = place(arrange(data, { laneBy: "lane", timeScale: "gaps", zoomable: true, width }));
    const tears = draw(layout).nodes.flatMap((n) =>
      n.type === "group" && n.name === "breaks" ? n.children.filter((c) => c.type === "path") : [],
    );
    for (const { label } of layout.links) {
      if (label === null) continue;
      const { x0, x1, y0, y1 } = label.box;
      for (const { d } of tears) {
        const points = d.flatMap((c) => (c[0] === "M" || c[0] === "L" ? [[c[1], c[2]] as const] : []));
        if (!points.some(([x]) => x > x0 && x < x1)) continue;
        crossed++;
        expect(points.filter(([x, y]) => x > x0 && x < x1 && y > y0 && y < y1)).toEqual([]);
      }
    }
  }
  expect(crossed).toBeGreaterThan(3);
});
