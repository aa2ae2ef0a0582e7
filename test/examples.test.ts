import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { read, renderSVG, resolve, type TimelineData, type TimelineOptions } from "../src/static.js";
import { contentOf, examples } from "./tools/examples.mjs";

const golden = new URL("golden/", import.meta.url);
const all = examples();

const load = (
  name: string,
): { data: TimelineData; options: TimelineOptions; problems: readonly { severity: string; code: string }[] } => {
  const { file, options, read: how } = all.find((e) => e.name === name)!;
  const { data, problems } = read(contentOf(file), { filename: file, ...how });
  return { data, options, problems };
};

describe.each(all.map((e) => e.name))("%s", (file) => {
  const { data, options, problems } = load(file);
  it("reads without an error", () => expect(problems.filter((p) => p.severity === "error")).toEqual([]));
  it.each([
    ["960", { width: 960 }],
    ["180mm", { width: 180, unit: "mm" }],
  ] as [string, TimelineOptions][])("looks as it was approved at %s", (name, size) => {
    const svg = renderSVG(data, { ...options, ...size });
    const url = new URL(`${file}-${name}.svg`, golden);
    if (process.env["UPDATE_GOLDEN"] !== undefined) {
      mkdirSync(golden, { recursive: true });
      writeFileSync(url, svg);
    }
    // Compared by equality of the whole, shown by its length: a diff of a picture helps nobody.
    expect(
      existsSync(url) && readFileSync(url, "utf8") === svg,
      `${file}-${name}.svg differs: look at it, then npm run golden`,
    ).toBe(true);
  });
});

describe("the Kazakhstan story", () => {
  it("is the same as a table and as a document", () => {
    const t = resolve(load("kazakhstan-2022-01.csv").data, { zone: "Asia/Almaty" });
    const d = resolve(load("kazakhstan-2022-01.json").data);
    const facts = (timeline: typeof t) =>
      timeline.events.map((e) => {
        const { edtf, ...span } = e.span;
        void edtf;
        return {
          id: e.id,
          title: e.title,
          span,
          importance: e.importance,
          actors: e.actors,
          links: e.links,
          lanes: e.lanes.map((l) => timeline.lanes.get(l)!.name),
          category: timeline.categories.get(e.category!)!.name,
          quantities: e.quantities.map((q) => [q.measure, q.said]),
          paths: e.claims.map((c) => c.path.map((s) => s.map((x) => x.name))),
          changes: e.changes,
        };
      });
    expect(facts(t)).toEqual(facts(d));
  });
});
