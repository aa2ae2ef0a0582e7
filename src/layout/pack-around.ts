import type { Interval } from "./pack.js";

interface Block extends Interval {
  readonly index: number;
}

export interface AroundOptions {
  /** The most tracks; only forced blocks get more. */
  readonly tracks: number;
  /** The track that a block asks for, counted from 1. */
  readonly rowOf: (index: number) => number | undefined;
  readonly forced: (index: number) => boolean;
}

/**
 * Deals blocks out to tracks around those that ask for one. The latter come first, by importance: each has its track where
 * none that came before stands there. The others follow by their left ends, each in the topmost track with room; where
 * tracks are asked for the depth is no measure any more, so one that is not forced may find none.
 */
export function colourAround(
  blocks: readonly Block[],
  count: number,
  { tracks: most, rowOf, forced }: AroundOptions,
): { readonly track: Int16Array; readonly tracks: number } {
  const track = new Int16Array(count).fill(-1);
  const rows: Block[][] = [];
  const isFree = (row: number, { x0, x1 }: Block): boolean => (rows[row] ?? []).every((b) => b.x1 <= x0 || x1 <= b.x0);
  const put = (row: number, block: Block): void => {
    while (rows.length <= row) rows.push([]);
    rows[row]!.push(block);
    track[block.index] = row;
  };
  const left: Block[] = [];
  for (const block of [...blocks].sort((a, b) => a.index - b.index)) {
    const wished = rowOf(block.index);
    const row = wished === undefined ? -1 : Math.min(wished, most) - 1;
    if (row >= 0 && isFree(row, block)) put(row, block);
    else left.push(block);
  }
  const inTurn = (a: Block, b: Block): number => a.x0 - b.x0 || a.x1 - b.x1 || a.index - b.index;
  // What must stand goes first, or else it might find its place taken by what need not.
  const order = [
    ...left.filter((b) => forced(b.index)).sort(inTurn),
    ...left.filter((b) => !forced(b.index)).sort(inTurn),
  ];
  for (const block of order) {
    let row = 0;
    while (!isFree(row, block)) row++;
    if (row < most || forced(block.index)) put(row, block);
  }
  return { track, tracks: rows.length };
}
