import { ranker, type Rank, type RankBlock } from "../ranks.js";
import type { Reach } from "../reach.js";

/** Marks beside each other where they would meet: each gets a track, and the scale from which it has room there. */
export interface Tracks {
  readonly count: number;
  /** Track of each event; -1 where none has room at any scale. */
  readonly track: Int16Array;
  /** Units per ms from which its mark has room. */
  readonly min: Float64Array;
  /** Finds a track for one more, among those there are. */
  readonly add: (i: number) => void;
}

/**
 * Those that show first, in order of time: what begins while others go on stands nearer to the labels, so that the line from
 * a mark to its label crosses no other mark.
 *
 * @param first places of those that show with the scale with which the picture opens, in order of time
 * @param reachOf where a mark stands at every scale
 * @param most tracks there is room for
 */
export function tracksOf(
  first: readonly number[],
  n: number,
  reachOf: (i: number) => Reach,
  { scale, most, gap }: { readonly scale: number; readonly most: number; readonly gap: number },
): Tracks {
  const track = new Int16Array(n).fill(-1);
  const min = new Float64Array(n).fill(Infinity);
  const { depth, groups } = depths(first.map(reachOf), scale, gap);
  const count = Math.max(1, Math.min(most, 1 + Math.max(0, ...depth)));
  const { add: seat, close } = ranker({ rows: count, gap, scale, perDoubling: 2 });
  const block = (i: number, row?: number): RankBlock => {
    const { a, b, left, right } = reachOf(i);
    return { a, b, ways: [{ left, right, up: 1, down: 1 }], row };
  };
  const take = (i: number, found: Rank | null): void => {
    if (found === null) return;
    track[i] = found.row;
    min[i] = found.min;
  };
  for (const { from, to } of groups) {
    let deep = 0;
    for (let k = from; k < to; k++) deep = Math.max(deep, depth[k]! + 1);
    const moved = count - Math.min(deep, count);
    for (let k = from; k < to; k++) {
      const row = depth[k]! + moved;
      take(first[k]!, seat(row < count ? block(first[k]!, row) : block(first[k]!)));
    }
  }
  close(scale);
  return { count, track, min, add: (i) => take(i, seat(block(i))) };
}

/**
 * Tracks counted from the outside: each to the right of all that go on where the line to its label leaves, and the groups of
 * those that hang together.
 */
function depths(
  reaches: readonly Reach[],
  scale: number,
  gap: number,
): { readonly depth: readonly number[]; readonly groups: readonly { readonly from: number; readonly to: number }[] } {
  const depth: number[] = [];
  const groups: { from: number; to: number }[] = [];
  /** Where each track is free again, and up to where its mark is in the way of lines. */
  const free: number[] = [];
  const ends: number[] = [];
  let last = -Infinity;
  reaches.forEach(({ a, b, left, right }, k) => {
    const from = scale * a - left;
    if (k === 0 || from >= last) {
      groups.push({ from: k, to: k });
      free.length = 0;
      ends.length = 0;
    }
    const line = scale * a + 0.5 * left;
    let d = 0;
    for (let t = 0; t < ends.length; t++) if (ends[t]! > line) d = t + 1;
    while (d < free.length && free[d]! > from) d++;
    const end = scale * b + right + gap;
    free[d] = end;
    ends[d] = scale * b;
    if (end > last || k === 0) last = end;
    depth[k] = d;
    groups.at(-1)!.to = k + 1;
  });
  return { depth, groups };
}
