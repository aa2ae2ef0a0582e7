/**
 * Which label stands where while the reader zooms: each gets, once, a row, a side and the least scale from which it shows.
 * Two blocks of one row that do not meet at some scale meet at no larger one, so nothing that shows ever disappears or
 * changes its row while zooming in, and panning only moves it (active ranges: Been, Daiches, Yap 2006; rows as in
 * Gemsa, Haunert, Nöllenburg 2015, here with labels beside their marks, so that there are no leaders to cross).
 */
export interface RankBlock {
  /** The mark, from `a` to `b` (ms, may be infinite). */
  readonly a: number;
  readonly b: number;
  readonly ways: readonly RankWay[];
  /** What it costs, in units of height, not to show with the scale with which the picture opens. */
  readonly late?: number | undefined;
  /** The row it must have, where that is not to be found. */
  readonly row?: number | undefined;
  /** It shows at this scale (units per ms) and above, whatever rows that takes. */
  readonly must?: number | undefined;
}

/** One way a labelled mark can stand; lengths in the picture's units, the same at every scale. */
export interface RankWay {
  /** How far the block reaches to the left of x(a) and to the right of x(b). */
  readonly left: number;
  readonly right: number;
  /** How far a label that begins at the mark's start reaches to the right of x(a). */
  readonly afterStart?: number;
  /** How far a label that ends at the mark's end reaches to the left of x(b). */
  readonly beforeEnd?: number;
  /** Room above and below the line of the marks. */
  readonly up: number;
  readonly down: number;
  /** What else speaks against it, in units of height. */
  readonly cost?: number;
}

export interface RankOptions {
  /** The most rows. */
  readonly rows: number;
  /** Free space between two blocks of a row. */
  readonly gap: number;
  /** Units per ms with which the picture opens: whatever shows there is as good as shown. */
  readonly scale: number;
  /** What it costs, in units of height, to show only at twice the scale. */
  readonly perDoubling: number;
}

export interface Ranks {
  /** -1 for what shows at no scale: its mark lies over marks of more important events in every row. */
  readonly row: Int16Array;
  readonly way: Int16Array;
  /** Units per ms from which the block shows. */
  readonly min: Float64Array;
  /** Room above and below the marks of each row used. */
  readonly rows: readonly { readonly up: number; readonly down: number }[];
}

/** A way of a block as it stands; what a way does not have reaches nowhere. */
interface Placed {
  readonly a: number;
  readonly b: number;
  readonly left: number;
  readonly right: number;
  readonly afterStart: number;
  readonly beforeEnd: number;
  readonly min: number;
}

interface Row {
  /** By `a`; their marks do not meet in time. */
  readonly placed: Placed[];
  /** The farthest that any of them reaches beyond its mark. */
  most: number;
  up: number;
  down: number;
}

/** Finds rows for blocks, one after the other. */
export interface Ranker {
  /** Seats the next block; null where its mark lies over marks of earlier ones in every row. */
  readonly add: (block: RankBlock) => Rank | null;
  /** Room above and below the marks of each row used. */
  readonly rows: () => readonly { readonly up: number; readonly down: number }[];
  /** From now on rows stay as they are, in number and height, and blocks show only at a larger scale than this. */
  readonly close: (scale: number) => void;
}

export interface Rank {
  readonly row: number;
  /** Index of the way. */
  readonly way: number;
  /** Units per ms from which the block shows. */
  readonly min: number;
}

/**
 * Ranks blocks in order of importance: each takes the row and the way that cost least, the top row among equals.
 * Looks at the nearest blocks first and stops when what lies farther off cannot matter, so nearly linear on real data.
 */
export function ranker(options: RankOptions): Ranker {
  const rows: Row[] = [];
  let closed: number | null = null;
  // Least scales of the ways of the block that asks: one list for all of them.
  const mins: number[] = [];
  return {
    add: (block) => {
      const seat = bestSeat(block, rows, options, closed !== null, mins);
      if (seat === null) return null;
      const { row, way } = seat;
      while (rows.length <= row) rows.push({ placed: [], most: 0, up: 0, down: 0 });
      const min = closed === null ? seat.min : Math.max(seat.min, closed);
      sit(placedOf(block, block.ways[way]!, min), block.ways[way]!, rows[row]!);
      return { row, way, min };
    },
    rows: () => rows.map(({ up, down }) => ({ up, down })),
    close: (scale) => {
      closed = scale;
    },
  };
}

/**
 * Ranks all blocks at once.
 *
 * @param count number of blocks, most important first
 * @param blockOf the i-th block; asked once each, in order
 */
export function rank(count: number, blockOf: (i: number) => RankBlock, options: RankOptions): Ranks {
  const row = new Int16Array(count).fill(-1);
  const way = new Int16Array(count).fill(-1);
  const min = new Float64Array(count).fill(Infinity);
  const { add, rows } = ranker(options);
  for (let i = 0; i < count; i++) {
    const found = add(blockOf(i));
    if (found === null) continue;
    row[i] = found.row;
    way[i] = found.way;
    min[i] = found.min;
  }
  return { row, way, min, rows: rows() };
}

const placedOf = (
  { a, b }: RankBlock,
  { left, right, afterStart = 0, beforeEnd = 0 }: RankWay,
  min: number,
): Placed => ({
  a,
  b,
  left,
  right,
  afterStart,
  beforeEnd,
  min,
});

/** What rounding may add to a height. */
const SLACK = 1e-6;

function bestSeat(
  block: RankBlock,
  rows: readonly Row[],
  options: RankOptions,
  closed: boolean,
  mins: number[],
): Rank | null {
  const { gap, scale, perDoubling } = options;
  // What the editor's hand asks for does not wait, and may ask for a row of its own.
  const { ways, must = Infinity, late = 0 } = block;
  let reach = 0;
  for (let k = 0; k < ways.length; k++) reach = Math.max(reach, reachOf(ways[k]!));
  let bestRow = -1;
  let bestWay = -1;
  let least = Infinity;
  let bestMin = Infinity;
  const most = must === Infinity ? options.rows : Infinity;
  const end = block.row === undefined ? Math.min(most, rows.length + (closed ? 0 : 1)) : block.row + 1;
  for (let r = block.row ?? 0; r < end; r++) {
    const row = rows[r];
    for (let k = 0; k < ways.length; k++) mins[k] = 0;
    // Above this scale the row cannot be cheaper than the best so far, whatever its height.
    const worst = least === Infinity ? Infinity : scale * 2 ** (Math.max(0, least - late) / perDoubling);
    if (row !== undefined) leastScales(block, mins, reach, row, gap, worst);
    for (let k = 0; k < ways.length; k++) {
      const min = mins[k]!;
      if (min === Infinity || min > worst || min > must) continue;
      const { up, down, cost = 0 } = ways[k]!;
      const growth = Math.max(0, up - (row?.up ?? 0)) + Math.max(0, down - (row?.down ?? 0));
      if (closed && growth > SLACK) continue;
      const whole = growth + cost + (min > scale ? late + perDoubling * Math.log2(min / scale) : 0);
      if (whole > least || (whole === least && min >= bestMin)) continue;
      least = whole;
      bestMin = min;
      bestRow = r;
      bestWay = k;
    }
  }
  return bestRow < 0 ? null : { row: bestRow, way: bestWay, min: bestMin };
}

const reachOf = ({
  left,
  right,
  afterStart = 0,
  beforeEnd = 0,
}: Pick<RankWay, "left" | "right" | "afterStart" | "beforeEnd">): number =>
  Math.max(left, right, afterStart, beforeEnd);

function sit(placed: Placed, { up, down }: RankWay, row: Row): void {
  row.up = Math.max(row.up, up);
  row.down = Math.max(row.down, down);
  row.most = Math.max(row.most, reachOf(placed));
  row.placed.splice(after(row.placed, placed.a), 0, placed);
}

/**
 * Raises `mins`, those of the ways of a block, to the least scale at which each meets nothing in a row; infinite where it
 * always does. Stops early where all are over `worst`.
 */
function leastScales(
  { a, b, ways }: RankBlock,
  mins: number[],
  reach: number,
  { placed, most }: Row,
  gap: number,
  worst: number,
): void {
  let i = after(placed, a) - 1;
  let j = i + 1;
  let lowest = 0;
  while (i >= 0 || j < placed.length) {
    const before = i >= 0 ? a - placed[i]!.b : Infinity;
    const behind = j < placed.length ? placed[j]!.a - b : Infinity;
    const distance = before <= behind ? before : behind;
    if (distance > 0 && reach + most + gap <= lowest * distance) return;
    const earlier = before <= behind;
    const other = earlier ? placed[i--]! : placed[j++]!;
    lowest = Infinity;
    for (let k = 0; k < ways.length; k++) {
      const min = mins[k]!;
      if (min !== Infinity) {
        const limit = earlier ? behindOf(other, a, b, ways[k]!, gap) : beforeOf(other, a, b, ways[k]!, gap);
        // By the time the other shows they do not meet any more.
        if (limit > min && limit > other.min) mins[k] = limit;
      }
      if (mins[k]! < lowest) lowest = mins[k]!;
    }
    if (lowest > worst || lowest === Infinity) return;
  }
}

/** The scale from which a way of a mark stands apart from what is to the left of it. */
function behindOf(l: Placed, a: number, b: number, { left, beforeEnd = 0 }: RankWay, gap: number): number {
  let limit = at(l.right + left + gap, a - l.b);
  if (l.afterStart > 0) limit = Math.max(limit, at(l.afterStart + left + gap, a - l.a));
  if (beforeEnd > 0) {
    limit = Math.max(limit, at(l.right + beforeEnd + gap, b - l.b));
    if (l.afterStart > 0) limit = Math.max(limit, at(l.afterStart + beforeEnd + gap, b - l.a));
  }
  return limit;
}

/** The same of what is to the right of it. */
function beforeOf(r: Placed, a: number, b: number, { right, afterStart = 0 }: RankWay, gap: number): number {
  let limit = at(right + r.left + gap, r.a - b);
  if (afterStart > 0) limit = Math.max(limit, at(afterStart + r.left + gap, r.a - a));
  if (r.beforeEnd > 0) {
    limit = Math.max(limit, at(right + r.beforeEnd + gap, r.b - b));
    if (afterStart > 0) limit = Math.max(limit, at(afterStart + r.beforeEnd + gap, r.b - a));
  }
  return limit;
}

/** The scale at which `time` is `length` long; for no time, and for the difference of two infinite ones, there is none. */
const at = (length: number, time: number): number => (length <= 0 ? 0 : time > 0 ? length / time : Infinity);

/** Where to insert so that the list stays in order of `a`, behind equals. */
function after(placed: readonly Placed[], a: number): number {
  let lo = 0;
  let hi = placed.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (placed[mid]!.a <= a) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}
