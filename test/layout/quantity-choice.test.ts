import { describe, expect, it } from "vitest";
import { quantityOf } from "../../src/layout/quantity-choice.js";
import {
  arrange,
  draw,
  place,
  renderHTML,
  renderSVG,
  type TimelineData,
  type TimelineOptions,
} from "../../src/static.js";
import type { SceneNode } from "../../src/scene/types.js";

const both = [
  { measure: "killed", said: "a dozen" },
  { measure: "injured", said: "nearly 400" },
];
const data: TimelineData = {
  title: "t",
  zone: "UTC",
  events: [
    { id: "a", title: "Clashes", time: "2022-01-05", importance: 1, quantities: both },
    { id: "b", title: "March", time: "2022-01-06", importance: 1, quantities: [{ measure: "", said: "thousands" }] },
    { id: "c", title: "Before", time: "2021-03-01", quantities: both },
    // So many at once that some are numbered notes.
    ...Array.from({ length: 30 }, (_, i) => ({
      id: `n${i}`,
      title: `Note ${i}`,
      time: "2022-01-05T12:00",
      quantities: both,
    })),
  ],
};
const WINDOW = { from: "2022-01-04", to: "2022-01-07", width: 500 };
const texts = (nodes: readonly SceneNode[]): string[] =>
  nodes.flatMap((n) => (n.type === "group" ? texts(n.children) : n.type === "text" ? [n.text] : []));
const words = (options: TimelineOptions): string =>
  texts(draw(place(arrange(data, { ...WINDOW, ...options }))).nodes).join(" ");

describe("the quantities that labels say", () => {
  const pictures: TimelineOptions[] = [{ orientation: "horizontal" }, { orientation: "vertical" }, { zoomable: true }];
  it.each(pictures)("are all, or those of some measures, or none: %j", (kind) => {
    for (const quantity of [undefined, null, true] as unknown as undefined[])
      expect(words({ ...kind, quantity })).toMatch(/killed: a dozen.*injured: nearly 400/s);
    for (const quantity of ["killed", ["Killed "], [" KILLED", "killed"]]) {
      const said = words({ ...kind, quantity });
      expect(said).toMatch(/killed: a dozen/);
      expect(said).not.toMatch(/injured|thousands/);
    }
    expect(words({ ...kind, quantity: "" })).toMatch(/thousands/);
    expect(words({ ...kind, quantity: false })).not.toMatch(/killed|injured|dozen|thousands/);
  });
  it("are all in lists and names, whatever the labels say", () => {
    const options = { ...WINDOW, quantity: false };
    expect(renderSVG(data, options)).toMatch(/aria-label="[^"]*Clashes[^"]*killed: a dozen[^"]*injured: nearly 400/);
    expect(renderHTML(data, options)).toMatch(/<p>[^<]*killed: a dozen; injured: nearly 400[^<]*<\/p>/);
  });
  it("must be there", () => {
    const told = (quantity: string[]) =>
      arrange(data, { quantity }).timeline.problems.filter((p) => p.code === "W-OPTION");
    expect(told(["killed"])).toEqual([]);
    expect(told(["killed", "wounded"])).toEqual([
      expect.objectContaining({
        path: "options.quantity",
        value: "wounded",
        hint: expect.stringContaining("killed, injured") as string,
      }),
    ]);
    expect(arrange({ events: [] }, { quantity: "killed" }).timeline.problems).toEqual([]);
  });
  it("are written with ; between them", () => {
    expect(quantityOf("killed; injured ;")).toEqual(["killed", "injured"]);
    expect(quantityOf(" None ")).toBe(false);
  });
});
