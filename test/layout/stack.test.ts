import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { levels, scaleOfLevel } from "../../src/layout/vertical/levels.js";
import { leastScale, stack } from "../../src/layout/vertical/stack.js";

const labels = fc.array(
  fc.record({ wish: fc.integer({ min: 0, max: 300 }), height: fc.integer({ min: 5, max: 60 }) }),
  {
    maxLength: 12,
  },
);
const sorted = labels.map((list) => [...list].sort((a, b) => a.wish - b.wish));
const cost = (tops: ArrayLike<number>, wish: readonly number[]): number =>
  wish.reduce((s, w, i) => s + (tops[i]! - w) ** 2, 0);

/** The least weighted cost of places on a grid, in order and clear of each other: all of them looked at. */
function onGrid(list: readonly Weighted[], gap: number, to: number): number {
  let best = new Array<number>(to + 1).fill(0);
  list.forEach(({ wish, height, weight }, i) => {
    const step = i === 0 ? 0 : list[i - 1]!.height + gap;
    let least = Infinity;
    best = best.map((_, top) => {
      if (i === 0) least = 0;
      else if (top >= step) least = Math.min(least, best[top - step]!);
      return top + height > to ? Infinity : least + weight * (top - wish) ** 2;
    });
  });
  return Math.min(...best);
}
interface Weighted {
  readonly wish: number;
  readonly height: number;
  readonly weight: number;
}

/** Projected gradient on the same problem: slow, and plainly what is meant. */
function slow(wish: readonly number[], height: readonly number[], gap: number, from: number, to: number): number[] {
  let offset = 0;
  const offsets = height.map((h) => {
    const o = offset;
    offset += h + gap;
    return o;
  });
  // Cyclic projections onto pairs (Dykstra) of z growing, between the walls.
  const n = wish.length;
  const hi = to - offset + gap;
  let z = wish.map((w, i) => w - offsets[i]!);
  const kept: number[][] = [];
  for (let round = 0; round < 3000; round++)
    for (let c = 0; c < n; c++) {
      const k = (kept[c] ??= new Array<number>(n).fill(0));
      const y = z.map((v, i) => v + k[i]!);
      const x = [...y];
      if (c < n - 1) {
        if (x[c]! > x[c + 1]!) x[c] = x[c + 1] = (x[c]! + x[c + 1]!) / 2;
      } else for (let i = 0; i < n; i++) x[i] = Math.min(hi, Math.max(from, x[i]!));
      kept[c] = y.map((v, i) => v - x[i]!);
      z = x;
    }
  return z.map((v, i) => v + offsets[i]!);
}

describe("labels in a stack", () => {
  it("stand in order, inside the walls, as near to their marks as a slow solver finds", () => {
    fc.assert(
      fc.property(sorted, (list) => {
        const wish = list.map((l) => l.wish);
        const height = list.map((l) => l.height);
        const needed = height.reduce((s, h) => s + h + 2, 0);
        const walls = { from: 0, to: Math.max(320, needed) };
        const tops = stack({ wish, height }, 2, walls);
        for (let i = 1; i < tops.length; i++)
          expect(tops[i]!).toBeGreaterThanOrEqual(tops[i - 1]! + height[i - 1]! + 2 - 1e-9);
        if (list.length > 0) {
          expect(tops[0]!).toBeGreaterThanOrEqual(-1e-9);
          expect(tops.at(-1)! + height.at(-1)!).toBeLessThanOrEqual(walls.to + 1e-9);
        }
        expect(cost(tops, wish)).toBeLessThanOrEqual(cost(slow(wish, height, 2, walls.from, walls.to), wish) + 0.5);
      }),
      { numRuns: 60 },
    );
  });

  it("keep to wishes that weigh more, as trying all places on a grid does", () => {
    const weighted = fc.array(
      fc.record({
        wish: fc.integer({ min: 0, max: 150 }),
        height: fc.integer({ min: 5, max: 30 }),
        weight: fc.constantFrom(1, 7, 1e6),
      }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(weighted, (list) => {
        const column = (of: "wish" | "height" | "weight"): number[] => list.map((l) => l[of]);
        const stacked = { wish: column("wish"), height: column("height"), weight: column("weight") };
        const tops = stack(stacked, 2, { from: 0, to: 200 });
        const own = list.reduce((s, l, i) => s + l.weight * (tops[i]! - l.wish) ** 2, 0);
        for (let i = 1; i < tops.length; i++)
          expect(tops[i]!).toBeGreaterThanOrEqual(tops[i - 1]! + list[i - 1]!.height + 2 - 1e-6);
        expect(own).toBeLessThanOrEqual(onGrid(list, 2, 200) + 1e-3);
        // One that weighs much and stands clear of the others that do is where it would be.
        const firm = list.filter((l) => l.weight > 7);
        const only = firm.length === 1 ? list.indexOf(firm[0]!) : -1;
        const before = list.slice(0, Math.max(0, only)).reduce((s, l) => s + l.height + 2, 0);
        const after = list.slice(only).reduce((s, l) => s + l.height + 2, -2);
        if (only >= 0 && list[only]!.wish >= before && list[only]!.wish + after <= 200)
          expect(tops[only]!).toBeCloseTo(list[only]!.wish, 1);
      }),
      { numRuns: 200 },
    );
  });

  it("finds the least scale at which none is farther than allowed, as trying scales does", () => {
    fc.assert(
      fc.property(sorted, fc.integer({ min: 5, max: 80 }), (list, most) => {
        const at = list.map((l) => l.wish);
        const ahead = list.map(() => 4);
        const height = list.map((l) => l.height);
        const scale = leastScale(at, ahead, height, 2, most);
        const fits = (s: number): boolean =>
          greedyFits(
            at.map((t) => s * t - 4),
            height,
            2,
            most,
            at,
          );
        expect(fits(scale * 1.0001 + 1e-9)).toBe(true);
        if (scale > 0) expect(fits(scale * 0.999)).toBe(false);
      }),
    );
  });

  it("shows at every scale only labels that find room, never hides one, and prefers the important ones", () => {
    fc.assert(
      fc.property(sorted, fc.integer({ min: 10, max: 80 }), fc.infiniteStream(fc.nat()), (list, most, order) => {
        const at = list.map((l) => l.wish);
        const height = list.map((l) => l.height);
        const ranked = list
          .map((_, i) => ({ i, key: order.next().value as number }))
          .sort((a, b) => a.key - b.key || a.i - b.i);
        const seat = levels({ at, ahead: () => 4, height: (i) => height[i]!, gap: 2, most, scale: 1 });
        const min = new Array<number>(list.length).fill(Infinity);
        const shown: number[] = [];
        for (const { i } of ranked) {
          min[i] = seat.add(i);
          // A naive answer: the coarsest level from which on it fits among those before it.
          let naive = Infinity;
          for (let level = 80; level >= 0; level--) {
            const s = scaleOfLevel(level, 1);
            const active = [...shown.filter((j) => min[j]! <= s), i].sort((a, b) => a - b);
            if (
              !greedyFits(
                active.map((j) => s * at[j]! - 4),
                active.map((j) => height[j]!),
                2,
                most,
              )
            )
              break;
            naive = level === 0 ? 0 : s;
          }
          expect(min[i]).toBe(naive);
          shown.push(i);
        }
      }),
      { numRuns: 150 },
    );
  });
});

/** Labels from the top down, each as high as it may be: whether none ends too low. `at` marks ties that no scale can part. */
function greedyFits(
  wish: readonly number[],
  height: readonly number[],
  gap: number,
  most: number,
  at?: readonly number[],
): boolean {
  if (at !== undefined) {
    // Pairs of one moment do not count: no scale helps them.
    for (let i = 0; i < wish.length; i++) {
      let between = 0;
      for (let j = i + 1; j < wish.length; j++) {
        between += height[j - 1]! + gap;
        if (at[j]! > at[i]! && between - (wish[j]! - wish[i]!) > 2 * most + 1e-9) return false;
      }
    }
    return true;
  }
  let top = -Infinity;
  for (let i = 0; i < wish.length; i++) {
    const p = Math.max(top, wish[i]! - most);
    if (p > wish[i]! + most + 1e-9) return false;
    top = p + height[i]! + gap;
  }
  return true;
}
