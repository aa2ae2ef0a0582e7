import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { arrange, place, read } from "../../src/static.js";

const file = new URL("../../examples/kazakhstan-2022-01.json", import.meta.url);
const { data } = read(readFileSync(file), { filename: "kazakhstan-2022-01.json" });

describe("links", () => {
  it.each(["en", "ru", "kk", "fa"])("run along or across the axis, never askew (%s)", (locale) => {
    let routes = 0;
    for (let width = 320; width <= 1440; width += 40) {
      for (const { points } of place(arrange(data, { width, locale })).links) {
        routes++;
        points.slice(1).forEach(([x, y], i) => {
          const [x0, y0] = points[i]!;
          expect(x === x0 || y === y0, `${width} px: ${x0},${y0} to ${x},${y}`).toBe(true);
        });
      }
    }
    expect(routes).toBeGreaterThan(20);
  });
});
