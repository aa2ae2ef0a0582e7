import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stems, type Led } from "../../src/layout/vertical/stems.js";

const ROOM = { x0: 10, x1: 40, em: 12 };
type Point = readonly [number, number];

/** The line from a mark at the left to its label at the right, as it is drawn. */
const pathOf = ({ anchor, beside }: Led, stem: number | null): Point[] => [
  [0, anchor],
  [stem ?? ROOM.x0, anchor],
  [stem ?? ROOM.x1, beside],
  [45, beside],
];

const side = ([ax, ay]: Point, [bx, by]: Point, [x, y]: Point): number =>
  Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));
/** Whether two segments have a point in common. */
function touch(a: Point, b: Point, c: Point, d: Point): boolean {
  if (side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b)) return true;
  const within = (p: Point, q: Point, r: Point): boolean =>
    side(p, q, r) === 0 &&
    r[0] >= Math.min(p[0], q[0]) &&
    r[0] <= Math.max(p[0], q[0]) &&
    r[1] >= Math.min(p[1], q[1]) &&
    r[1] <= Math.max(p[1], q[1]);
  return within(a, b, c) || within(a, b, d) || within(c, d, a) || within(c, d, b);
}
const meets = (p: readonly Point[], q: readonly Point[]): boolean =>
  p.slice(1).some((b, i) => q.slice(1).some((d, k) => touch(p[i]!, b, q[k]!, d)));

/** Marks in order, several of them at one moment, and labels under each other. */
const lines = fc
  .array(fc.tuple(fc.constantFrom(0, 0, 3, 9, 40, 120), fc.integer({ min: 15, max: 60 })), {
    minLength: 1,
    maxLength: 16,
  })
  .chain((steps) =>
    fc.integer({ min: -150, max: 100 }).map((first) => {
      let [anchor, beside] = [0, first];
      return steps.map(([step, height]): Led => ({ anchor: (anchor += step), beside: (beside += height) }));
    }),
  );

describe("stems", () => {
  it("cross and touch no line of another moment, whatever stands where", () => {
    let upright = 0;
    fc.assert(
      fc.property(lines, (all) => {
        const found = stems(all, ROOM);
        upright += found.filter((x) => x !== null).length;
        const paths = all.map((line, k) => pathOf(line, found[k]!));
        all.forEach((a, i) => {
          expect(found[i] === null || (found[i]! >= ROOM.x0 - 1e-9 && found[i]! <= ROOM.x1 + 1e-9)).toBe(true);
          for (let k = i + 1; k < all.length; k++) {
            if (all[k]!.anchor - a.anchor < 0.5) expect(found[k]).toBe(found[i]);
            else expect(meets(paths[i]!, paths[k]!), `${i} and ${k} of ${JSON.stringify(all)}`).toBe(false);
          }
        });
      }),
      { numRuns: 400 },
    );
    expect(upright).toBeGreaterThan(500);
  });

  it("are one for all of a moment, and none where lines are few and go no long way", () => {
    const at = (anchor: number, ...besides: number[]): Led[] => besides.map((beside) => ({ anchor, beside }));
    expect(stems([...at(0, 0), ...at(30, 40)], ROOM)).toEqual([null, null]);
    expect(stems(at(100, 60, 80, 100, 120), ROOM)).toEqual([40, 40, 40, 40]);
    // Upward the later one stands nearer to the labels, downward the earlier one.
    const [first, second] = stems([...at(200, 0), ...at(210, 20)], ROOM);
    expect(first).toBeLessThan(second!);
    const [early, late] = stems([...at(0, 200), ...at(10, 220)], ROOM);
    expect(early).toBeGreaterThan(late!);
  });

  it("give way to lines aslant where they would stand too close", () => {
    const crowd = Array.from({ length: 14 }, (_, i): Led => ({ anchor: 300 + i, beside: i * 20 }));
    expect(stems(crowd, ROOM).every((x) => x === null)).toBe(true);
    expect(stems(crowd.slice(0, 5), ROOM).every((x) => x !== null)).toBe(true);
  });
});
