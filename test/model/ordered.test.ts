import fc from "fast-check";
import { expect, test } from "vitest";
import { ordered } from "../../src/model/ordered.js";

interface Item {
  readonly at: number;
  readonly id: number;
}
const byPlace = (a: Item, b: Item): number => a.at - b.at || a.id - b.id;

test("is the order that sort gives, whether numbers lie evenly, crowd, or are all one", () => {
  const even = fc.integer({ min: -1e6, max: 1e6 });
  const crowded = fc
    .tuple(fc.constantFrom(-8.64e15, 0, 1e12, 8.64e15), fc.integer({ min: 0, max: 40 }))
    .map(([a, b]) => a + b);
  const few = fc.constantFrom(1, 2, 3);
  const any = fc.double({ noNaN: true });
  fc.assert(
    fc.property(fc.oneof(...[even, crowded, few, any].map((n) => fc.array(n, { maxLength: 400 }))), (numbers) => {
      // Ids apart from the order in which they come.
      const items = numbers.map((at, i): Item => ({ at, id: (i * 7919) % 1009 }));
      expect(ordered(items, ({ at }) => at, byPlace)).toEqual(items.toSorted(byPlace));
    }),
  );
});

test("items that are alike stay in the order in which they came", () => {
  const items = Array.from({ length: 500 }, (_, i) => ({ at: i % 10, place: i }));
  const sorted = ordered(
    items,
    ({ at }) => at,
    (a, b) => a.at - b.at,
  );
  expect(sorted).toEqual(items.toSorted((a, b) => a.at - b.at));
});
