import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
// @ts-expect-error it has no types
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import {
  arrange,
  describe as summary,
  draw,
  paintSVG,
  place,
  read,
  renderHTML,
  renderSVG,
  type TimelineData,
  type TimelineEvent,
  type TimelineOptions,
} from "../../src/static.js";
import { pathData } from "../../src/paint/attributes.js";
import type { PathCommand } from "../../src/scene/types.js";

const dir = new URL("../../examples/", import.meta.url);
const story = JSON.parse(readFileSync(new URL("kazakhstan-2022-01.json", dir), "utf8")) as TimelineData;
const parse = (svg: string): Document => {
  const { document } = new JSDOM(svg, { contentType: "image/svg+xml" }).window;
  expect(document.querySelector("parsererror")).toBeNull();
  return document;
};
const all = (d: Document, name: string): string[] =>
  [...d.querySelectorAll(`[data-${name}]`)].map((e) => e.getAttribute(`data-${name}`)!);

/** Labels, notes, counts and what lies outside cover every event. */
function covers(data: TimelineData, options: TimelineOptions): void {
  const layout = place(arrange(data, options));
  const d = parse(paintSVG(draw(layout, options)));
  const ids = layout.arrangement.timeline.events.map((e) => e.id);
  const named = new Set([...all(d, "label"), ...all(d, "note").flatMap((n) => n.split(" "))]);
  const outside = new Set(layout.told.outside);
  const sum = (name: string): number => all(d, name).reduce((s, n) => s + Number(n), 0);
  const rest = ids.filter((id) => !named.has(id) && !outside.has(id));
  expect(sum("count")).toBeGreaterThanOrEqual(rest.length);
  expect(sum("outside")).toBeGreaterThanOrEqual(outside.size);
  for (const id of ids) expect(named.has(id) || outside.has(id) || layout.told.counted.includes(id), id).toBe(true);
}

describe("the picture", () => {
  it("keeps its contract", () => {
    const d = parse(renderSVG(story));
    const root = d.documentElement;
    expect(root.getAttribute("role")).toBe("graphics-document document");
    expect(d.querySelector("title")!.textContent).toBe("Five days that shook Kazakhstan");
    expect(d.querySelector("desc")!.textContent).toContain("18 events");
    expect(root.getAttribute("viewBox")).toMatch(/^0 0 960 \d/);
    for (const e of d.querySelectorAll("*")) {
      expect(["svg", "title", "desc", "g", "rect", "line", "path", "text", "tspan"]).toContain(e.tagName);
      for (const a of e.attributes) expect(a.name).not.toMatch(/^on|^style$|href$/);
    }
    expect(new Set(all(d, "label")).size + all(d, "outside").length).toBe(18);
    for (const g of d.querySelectorAll("[data-event]"))
      expect(g.getAttribute("aria-label")!.length).toBeGreaterThan(20);
    expect(all(d, "lane")).toEqual(["country", "west", "several", "almaty", "abroad"]);
  });
  it("says what is uncertain in words", () => {
    const svg = renderSVG(story);
    expect(svg).toContain("by 2 January 2022: Price of motor fuel gas rises suddenly");
    expect(svg).toContain(
      "the night from Sunday to Monday (at some time between 2 January 2022, 19:00 and 3 January 2022, 07:00)",
    );
    expect(svg).toContain("injured: more than 1,000");
    expect(svg).toContain("Ajar Guiniat, deputy health minister, via Khabar-24, Interfax and TASS");
    expect(svg).toContain("updated 13:50");
    expect(svg).toContain(
      "As known 6 January 2022, 18:50 in Almaty (13:50 Paris). Almaty time, UTC+6; Aktau is 1 hour behind",
    );
  });
  it("loses no event, in any example, at any width and window", () => {
    for (const file of readdirSync(dir).filter((f) => /\.(csv|json)$/.test(f) && !f.includes(".options."))) {
      const { data } = read(readFileSync(new URL(file, dir)), { filename: file });
      for (const width of [320, 640, 1440]) covers(data, { width });
      covers(data, { unit: "mm", width: 82, notes: 3 });
    }
    for (const [from, to] of [
      ["2022-01-03", "2022-01-04"],
      ["2022-01-06", "2022-01-06"],
      ["2011", "2022"],
      ["2030", "2031"],
    ] as const)
      covers(story, { from, to });
  });
  it("draws what nobody foresaw: nothing, one, many at once, hours and ages", () => {
    const many = Array.from({ length: 500 }, (_, i) => ({ title: `Event ${i}`, time: "2022-01-05" }));
    for (const events of [
      [],
      [{ title: "A", time: "2022" }],
      many,
      [
        { title: "A", time: 0 },
        { title: "B", time: 1 },
      ],
      [
        { title: "Big Bang", time: "Y-13800000000" },
        { title: "Now", time: "2022" },
      ],
    ] as TimelineEvent[][]) {
      const svg = renderSVG({ events });
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      covers({ events }, {});
    }
  });
  it("is the same for the same input, in any order of rows", () => {
    const svg = renderSVG(story);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...story.events], { minLength: story.events.length }),
        (events) => renderSVG({ ...story, events }) === svg,
      ),
      { numRuns: 15 },
    );
    const ucdp = read(readFileSync(new URL("ucdp-conflict.csv", dir)), { filename: "a.csv" }).data;
    expect(renderSVG({ ...ucdp, events: [...ucdp.events].reverse() }, { laneBy: "place" })).toBe(
      renderSVG(ucdp, { laneBy: "place" }),
    );
  });
  it("lets nothing from data become markup", () => {
    const evil = [
      "<script>window.__pwn=1</script>",
      '"><svg onload=alert(1)>',
      "]]></text><h1>x</h1>",
      "</style><style>*{}",
      "\u0000\ud800\u202e",
      "&lt;b&gt;",
    ];
    const keys = ["title", "summary", "category", "actors", "note", "said"] as const;
    for (const text of evil) {
      const data = {
        title: text,
        description: text,
        credit: text,
        lanes: [{ id: "l", name: text }],
        places: [{ id: "p", name: text }],
        events: [
          {
            id: text,
            title: `${text} `,
            summary: text,
            category: text,
            actors: [text],
            lanes: ["l"],
            places: ["p"],
            time: { at: "2022", said: text },
            quantities: [{ measure: text, said: text }],
            claims: [{ path: [text] }],
            urls: [text],
            links: [{ type: text, to: text }],
            language: text,
          },
        ],
      } as unknown as TimelineData;
      const d = parse(renderSVG(data));
      expect(d.querySelector("script, h1, style, image, a, foreignObject")).toBeNull();
      const { document } = new JSDOM(renderHTML(data)).window;
      expect(document.querySelector("script, h1, style, iframe, img")).toBeNull();
      for (const e of document.querySelectorAll("*"))
        for (const a of e.attributes) expect(a.name).not.toMatch(/^on|^style$/);
    }
    expect(keys.length).toBeGreaterThan(0);
  });
  it("mirrors for right to left, with every text in an isolate", () => {
    const d = parse(renderSVG(story, { locale: "fa" }));
    expect(d.documentElement.getAttribute("lang")).toBe("fa");
    for (const t of d.querySelectorAll("text")) expect(t.textContent).toMatch(/^[\u2066\u2067].*\u2069$/u);
    const isolate = (words: string): string | undefined =>
      [...d.querySelectorAll("text")].find((t) => t.textContent.slice(1).startsWith(words))?.textContent[0];
    expect(isolate("آلماتی")).toBe("\u2067");
    expect(isolate("a\u2069")).toBe("\u2066");
    expect(renderSVG(story, { locale: "fa", direction: "ltr" })).not.toContain("\u2067");
  });
  it("uses only colours of the theme, in mono only greys", () => {
    for (const [, color] of renderSVG(story, { theme: "mono" }).matchAll(/(?:fill|stroke)="(#[0-9a-f]+)"/g))
      expect(color).toMatch(/^#(..)\1\1$/);
    expect(renderSVG(story, { theme: { base: "dark", ink: "red;}" } })).not.toContain("red;}");
  });
  it("lets nothing of a caller's layer become markup, whatever its types say", () => {
    const evil = '"><script>alert(1)</script>' as never;
    const paint = { fill: evil, stroke: evil, strokeWidth: evil, dash: [evil], lineCap: evil, lineJoin: evil };
    const nodes = [
      { type: "rect", x: evil, y: evil, width: evil, height: evil, radius: evil, ...paint },
      { type: "line", x1: evil, y1: evil, x2: evil, y2: evil, ...paint },
      { type: "path", d: [[evil, evil, evil], ["H", evil], [evil, evil], ["C", evil], ["Z"]], ...paint },
      { type: "text", x: evil, y: evil, size: evil, weight: evil, anchor: evil, text: evil, ...paint },
    ] as never;
    const svg = renderSVG(story, { layers: { mine: () => nodes } });
    expect(svg).not.toContain("<script");
  });
  it("takes layers of the caller's, replaced, left out and added", () => {
    const svg = renderSVG(story, {
      layers: {
        credit: null,
        mine: ({ layout }) => [{ type: "line", x1: 0, y1: 0, x2: layout.width, y2: 0, stroke: "#123456" }],
      },
    });
    expect(svg).toContain('class="datelines-mine"');
    expect(svg).not.toContain('class="datelines-credit"');
    expect(() => renderSVG(story, { layers: { mine: 5 as never } })).toThrow(TypeError);
  });
  it("obeys the editor's hand", () => {
    const events = Array.from({ length: 30 }, (_, i) => ({
      id: `e${i}`,
      title: `A rather long title of event ${i}`,
      time: "2022-01-05T10:00",
      importance: 3 as const,
      ...(i === 7 ? { layout: { hide: true } } : i === 29 ? { importance: 5 as const, layout: { pin: true } } : {}),
    }));
    const d = parse(renderSVG({ events }, { width: 500 }));
    expect(all(d, "label")).toContain("e29");
    expect(all(d, "note")).toContain("e7");
    const side = place(arrange([{ title: "A", time: "2022-01-05T10:00", layout: { side: "left" } }])).lanes[0]!
      .items[0]!.way!;
    expect(side.side).toBe("left");
    const moved = place(arrange([{ title: "A", time: "2022-01-05T10:00", layout: { nudge: { x: 40, y: 30 } } }]))
      .lanes[0]!.items[0]!.way!;
    expect(moved.leader).toBeDefined();
  });
  it("is plain JSON between layout and paint", () => {
    const scene = draw(place(arrange(story)));
    expect(paintSVG(JSON.parse(JSON.stringify(scene)) as typeof scene)).toBe(paintSVG(scene));
  });
  it("measures print in millimetres", () => {
    const root = parse(renderSVG(story, { unit: "mm", width: 82 })).documentElement;
    expect(root.getAttribute("width")).toBe("82mm");
    expect(Number(root.getAttribute("viewBox")!.split(" ")[2])).toBeCloseTo((82 * 72) / 25.4, 1);
  });
});

describe("paths", () => {
  it("write rectangles by their sides, each as it is, however like the one before", () => {
    const R = (...r: [number, number, number, number]): PathCommand => ["R", ...r];
    expect(pathData([R(0, 5, 4, 9), R(10, 3.25, 14, 7.25), R(20, 3, 24, 7.5), ["M", 1, 2], R(30, 3, 34, 7.5)])).toBe(
      "M0 5h4v4h-4ZM10 3.25h4v4h-4ZM20 3h4v4.5h-4ZM1 2M30 3h4v4.5h-4Z",
    );
    expect(pathData([R(0, 5, 0, 5), R(4, 4, 2, 8)])).toBe("M0 5h0v0h0ZM4 4h-2v4h2Z");
  });
});

describe("the page", () => {
  it("lists every event, with sources and links in words", () => {
    const { document } = new JSDOM(renderHTML(story)).window;
    const items = [...document.querySelectorAll("ol.datelines-list > li")];
    expect(items).toHaveLength(18);
    const text = items.find((i) => i.getAttribute("data-event") === "peacekeepers")!.textContent;
    expect(text).toContain("answers: Tokayev calls the CSTO");
    expect(text).toContain("Maria Zakharova");
    expect(document.querySelector("figure")!.getAttribute("aria-labelledby")).toBe(document.querySelector("h2")!.id);
    expect(document.querySelectorAll("svg")).toHaveLength(1);
  });
});

describe("the summary", () => {
  it("says what, how much, where it gathers, and how well it is known", () => {
    expect(summary(story)).toBe(
      "Timeline of 18 events in 5 lanes, from 2 January 2022 to 6 January 2022: Whole country, The west, Several regions, Almaty and Abroad. Outside of this window: 1 event. Most events, 7 of 18, fall on 6 January 2022. Times that are not exactly known: 11 of 18. As known 6 January 2022, 18:50 in Almaty (13:50 Paris). Almaty time, UTC+6; Aktau is 1 hour behind.",
    );
  });
});

describe("a picture of nothing", () => {
  it("says so, and has no dates that are nobody's", () => {
    for (const options of [{}, { locale: "ru" }, { orientation: "vertical" as const }, { zoomable: true }]) {
      const svg = renderSVG([], { title: "Nothing yet", ...options });
      expect(svg).not.toMatch(/00:00|1970|January|января/);
      expect(svg).toContain(options.locale === "ru" ? ">Нет событий<" : ">No events<");
    }
    expect(renderSVG([], { from: "2022-01-02", to: "2022-01-07" })).toContain("January");
    expect(renderSVG({ events: [], periods: [{ title: "P", time: "2022-01-03/2022-01-05" }] })).toContain("January");
  });
});
