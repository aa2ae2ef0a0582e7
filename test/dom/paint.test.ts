import fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { painter } from "../../src/browser/paint.js";
import { arrange } from "../../src/layout/arrange.js";
import { place } from "../../src/layout/place.js";
import { panned, zoomed, type View } from "../../src/layout/view.js";
import { paintSVG } from "../../src/paint/svg.js";
import { read } from "../../src/read/read.js";
import { draw } from "../../src/scene/draw.js";
import type { Scene, SceneNode, Semantics } from "../../src/scene/types.js";
import type { TimelineOptions } from "../../src/static.js";

const examples = path.resolve(import.meta.dirname, "../../examples");
const files = readdirSync(examples).filter((f) => /\.(?:csv|json)$/.test(f) && !f.endsWith(".options.json"));

type Tree = readonly [name: string, attributes: readonly (readonly [string, string])[], children: readonly unknown[]];
const tree = (element: Element): Tree => [
  element.localName,
  [...element.attributes]
    .filter((a) => a.name !== "xmlns" && a.name !== "tabindex")
    .map((a) => [a.name, a.value] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1)),
  [...element.childNodes].map((n) => (n.nodeType === 1 ? tree(n as Element) : n.nodeValue)),
];
/** Texts that stand side by side are one text in a file. */
const normal = (t: Tree): Tree => {
  const children: unknown[] = [];
  for (const c of t[2]) {
    if (typeof c === "string" && typeof children.at(-1) === "string") children.push((children.pop() as string) + c);
    else children.push(Array.isArray(c) ? normal(c as unknown as Tree) : c);
  }
  return [t[0], t[1], children];
};
const parsed = (svg: string): Element => new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
const live = (): SVGSVGElement => document.createElementNS("http://www.w3.org/2000/svg", "svg");

const VIEWS: readonly ((v: View) => View)[] = [
  (v) => v,
  (v) => zoomed(v, 3),
  (v) => panned(zoomed(v, 3), 0.4),
  (v) => zoomed(v, 0.4),
  (v) => panned(v, -0.7),
  (v) => v,
];

describe.each(files)("%s", (file) => {
  const { data } = read(readFileSync(path.join(examples, file)), { filename: file });
  it.each<[string, TimelineOptions]>([
    ["ltr", {}],
    ["zoomable", { zoomable: true, width: 700 }],
    ["rtl", { zoomable: true, locale: "fa", theme: "dark" }],
  ])("is the same document live as in a string, first and after changes (%s)", (_, options) => {
    const arrangement = arrange(data, options);
    const paint = painter(live());
    for (const view of VIEWS) {
      const scene = draw(place(arrangement, view(arrangement.view)), options);
      paint.paint(scene);
      expect(normal(tree(paint.svg))).toEqual(normal(tree(parsed(paintSVG(scene)))));
    }
  });
  it("takes over what a string painted without touching it", () => {
    const scene = draw(place(arrange(data, { zoomable: true })));
    const svg = document.importNode(parsed(paintSVG(scene)), true) as unknown as SVGSVGElement;
    document.body.append(svg);
    const elements = [...svg.querySelectorAll("*")];
    const before = svg.outerHTML;
    const paint = painter(svg);
    expect(paint.adopt(scene)).toBe(true);
    paint.paint(scene);
    expect(svg.outerHTML.replaceAll(' tabindex="-1"', "")).toBe(before);
    expect([...svg.querySelectorAll("*")]).toEqual(elements);
  });
});

describe("painter", () => {
  const scene = (nodes: Scene["nodes"]): Scene => ({
    width: 100,
    height: 50,
    unit: "px",
    title: "T",
    description: "D",
    language: "en",
    direction: "ltr",
    fontFamily: "sans-serif",
    idPrefix: "t",
    roleDescription: "timeline",
    problems: [],
    nodes,
  });
  const dot = (key: string, x: number) =>
    ({ type: "group", key, children: [{ type: "rect", x, y: 0, width: 1, height: 1, fill: "#000000" }] }) as const;
  it("paints over a picture that runs the other way as if it were the first", () => {
    const svg = live();
    const { paint } = painter(svg);
    const events = [{ title: "The same in both", time: "2022-01-05" }];
    for (const direction of ["ltr", "rtl", "ltr", "rtl"] as const) {
      const scene = draw(place(arrange(events, { direction })));
      paint(scene);
      expect(normal(tree(svg))).toEqual(normal(tree(parsed(paintSVG(scene)))));
    }
  });
  it("keeps the elements of nodes with a key, wherever they stand", () => {
    const p = painter(live());
    p.paint(scene([{ type: "group", children: [dot("a", 1), dot("b", 2), dot("c", 3)] }]));
    const [a, b, c] = [...p.svg.querySelectorAll("g g")];
    p.paint(scene([{ type: "group", children: [dot("c", 9), dot("d", 4), dot("a", 1)] }]));
    const now = [...p.svg.querySelectorAll("g g")];
    expect(now[0]).toBe(c);
    expect(now[2]).toBe(a);
    expect(b!.isConnected).toBe(false);
    expect(c!.firstElementChild!.getAttribute("x")).toBe("9");
  });
  it("paints any list over any other as if it were the first, and keeps the elements of what stays", () => {
    const list = fc.uniqueArray(
      fc.record({
        key: fc.constantFrom("a", "b", "c", "d", "e", "f"),
        x: fc.nat(3),
        named: fc.boolean(),
        plain: fc.boolean(),
      }),
      { selector: (n) => n.key, maxLength: 6 },
    );
    type Some = { key: string; x: number; named: boolean; plain: boolean };
    const sceneOf = (nodes: readonly Some[], keyed: boolean): Scene => ({
      ...scene([]),
      nodes: nodes.map(({ key, x, named, plain }): SceneNode => {
        const own = { ...(keyed ? { key } : {}), event: key, ...(named ? { label: key } : {}) };
        if (plain && !keyed) return { type: "line", ...own, x1: x, y1: 0, x2: 1, y2: 1 };
        return {
          type: "group",
          ...own,
          x,
          y: 0,
          children: named ? [{ type: "line", x1: x, y1: 0, x2: 1, y2: 1 }] : [],
        };
      }),
    });
    fc.assert(
      fc.property(fc.array(list, { minLength: 1, maxLength: 5 }), fc.boolean(), (lists, keyed) => {
        const { svg, paint } = painter(live());
        let before = new Map<string, Element>();
        for (const nodes of lists) {
          paint(sceneOf(nodes, keyed));
          const other = painter(live());
          other.paint(sceneOf(nodes, keyed));
          expect(normal(tree(svg))).toEqual(normal(tree(other.svg)));
          const now = new Map([...svg.querySelectorAll("[data-event]")].map((e) => [e.getAttribute("data-event")!, e]));
          if (keyed) for (const [key, element] of now) expect(before.get(key) ?? element).toBe(element);
          before = now;
        }
      }),
    );
  });
  it("paints all that is said of a group which has moved, too", () => {
    // Required: a field more of nodes asks for a line more here.
    const said: Required<Omit<Semantics, "key">> = {
      name: "mark",
      role: "listitem",
      label: "Curfew",
      position: [2, 3],
      event: "e",
      labelOf: "e",
      noteOf: ["e", "f"],
      count: 2,
      outside: 3,
      lane: "almaty",
      language: "kk",
      hidden: true,
    };
    const group = (x: number, own: Partial<Semantics>): Scene =>
      scene([{ type: "group", key: "a", x, y: 0, children: [], ...own }]);
    for (const [name, value] of Object.entries(said)) {
      for (const [before, after] of [
        [{}, { [name]: value }],
        [{ [name]: value }, {}],
      ]) {
        const { svg, paint } = painter(live());
        paint(group(0, before!));
        paint(group(1, after!));
        const fresh = painter(live());
        fresh.paint(group(1, after!));
        expect(tree(svg), name).toEqual(tree(fresh.svg));
      }
    }
  });
  it("takes attributes away that a node has no more", () => {
    const p = painter(live());
    p.paint(
      scene([
        { type: "group", children: [{ type: "rect", x: 0, y: 0, width: 1, height: 1, fill: "#000000", dash: [1] }] },
      ]),
    );
    p.paint(
      scene([{ type: "group", children: [{ type: "rect", x: 0, y: 0, width: 1, height: 1, stroke: "#000000" }] }]),
    );
    const rect = p.svg.querySelector("rect")!;
    expect(rect.getAttributeNames().sort()).toEqual(["height", "stroke", "width", "x", "y"]);
  });
  it("does not take over another picture", () => {
    const p = painter(live());
    expect(p.adopt(scene([dot("a", 1)]))).toBe(false);
  });
});
