import type { Interval } from "./pack.js";

interface Block extends Interval {
  readonly index: number;
}

/** The order of left ends. */
export const inTurn = (a: Block, b: Block): number => a.x0 - b.x0 || a.x1 - b.x1 || a.index - b.index;

export interface AroundOptions {
  /** The most tracks; only forced blocks get more. */
  readonly tracks: number;
  /** The track that a block asks for, counted from 1. */
  readonly rowOf: (index: number) => number | undefined;
  readonly forced: (index: number) => boolean;
}

type Dealt = { readonly track: Int16Array; readonly tracks: number; readonly left: number };

/**
 * Deals blocks out to tracks around those that ask for one. The latter come first, by importance: each has its track where
 * none that came before stands there. The others follow by their left ends, each in the topmost track with room. Where
 * tracks are asked for the depth is no measure any more, so that one that is not forced may find none; then the others are
 * dealt anew, each to where it leaves the least room before the next that has asked for its track, and the better is kept.
 */
export function colourAround(blocks: readonly Block[], count: number, options: AroundOptions): Omit<Dealt, "left"> {
  const first = deal(blocks, count, options, false);
  if (first.left === 0) return first;
  const second = deal(blocks, count, options, true);
  return second.left < first.left ? second : first;
}

function deal(
  blocks: readonly Block[],
  count: number,
  { tracks: most, rowOf, forced }: AroundOptions,
  tight: boolean,
): Dealt {
  const track = new Int16Array(count).fill(-1);
  const rows: Block[][] = [];
  const isFree = (row: number, { x0, x1 }: Block): boolean => (rows[row] ?? []).every((b) => b.x1 <= x0 || x1 <= b.x0);
  const put = (row: number, block: Block): void => {
    while (rows.length <= row) rows.push([]);
    rows[row]!.push(block);
    track[block.index] = row;
  };
  const others: Block[] = [];
  for (const block of [...blocks].sort((a, b) => a.index - b.index)) {
    const wished = rowOf(block.index);
    const row = wished === undefined ? -1 : Math.min(wished, most) - 1;
    if (row >= 0 && isFree(row, block)) put(row, block);
    else others.push(block);
  }
  /** Room in a row between a block and the next that stands there. */
  const roomAfter = (row: number, { x1 }: Block): number =>
    (rows[row] ?? []).reduce((least, b) => (b.x0 >= x1 ? Math.min(least, b.x0 - x1) : least), Infinity);
  const rowFor = (block: Block): number => {
    let topmost = 0;
    while (!isFree(topmost, block)) topmost++;
    if (!tight) return topmost;
    let best = topmost;
    for (let row = topmost + 1; row < Math.min(most, rows.length); row++)
      if (isFree(row, block) && roomAfter(row, block) < roomAfter(best, block)) best = row;
    return best;
  };
  // What must stand goes first, or else it might find its place taken by what need not.
  const order = [
    ...others.filter((b) => forced(b.index)).sort(inTurn),
    ...others.filter((b) => !forced(b.index)).sort(inTurn),
  ];
  let left = 0;
  for (const block of order) {
    const row = rowFor(block);
    if (row < most || forced(block.index)) put(row, block);
    else left++;
  }
  return { track, tracks: rows.length, left };
}
