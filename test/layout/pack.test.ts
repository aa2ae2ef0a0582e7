import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pack, type PackWay } from "../../src/layout/pack.js";

const W = 400;
const way = fc
  .record({ x0: fc.integer({ min: 0, max: 360 }), w: fc.integer({ min: 1, max: 90 }) })
  .map(({ x0, w }): PackWay => ({ x0, x1: Math.min(W, x0 + w) }));
const block = fc.array(way, { minLength: 1, maxLength: 3 });

/** The most intervals over any point, counted naively at every left end. */
const depth = (list: readonly PackWay[], gap: number): number =>
  Math.max(0, ...list.map((a) => list.filter((b) => b.x0 <= a.x0 && a.x0 < b.x1 + gap).length));

/** Of each block in turn the cheapest way, about a third of its cost where no track is added, by the count over each pixel. */
function naive(
  blocks: readonly (readonly [readonly PackWay[], number])[],
  forced: (i: number) => boolean,
  tracks: number,
  gap: number,
): number[] {
  const over = new Array<number>(W).fill(0);
  const pixels = ({ x0, x1 }: PackWay): number[] => over.map((_, x) => x).filter((x) => x >= x0 && x < x1 + gap);
  const most = (list: readonly number[]): number => Math.max(0, ...list.map((x) => over[x]!));
  return blocks.map(([ways], i) => {
    const fits = (w: PackWay): boolean => forced(i) || most(pixels(w)) < tracks;
    if (!fits(ways[0]!)) return -1;
    const cost = (w: PackWay): number =>
      most(pixels(w)) === most(over.map((_, x) => x)) ? w.cost! + 1e-3 : w.cost! * 0.35;
    const costs = ways.map((w) => (fits(w) ? cost(w) : Infinity));
    const best = costs.indexOf(Math.min(...costs));
    for (const x of pixels(ways[best]!)) over[x]!++;
    return best;
  });
}

describe("pack", () => {
  it("never overlaps within a track, never exceeds the tracks, and leaves out only what has no room", () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 40 }), fc.integer({ min: 1, max: 6 }), (blocks, tracks) => {
        const gap = 4;
        const {
          choice,
          track,
          tracks: used,
        } = pack(
          blocks.length,
          (i) => ({ x0: blocks[i]![0]!.x0, x1: blocks[i]![0]!.x0 }),
          (i) => blocks[i]!,
          { x0: 0, x1: W, tracks, gap },
        );
        const placed = blocks.flatMap((ways, i) =>
          choice[i]! < 0 ? [] : [{ ...ways[choice[i]!]!, track: track[i]!, i }],
        );
        expect(used).toBeLessThanOrEqual(tracks);
        for (const a of placed)
          for (const b of placed)
            if (a.i < b.i && a.track === b.track) expect(a.x0 >= b.x1 + gap || b.x0 >= a.x1 + gap).toBe(true);
        expect(used).toBe(depth(placed, gap));
        // Greedy in order: a block left out could not have stood (in any way) on what more important ones left.
        blocks.forEach((ways, i) => {
          if (choice[i]! >= 0) return;
          const earlier = placed.filter((p) => p.i < i);
          const core = { x0: ways[0]!.x0, x1: ways[0]!.x0 };
          const full = depth([...earlier, core], gap) > tracks;
          for (const w of ways) expect(full || depth([...earlier, w], gap) > tracks).toBe(true);
        });
      }),
      { numRuns: 300 },
    );
  });
  it("takes the same ways as counting the blocks over every pixel does", () => {
    const costly = fc.tuple(way, fc.integer({ min: 0, max: 40 })).map(([w, cost]): PackWay => ({ ...w, cost }));
    const blocks = fc.array(fc.tuple(fc.array(costly, { minLength: 1, maxLength: 3 }), fc.nat(9)), { maxLength: 30 });
    fc.assert(
      fc.property(blocks, fc.integer({ min: 1, max: 4 }), (list, tracks) => {
        const gap = 3;
        const forced = (i: number): boolean => list[i]![1] === 0;
        const { choice } = pack(
          list.length,
          (i) => list[i]![0][0]!,
          (i) => list[i]![0],
          { x0: 0, x1: W, tracks, gap },
          forced,
        );
        expect([...choice]).toEqual(naive(list, forced, tracks, gap));
      }),
    );
  });
  it("takes what is forced whatever the depth", () => {
    const ways = [{ x0: 0, x1: 10 }];
    const { choice, tracks } = pack(
      5,
      () => ways[0]!,
      () => ways,
      { x0: 0, x1: 100, tracks: 1, gap: 0 },
      () => true,
    );
    expect([...choice]).toEqual([0, 0, 0, 0, 0]);
    expect(tracks).toBe(5);
  });
  it("prefers the cheaper way", () => {
    const ways = [
      { x0: 0, x1: 50, cost: 30 },
      { x0: 60, x1: 90, cost: 10 },
    ];
    expect(
      pack(
        1,
        () => ({ x0: 55, x1: 56 }),
        () => ways,
        { x0: 0, x1: 100, tracks: 2, gap: 0 },
      ).choice[0],
    ).toBe(1);
  });
});
