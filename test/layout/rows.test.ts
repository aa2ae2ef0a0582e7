import { describe, expect, it } from "vitest";
import { arrange, place, type TimelineEvent } from "../../src/static.js";

/** Terms of office that all overlap. */
const terms = (n: number): TimelineEvent[] =>
  Array.from({ length: n }, (_, i) => ({
    title: `Member number ${i + 1}`,
    time: `${1950 + (i % 20)}/${1990 + (i % 25)}`,
  }));

const told = (n: number, options: { readonly width: number; readonly height?: number; readonly unit?: "mm" }) => {
  const { lanes, height } = place(arrange({ events: terms(n) }, options));
  return {
    named: lanes[0]!.items.filter((i) => i.way !== null).length,
    counted: lanes[0]!.density?.total ?? 0,
    height,
  };
};

describe("rows of a still picture", () => {
  it("are as many as it takes to name each of what a list would name", () => {
    expect(told(60, { width: 180, unit: "mm" })).toMatchObject({ named: 60, counted: 0 });
    expect(told(40, { width: 960 })).toMatchObject({ named: 40, counted: 0 });
  });
  it("are few of more events, and of a picture whose height is given", () => {
    expect(told(61, { width: 180, unit: "mm" }).counted).toBeGreaterThan(40);
    expect(told(41, { width: 960 }).counted).toBeGreaterThan(20);
    const low = told(40, { width: 960, height: 400 });
    expect(low.height).toBeLessThan(500);
    expect(low.named).toBeLessThan(20);
  });
});
