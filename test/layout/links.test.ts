import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearestFree } from "../../src/layout/link-label.js";
import type { Layout } from "../../src/layout/layout.js";
import { markBox } from "../../src/layout/link-obstacles.js";
import { placeRanked } from "../../src/layout/place-ranked.js";
import { meet, run, type Rect } from "../../src/layout/rect.js";
import { arrange, draw, place, read, toCSV, type TimelineData } from "../../src/static.js";
import { endsOf, linkedEvents } from "../tools/stories.js";

const load = (name: string): TimelineData =>
  read(readFileSync(new URL(`../../examples/${name}`, import.meta.url)), { filename: name }).data;
const story = load("kazakhstan-2022-01.json");
const causes = load("kazakhstan-links.json");

/** What of a picture's arrows and their words meets what they must not meet. */
function faults({ links, lanes, arrangement, plot, axis }: Layout): string[] {
  const { em } = arrangement.type;
  const found: string[] = [];
  const words = links.flatMap((l) => (l.label === null ? [] : [l.label.box]));
  const labels: Rect[] = [];
  for (const { items } of lanes)
    for (const { way, y } of items) {
      if (way === null) continue;
      const left = way.anchor === "start" ? way.textX : way.textX - way.textWidth;
      const [first, last] = [way.lines[0]!, way.lines.at(-1)!];
      labels.push({
        x0: left,
        x1: left + way.textWidth,
        y0: y + way.top + first.dy - 0.75 * first.font.size,
        y1: y + way.top + last.dy + 0.2 * last.font.size,
      });
    }
  for (const { from, to, points, label } of links) {
    points.slice(1).forEach((q, i) => {
      const p = points[i]!;
      if (p[0] !== q[0] && p[1] !== q[1]) found.push("askew");
      const r = run(p, q);
      if (r.x0 < axis.x0 || r.x1 > axis.x1 || r.y0 < plot.y0 || r.y1 > plot.y1) found.push("outside");
      if (labels.some((l) => meet(r, l))) found.push("through a label");
      if (words.some((w) => w !== label?.box && meet(r, w))) found.push("through words");
      for (const { items } of lanes)
        for (const item of items)
          if (item.event !== from && item.event !== to && meet(r, markBox(item, em))) found.push("through a mark");
    });
    if (label === null) continue;
    const { box } = label;
    if (labels.some((l) => meet(box, l))) found.push("words on a label");
    if (words.some((w) => w !== box && meet(box, w))) found.push("words on words");
    if (links.some((l) => l.points.slice(1).some((q, i) => meet(box, run(l.points[i]!, q)))))
      found.push("words on an arrow");
    for (const { items } of lanes)
      for (const item of items) if (meet(box, markBox(item, em))) found.push("words on a mark");
  }
  return found;
}

const document = linkedEvents(12).map((events): TimelineData => ({ zone: "UTC", events }));

describe("links", () => {
  it.each(["en", "ru", "kk", "fa"])("touch nothing, in still pictures and in those that move (%s)", (locale) => {
    let drawn = 0;
    for (const data of [story, causes])
      for (const width of [520, 800, 1200])
        for (const zoomable of [false, true]) {
          const layout = place(arrange(data, { width, locale, zoomable }));
          expect(faults(layout), `${width} px`).toEqual([]);
          drawn += layout.links.length;
        }
    expect(drawn).toBeGreaterThan(25);
  });

  it("are all told of, and touch nothing, in any document", () => {
    let told = 0;
    fc.assert(
      fc.property(document, fc.constantFrom(400, 640, 1100), fc.boolean(), (data, width, zoomable) => {
        const layout = place(arrange(data, { width, zoomable }));
        const { events } = layout.arrangement.timeline;
        if (layout.orientation === "horizontal") expect(faults(layout)).toEqual([]);
        const main = events.flatMap((e, from) =>
          e.links
            .filter((l) => l.main === true)
            .map((l) => ({ from, to: events.findIndex((o) => o.id === l.to), type: l.type }))
            .map((l) => (l.type === "answers" ? { from: l.to, to: l.from } : l)),
        );
        if (main.length > 0) expect(endsOf(layout.linksTold)).toEqual(endsOf(main));
        expect(endsOf(layout.linksTold.filter((l) => l.drawn))).toEqual(endsOf(layout.links));
        // What is in no label and no legend is in the list.
        const listed = layout.foot.links.map(({ events: [from, to] }) => ({ from, to }));
        const noted = layout.linksTold.filter((l) => l.words === "note");
        if (!zoomable) expect(endsOf(listed)).toEqual(endsOf(noted));
        for (const l of noted) {
          // Two events may be linked more than once.
          const both = layout.foot.links.filter((f) => f.events[0] === l.from && f.events[1] === l.to);
          const texts = both.map((f) => f.lines.map((line) => line.text).join(" "));
          expect(texts.filter((t) => t.includes(l.word)).length).toBeGreaterThan(0);
        }
        told += layout.linksTold.length;
      }),
      { numRuns: 40 },
    );
    expect(told).toBeGreaterThan(40);
  });

  it("of the selected event are drawn beside the main ones, and are darker", () => {
    const arrangement = arrange(story, { width: 1200, zoomable: true });
    const { events } = arrangement.timeline;
    const selected = events.findIndex((e) => e.id === "aktau-crowd");
    const layout = placeRanked(arrangement, arrangement.view, selected);
    expect(layout.links.length).toBeGreaterThan(1);
    for (const l of layout.links) {
      expect([l.from, l.to]).toContain(selected);
      expect(l.chosen).toBe(true);
    }
    // It has one link, and two others lead to it.
    expect(layout.linksTold.length).toBe(3);
  });

  it("have the document's own words, or those of the language, beside their arrows", () => {
    const texts = (locale: string): string =>
      JSON.stringify(draw(place(arrange(causes, { width: 960, locale }))).nodes);
    expect(texts("en")).toContain("set off protests");
    expect(texts("en")).toContain("in response");
    expect(texts("ru")).toContain("стало поводом");
    expect(texts("ru")).toContain("в ответ");
  });

  it("cost nothing where there are none: no option changes the picture", () => {
    const data = { zone: "UTC", events: [{ title: "A", time: "2022" }] };
    const of = (links: boolean): string => JSON.stringify(draw(place(arrange(data, { links }))).nodes);
    expect(of(true)).toBe(of(false));
  });

  it("are main ones in a table by an exclamation mark, both ways", () => {
    const csv = 'id,title,start,link\r\na,A,2022,"causes!:b; answers:b"\r\nb,B,2023,\r\n';
    const { data } = read(csv, { filename: "a.csv" });
    expect(data.events[0]!.links).toEqual([
      { type: "causes", to: "b", main: true },
      { type: "answers", to: "b" },
    ]);
    expect(toCSV(data)).toBe(csv);
  });
});

describe("nearestFree", () => {
  it("is the nearest free place, as going over all of them shows", () => {
    const box = fc
      .tuple(fc.nat(30), fc.nat(6), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 4 }))
      .map(([x0, y0, w, h]): Rect => ({ x0, y0, x1: x0 + w, y1: y0 + h }));
    fc.assert(
      fc.property(fc.array(box, { maxLength: 8 }), fc.nat(30), fc.integer({ min: 1, max: 6 }), (taken, wish, size) => {
        const bounds = { x0: 0, y0: 0, x1: 36, y1: 10 };
        const at = (x: number): Rect => ({ x0: x, x1: x + size, y0: 2, y1: 4 });
        const free = Array.from({ length: 37 }, (_, x) => x).filter(
          (x) => x + size <= 36 && !taken.some((t) => meet(at(x), t)),
        );
        const naive = free.length === 0 ? null : Math.min(...free.map((x) => Math.abs(x - wish)));
        const found = nearestFree(wish, [0, 36], at(0), true, taken, bounds);
        expect(found === null ? null : Math.abs(found - wish)).toBe(naive);
      }),
      { numRuns: 300 },
    );
  });
});
