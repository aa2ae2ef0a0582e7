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
