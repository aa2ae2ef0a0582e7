import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byImportance, spreadOrder } from "../../src/layout/importance.js";
import { rank, ranker, type RankBlock, type RankOptions, type RankWay } from "../../src/layout/ranks.js";

const length = fc.integer({ min: 1, max: 60 });
const way = fc
  .record({
    left: length,
    right: length,
    afterStart: fc.option(length, { nil: undefined }),
    beforeEnd: fc.option(length, { nil: undefined }),
    height: fc.integer({ min: 5, max: 20 }),
    cost: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ height, afterStart, beforeEnd, ...w }): RankWay => ({
    ...w,
    up: height,
    down: height,
    ...(afterStart === undefined ? {} : { afterStart }),
    ...(beforeEnd === undefined ? {} : { beforeEnd }),
  }));
const block = fc
  .record({
    a: fc.integer({ min: 0, max: 400 }),
    length: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 80 })),
    ways: fc.array(way, { minLength: 1, maxLength: 3 }),
    late: fc.constantFrom(0, 30),
    open: fc.constantFrom(null, null, null, null, "start", "end"),
  })
  .map(({ a, length, open, ...rest }): RankBlock => ({
    a: open === "start" ? -Infinity : a,
    b: open === "end" ? Infinity : a + length,
    ...rest,
  }));
const blocks = fc.array(block, { maxLength: 40 });
const options: RankOptions = { rows: 4, gap: 3, scale: 2, perDoubling: 12 };

const edges = (b: RankBlock, w: RankWay, scale: number): [number, number] => [
  Math.min(scale * b.a - w.left, scale * b.b - (w.beforeEnd ?? 0)),
  Math.max(scale * b.b + w.right, scale * b.a + (w.afterStart ?? 0)),
];

/** The same by trying every row, way and block. */
function naive(list: readonly RankBlock[], { rows, gap, scale, perDoubling }: RankOptions) {
  const seats: { row: number; way: number; min: number; b: RankBlock; w: RankWay }[] = [];
  const heights: { up: number; down: number }[] = [];
  const apart = (l: RankBlock, lw: RankWay, r: RankBlock, rw: RankWay): number => {
    const at = (length: number, time: number): number => (length <= 0 ? 0 : time > 0 ? length / time : Infinity);
    return Math.max(
      at(lw.right + rw.left + gap, r.a - l.b),
      lw.afterStart ? at(lw.afterStart + rw.left + gap, r.a - l.a) : 0,
      rw.beforeEnd ? at(lw.right + rw.beforeEnd + gap, r.b - l.b) : 0,
      lw.afterStart && rw.beforeEnd ? at(lw.afterStart + rw.beforeEnd + gap, r.b - l.a) : 0,
    );
  };
  return list.map((b) => {
    let best: { row: number; way: number; min: number; cost: number } | null = null;
    for (let row = 0; row < Math.min(rows, heights.length + 1); row++)
      b.ways.forEach((w, way) => {
        let min = 0;
        for (const s of seats) {
          if (s.row !== row) continue;
          const limit = s.b.a <= b.a ? apart(s.b, s.w, b, w) : apart(b, w, s.b, s.w);
          if (limit > s.min) min = Math.max(min, limit);
        }
        if (min === Infinity) return;
        const h = heights[row] ?? { up: 0, down: 0 };
        const growth = Math.max(0, w.up - h.up) + Math.max(0, w.down - h.down);
        const cost = growth + (w.cost ?? 0) + (min > scale ? (b.late ?? 0) + perDoubling * Math.log2(min / scale) : 0);
        if (best === null || cost < best.cost || (cost === best.cost && min < best.min)) best = { row, way, min, cost };
      });
    const chosen = best as { row: number; way: number; min: number; cost: number } | null;
    if (chosen === null) return null;
    const w = b.ways[chosen.way]!;
    const h = heights[chosen.row] ?? { up: 0, down: 0 };
    heights[chosen.row] = { up: Math.max(h.up, w.up), down: Math.max(h.down, w.down) };
    seats.push({ ...chosen, b, w });
    return { row: chosen.row, way: chosen.way, min: chosen.min };
  });
}

describe("rank", () => {
  it("gives what trying everything gives", () => {
    fc.assert(
      fc.property(blocks, (list) => {
        const found = rank(list.length, (i) => list[i]!, options);
        naive(list, options).forEach((n, i) => {
          if (n === null) expect(found.row[i]).toBe(-1);
          else expect({ row: found.row[i], way: found.way[i], min: found.min[i] }).toEqual(n);
        });
      }),
      { numRuns: 300 },
    );
  });
  it("lets nothing that shows meet in its row, at any scale", () => {
    fc.assert(
      fc.property(blocks, fc.double({ min: 0.01, max: 300, noNaN: true }), (list, scale) => {
        const found = rank(list.length, (i) => list[i]!, options);
        const shown = list.flatMap((b, i) =>
          found.min[i]! <= scale ? [{ row: found.row[i]!, at: edges(b, b.ways[found.way[i]!]!, scale) }] : [],
        );
        for (const p of shown)
          for (const q of shown)
            if (p !== q && p.row === q.row) expect(p.at[1] <= q.at[0] + 1e-6 || q.at[1] <= p.at[0] + 1e-6).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
  it("keeps rows as they are once they are closed, and shows what follows only nearer", () => {
    const { add, rows, close } = ranker(options);
    const way = { left: 5, right: 50, up: 9, down: 9 };
    add({ a: 0, b: 0, ways: [way] });
    close(7);
    expect(add({ a: 900, b: 900, ways: [{ ...way, up: 12 }] })).toBe(null);
    expect(add({ a: 0, b: 0, ways: [way] })).toBe(null);
    expect(add({ a: 900, b: 900, ways: [way] })).toEqual({ row: 0, way: 0, min: 7 });
    expect(add({ a: 2, b: 2, ways: [way] })).toEqual({ row: 0, way: 0, min: 58 / 2 });
    expect(rows()).toEqual([{ up: 9, down: 9 }]);
  });
  it("shows what must show at its scale, in rows of its own where need be", () => {
    fc.assert(
      fc.property(blocks, fc.double({ min: 0.01, max: 4, noNaN: true }), (list, must) => {
        const { add } = ranker(options);
        for (const block of list) expect(add({ ...block, must })!.min).toBeLessThanOrEqual(must);
      }),
      { numRuns: 100 },
    );
  });
  it("shows nowhere what lies over more important marks in every row", () => {
    const ways = [{ left: 5, right: 50, up: 9, down: 9 }];
    const found = rank(6, () => ({ a: 10, b: 20, ways }), options);
    expect([...found.row]).toEqual([0, 1, 2, 3, -1, -1]);
    expect(found.min[5]).toBe(Infinity);
  });
  it("knows ends without a limit", () => {
    const ways = [{ left: 5, right: 5, afterStart: 40, up: 9, down: 9 }];
    const list = [
      { a: 10, b: Infinity, ways },
      { a: -Infinity, b: 5, ways },
      { a: 50, b: 50, ways },
    ];
    const found = rank(3, (i) => list[i]!, options);
    expect([...found.row]).toEqual([0, 0, 1]);
    expect(found.min[1]).toBe((5 + 5 + 3) / 5);
  });
});

describe("spreadOrder", () => {
  it("is a permutation whose every beginning is spread evenly", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), (n) => {
        const order = [...spreadOrder(n)];
        expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
        if (n < 16) return;
        const first = order.slice(0, 8).sort((a, b) => a - b);
        for (let i = 1; i < first.length; i++) expect(first[i]! - first[i - 1]!).toBeGreaterThanOrEqual(n / 32);
      }),
    );
  });
});

describe("byImportance", () => {
  it("is the order of the weights, and among equals that of the spread", () => {
    const weight = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constantFrom(-6.9, 0, -0, 2.7));
    fc.assert(
      fc.property(fc.array(weight, { maxLength: 60 }), fc.integer({ min: 0, max: 5 }), (weights, skip) => {
        const indexes = [...weights.keys()].slice(skip);
        const spread = [...spreadOrder(indexes.length)];
        const naive = [...indexes.keys()].sort(
          (p, q) => weights[indexes[p]!]! - weights[indexes[q]!]! || spread.indexOf(p) - spread.indexOf(q),
        );
        expect([...byImportance(indexes, weights)]).toEqual(naive);
      }),
    );
  });
});
