import { describe, expect, it } from "vitest";
import { arrange, draw, place } from "../../src/static.js";
import type { SceneNode } from "../../src/scene/types.js";

const texts = (nodes: readonly SceneNode[]): string[] =>
  nodes.flatMap((n) => (n.type === "group" ? texts(n.children) : n.type === "text" ? [n.text] : []));

/** The wide dates of an axis over two years, as they are written. */
function wideDates(from: string, to: string, width: number): string[] {
  const scene = draw(place(arrange({ zone: "UTC", events: [{ title: "x", time: from }] }, { from, to, width })));
  const axis = scene.nodes.find((n) => n.name === "axis");
  return axis?.type === "group" ? texts(axis.children.filter((n) => n.type === "text" && n.weight === 700)) : [];
}

describe("the axis", () => {
  it("names months in one form, the year where it begins", () => {
    const all = wideDates("2023-10-01", "2024-05-31", 520);
    expect(all).toEqual(["Oct 2023", "Nov", "Dec", "Jan 2024", "Feb", "Mar", "Apr", "May"]);
    expect(wideDates("2023-10-01", "2024-05-31", 1200).at(1)).toBe("November 2023");
  });
  it("names days in one form", () => {
    for (const width of [480, 640, 960, 1440]) {
      const days = wideDates("2022-01-02", "2022-01-06", width);
      expect(new Set(days.map((d) => d.includes("Jan") + "/" + d.includes("day") + "/" + d.includes(","))).size).toBe(
        1,
      );
    }
  });
});
