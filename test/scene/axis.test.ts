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
  it("names months in one form, the year once and where it begins", () => {
    const all = wideDates("2023-10-01", "2024-05-31", 600);
    expect(all).toEqual(["Oct 2023", "Nov", "Dec", "Jan 2024", "Feb", "Mar", "Apr", "May"]);
    expect(wideDates("2023-10-01", "2024-05-31", 1200).slice(0, 4)).toEqual([
      "October 2023",
      "November",
      "December",
      "January 2024",
    ]);
  });
  it("always says the year: with the second month where the first is cut off, over all months where none has room", () => {
    expect(wideDates("2023-10-28", "2023-12-31", 600)).toEqual(["Oct", "November 2023", "December"]);
    expect(wideDates("2023-10-01", "2024-05-31", 400)).toEqual(["2023", "2024"]);
  });
  it("names days in one form", () => {
    for (const width of [480, 640, 960, 1440]) {
      const days = wideDates("2022-01-02", "2022-01-06", width);
      const form = (d: string) => d.includes("Jan") + "/" + d.includes("day") + "/" + d.includes(",");
      expect(new Set(days.slice(1).map(form)).size).toBe(1);
    }
  });
  it("says the year of days once where nothing else says it, and New Year's", () => {
    for (const width of [480, 640, 960, 1440])
      expect(wideDates("2022-01-02", "2022-01-06", width).map((d) => d.includes("2022"))).toEqual([
        true,
        false,
        false,
        false,
        false,
      ]);
    expect(wideDates("2021-12-30", "2022-01-02", 960)).toEqual([
      "Thursday, 30 December 2021",
      "Friday, 31 December",
      "Saturday, 1 January 2022",
      "Sunday, 2 January",
    ]);
    // What is left of the first day has no room for it.
    expect(wideDates("2022-01-02T22:00", "2022-01-05", 640)[1]).toMatch(/3 Jan.* 2022$/);
  });
  it("leaves the year to the line of what was known, if it is that year", () => {
    const days = (asOf: string): string[] => {
      const data = { zone: "UTC", asOf, events: [{ title: "x", time: "2022-01-02/2022-01-04" }] };
      return texts(draw(place(arrange(data, { width: 960 }))).nodes.filter((n) => n.name === "axis"));
    };
    expect(days("2022-01-06T12:00Z").some((t) => t.includes("2022"))).toBe(false);
    expect(days("2024-03-01T12:00Z").filter((t) => t.includes("2022"))).toHaveLength(1);
  });
  it("has no lines where there is no axis, however it counts time", () => {
    const data = {
      zone: "UTC",
      events: ["2022-01-20", "2022-02-12", "2022-09-03"].map((time) => ({ title: "x", time })),
    };
    let lines = 0;
    for (const timeScale of ["time", "gaps", "sequence", "relative"] as const)
      for (const orientation of ["horizontal", "vertical"] as const) {
        const layout = place(arrange(data, { from: "2022-01-15", to: "2022-10-01", timeScale, orientation }));
        const { x0, x1 } = layout.axis;
        const grid = draw(layout).nodes.find((n) => n.name === "grid");
        for (const node of grid?.type === "group" ? grid.children : []) {
          for (const c of node.type === "path" ? node.d : []) {
            if (c[0] !== "M") continue;
            lines++;
            const at = orientation === "vertical" ? c[2] : c[1];
            expect(at).toBeGreaterThanOrEqual(x0 - 0.5);
            expect(at).toBeLessThanOrEqual(x1 + 0.5);
          }
        }
      }
    expect(lines).toBeGreaterThan(40);
  });
});
