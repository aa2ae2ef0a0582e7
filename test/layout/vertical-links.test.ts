import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Layout } from "../../src/layout/layout.js";
import { meet, run, type Rect } from "../../src/layout/rect.js";
import { depthOf } from "../../src/layout/vertical/link-room.js";
import { placeVertical } from "../../src/layout/vertical/place.js";
import { zoomed } from "../../src/layout/view.js";
import { arrange, place, read, type TimelineData, type TimelineEvent } from "../../src/static.js";
import { endsOf, linkedEvents } from "../tools/stories.js";

const load = (name: string): TimelineData =>
  read(readFileSync(new URL(`../../examples/${name}`, import.meta.url)), { filename: name }).data;
const causes = load("kazakhstan-links.json");

interface Solid {
  readonly what: string;
  readonly event: number;
  readonly box: Rect;
}

/** All that is drawn, by its letters and lines. */
function solids({ lanes, periods, arrangement }: Layout): Solid[] {
  const { type, measure } = arrangement;
  const found: Solid[] = [];
  const line = (what: string, event: number, points: readonly (readonly [number, number])[]): void =>
    points.slice(1).forEach((p, k) => void found.push({ what, event, box: run(points[k]!, p) }));
  for (const { items, density } of lanes) {
    for (const { event, mark, y, way } of items) {
      found.push({
        what: "mark",
        event,
        box: { x0: y - 0.3 * type.em, x1: y + 0.3 * type.em, y0: mark.x0, y1: mark.x1 },
      });
      for (const { text, raised = "", font, dy } of way?.lines ?? []) {
        const base = way!.top + dy;
        const box = {
          x0: way!.textX,
          x1: way!.textX + measure(text, font) + measure(raised, { ...font, size: font.size * 0.7 }),
          y0: base - 0.75 * font.size,
          y1: base + 0.2 * font.size,
        };
        found.push({ what: "label", event, box });
      }
      if (way?.elbow !== undefined) line("line to a label", event, way.elbow);
    }
    for (const { x0, x1, count } of density?.bins ?? [])
      if (count > 0)
        found.push({ what: "count", event: -1, box: { x0: density!.y0, x1: density!.y1, y0: x0, y1: x1 } });
  }
  for (const { beside } of periods) {
    if (beside === undefined) continue;
    line("line to a period", -1, beside.elbow);
    for (const { text, x, y, font } of beside.lines)
      found.push({
        what: "period",
        event: -1,
        box: { x0: x, x1: x + measure(text, font), y0: y - 0.7 * font.size, y1: y },
      });
  }
  return found;
}

/** What of a picture's arrows and their words meets what they must not meet, by looking at every pair. */
function faults(layout: Layout): string[] {
  const { links, axis, width, arrangement } = layout;
  const { em } = arrangement.type;
  const all = solids(layout);
  // Boxes that touch may overlap by a rounding.
  const words = links.flatMap((l) => (l.label === null ? [] : [wide(l.label.box, -1e-6)]));
  const ownWords = new Map(links.flatMap((l) => (l.label === null ? [] : [l])).map((l, k) => [l, words[k]]));
  const runs = links.flatMap((link) => link.points.slice(1).map((q, i) => ({ link, r: run(link.points[i]!, q) })));
  const found: string[] = [];
  const inside = (r: Rect): boolean => r.x0 >= 0 && r.x1 <= width && r.y0 >= axis.x0 - 0.01 && r.y1 <= axis.x1 + 0.01;
  for (const { link, r } of runs) {
    if (r.x0 !== r.x1 && r.y0 !== r.y1) found.push("askew");
    if (!inside(r)) found.push("outside");
    // Also of its own labels an arrow strikes no letter through.
    for (const s of all) if (meet(r, s.box)) found.push(`an arrow through a ${s.what}`);
    if (words.some((w) => w !== ownWords.get(link) && meet(r, w))) found.push("through words");
    for (const o of runs)
      if (o.link !== link && (o.r.x0 === o.r.x1) === (r.x0 === r.x1) && meet(r, { ...wide(o.r, 0.44 * em) }))
        found.push("side by side");
  }
  for (const box of words) {
    if (!inside(box)) found.push("words outside");
    for (const s of all) if (meet(box, s.box)) found.push(`words on a ${s.what}`);
    if (words.some((w) => w !== box && meet(box, w))) found.push("words on words");
    if (runs.some(({ r }) => meet(box, r))) found.push("words on an arrow");
  }
  return [...new Set(found)];
}
const wide = (r: Rect, by: number): Rect => ({ x0: r.x0 - by, x1: r.x1 + by, y0: r.y0 - by, y1: r.y1 + by });

const MOST = 14;
const looks = fc.record({
  words: fc.integer({ min: 1, max: 9 }),
  nudge: fc.option(fc.record({ x: fc.integer({ min: -20, max: 90 }), y: fc.integer({ min: -90, max: 90 }) }), {
    nil: undefined,
    freq: 6,
  }),
});
const document = fc
  .tuple(linkedEvents(MOST), fc.array(looks, { minLength: MOST, maxLength: MOST }))
  .map(([list, how]): TimelineData => ({
    zone: "UTC",
    periods: [{ title: "A period", time: "2022-01-04/2022-01-09" }],
    events: list.map((event, i): TimelineEvent => {
      const { words, nudge } = how[i]!;
      const title = Array.from({ length: words }, (_, w) => `word${w * 7 + i}`).join(" ");
      return { ...event, title, ...(nudge === undefined ? {} : { layout: { nudge } }) };
    }),
  }));

describe("links where time runs down", () => {
  it.each(["en", "ru", "kk", "fa"])("have their words beside their arrows on every screen (%s)", (locale) => {
    for (const width of [320, 360, 480, 900])
      for (const zoomable of [false, true]) {
        const layout = place(arrange(causes, { width, locale, zoomable, orientation: "vertical" }));
        expect(faults(layout), `${width} px`).toEqual([]);
        const labelled = layout.linksTold.filter((l) => l.words === "label").length;
        expect(labelled, `${width} px`).toBeGreaterThanOrEqual(width < 360 ? 2 : 5);
      }
  });

  it("are all told of, and touch nothing, in any document and window", () => {
    let [drawn, across] = [0, 0];
    fc.assert(
      fc.property(
        document,
        fc.constantFrom(280, 360, 470, 900, 1300),
        fc.boolean(),
        fc.constantFrom(1, 3),
        fc.constantFrom("time" as const, "relative" as const),
        (data, width, zoomable, factor, timeScale) => {
          const arrangement = arrange(data, { width, zoomable, timeScale, orientation: "vertical" });
          const layout = placeVertical(arrangement, zoomable ? zoomed(arrangement.view, factor) : arrangement.view);
          expect(faults(layout)).toEqual([]);
          const { events } = arrangement.timeline;
          const main = events.flatMap((e, from) =>
            e.links
              .filter((l) => l.main === true)
              .map((l) => ({ from, to: events.findIndex((o) => o.id === l.to), type: l.type }))
              .map((l) => (l.type === "answers" ? { from: l.to, to: l.from } : l)),
          );
          if (main.length > 0) expect(endsOf(layout.linksTold)).toEqual(endsOf(main));
          expect(endsOf(layout.linksTold.filter((l) => l.drawn))).toEqual(endsOf(layout.links));
          drawn += layout.links.length;
          const columnOf = (event: number): number =>
            layout.lanes.findIndex((l) => l.items.some((i) => i.event === event));
          across += layout.links.filter((l) => columnOf(l.from) !== columnOf(l.to)).length;
        },
      ),
      { numRuns: 120 },
    );
    expect(drawn).toBeGreaterThan(150);
    expect(across).toBeGreaterThan(10);
  });

  it("of a picture that nobody asked for take no room from labels", () => {
    const story = load("kazakhstan-2022-01.json");
    const { told } = place(arrange(story, { width: 360, orientation: "vertical" }));
    const alone = place(arrange(story, { width: 360, orientation: "vertical", links: false }));
    expect(told.labels.length).toBe(alone.told.labels.length);
  });

  it("know how many run side by side", () => {
    const link = fc.tuple(fc.nat(12), fc.nat(12)).map(([from, to]) => ({ from, to }));
    fc.assert(
      fc.property(fc.array(link, { maxLength: 12 }), (links) => {
        const past = (at: number): number =>
          links.filter((l) => Math.min(l.from, l.to) < at && Math.max(l.from, l.to) > at).length;
        expect(depthOf(links)).toBe(Math.max(0, ...Array.from({ length: 12 }, (_, k) => past(k + 0.5))));
      }),
    );
  });
});

describe("the story on a phone", () => {
  const story = load("kazakhstan-2022-01.json");
  it.each([352, 375, 414])("counts no event instead of naming it, to make room for lines: %d px", (width) => {
    for (const options of [{ zoomable: true, heading: false }, {}]) {
      const layout = place(arrange(story, { width, orientation: "vertical", ...options }));
      expect(layout.lanes.map((lane) => lane.density?.total ?? 0)).toEqual([0]);
    }
  });
});
