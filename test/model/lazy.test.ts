import { expect, test } from "vitest";
import { arrange } from "../../src/layout/arrange.js";
import { place } from "../../src/layout/place.js";
import { lazy } from "../../src/model/lazy.js";
import { draw } from "../../src/scene/draw.js";

const lazySum = lazy<{ sum: number; count: number }>("sum", "count");

test("is made once, when it is asked for, and is then a field like any other", () => {
  let made = 0;
  const row = lazySum({ a: 1, b: 2 }, () => {
    made++;
    return { sum: 3, count: 2 };
  });
  expect(Object.keys(row)).toEqual(["a", "b", "sum", "count"]);
  expect(made).toBe(0);
  expect([row.sum, row.count, row.sum, made]).toEqual([3, 2, 3, 1]);
  const one = (): { sum: number; count: number } => ({ sum: 1, count: 1 });
  expect(JSON.stringify(lazySum({ a: 1 }, one))).toBe('{"a":1,"sum":1,"count":1}');
  expect({ ...lazySum({ a: 1 }, one) }).toEqual({ a: 1, sum: 1, count: 1 });
});

test("all layouts, and all scenes, share one getter: with one of its own each would be kept long after its time", () => {
  const getters = (object: object): unknown[] =>
    Object.values(Object.getOwnPropertyDescriptors(object)).flatMap(({ get }) => (get === undefined ? [] : [get]));
  const data = { title: "", events: [{ title: "Rally", time: "2022-01-05" }] };
  for (const options of [{}, { zoomable: true }, { orientation: "vertical" }] as const) {
    const layouts = [1, 2].map(() => place(arrange(data, { width: 600, ...options })));
    expect(getters(layouts[0]!).length).toBeGreaterThan(0);
    expect(getters(layouts[0]!)).toEqual(getters(layouts[1]!));
    const scenes = layouts.map((layout) => draw(layout));
    expect(getters(scenes[0]!)).toHaveLength(1);
    expect(getters(scenes[0]!)[0]).toBe(getters(scenes[1]!)[0]);
  }
});
