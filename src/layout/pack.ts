import { colourAround, inTurn } from "./pack-around.js";

/**
 * Packs blocks (a mark with its label beside or above it) into the tracks of a lane.
 *
 * A block knows a few ways to stand, each an interval of x. Blocks come in order of importance; each takes the cheapest
 * way that keeps at most `tracks` blocks over any x. Interval graphs are perfect, so whatever keeps that depth can be dealt
 * out to `tracks` tracks without overlap, in order of their left ends (Olariu 1991; the classic interval colouring):
 * deciding *whether* a label fits needs no search over rows. O(n b + n log n) for n blocks b pixels wide.
 */
export interface Interval {
  readonly x0: number;
  readonly x1: number;
}

/** One way a block can stand; of those that fit, the cheapest is taken. */
export interface PackWay extends Interval {
  /** About the height it asks for, in the units of x; counted in part where the lane need not grow for it. */
  readonly cost?: number;
}

/** What a way costs where it fits into tracks that are there already. */
const SHARED = 0.35;

export interface PackOptions {
  readonly x0: number;
  readonly x1: number;
  readonly tracks: number;
  /** Free space kept to the right of each block. */
  readonly gap: number;
}

/** What room there is, at the time a block is asked for its ways. */
export interface Room {
  /** Whether a block could stand between two x. */
  readonly free: (x0: number, x1: number) => boolean;
  /** Whether one that stands there asks for a track more than there are. */
  readonly grows: (x0: number, x1: number) => boolean;
}

export interface Packed {
  /** Which way each block stands; -1 where it found no room. */
  readonly choice: Int16Array;
  readonly track: Int16Array;
  /** Tracks used. */
  readonly tracks: number;
  /** Whether some blocks have asked for their tracks, so that the tracks stand in the order in which they are. */
  readonly fixed: boolean;
}

/**
 * @param count number of blocks, most important first
 * @param waysOf the ways block i can stand, best first; asked only when there is room at all around `core`. A way that
 *   would take at least an interval that is not free need not be made, nor one that cannot be the cheapest
 * @param core where the block stands in any case (its mark)
 * @param forced blocks that must stand whatever the depth (the editor's pins)
 * @param rowOf the track that a block asks for, counted from 1
 */
export function pack(
  count: number,
  core: (i: number) => Interval,
  waysOf: (i: number, room: Room) => readonly PackWay[],
  { x0, x1, tracks, gap }: PackOptions,
  forced: (i: number) => boolean = () => false,
  rowOf: (i: number) => number | undefined = () => undefined,
): Packed {
  const choice = new Int16Array(count).fill(-1);
  const chosen: { index: number; x0: number; x1: number }[] = [];
  const profile = depthProfile(x0, x1);
  // No pixel has more blocks over it than this.
  let deepest = 0;
  const free = (a: number, b: number): boolean => deepest < tracks || !profile.reaches(a, b + gap, tracks);
  const grows = (a: number, b: number): boolean => profile.reaches(a, b + gap, deepest);
  const room: Room = { free, grows };
  const anywhere: Room = { free: () => true, grows };
  for (let i = 0; i < count; i++) {
    const must = forced(i);
    const c = core(i);
    if (!must && !free(c.x0, c.x1)) continue;
    let best: PackWay | undefined;
    let deeper = false;
    let least = Infinity;
    const ways = waysOf(i, must ? anywhere : room);
    for (let w = 0; w < ways.length; w++) {
      const way = ways[w]!;
      if (!must && !free(way.x0, way.x1)) continue;
      const more = grows(way.x0, way.x1);
      const cost = more ? (way.cost ?? 0) + 1e-3 : (way.cost ?? 0) * SHARED;
      if (cost >= least) continue;
      least = cost;
      deeper = more;
      best = way;
      choice[i] = w;
    }
    if (best === undefined) continue;
    profile.add(best.x0, best.x1 + gap);
    if (deeper) deepest++;
    chosen.push({ index: i, x0: best.x0, x1: best.x1 + gap });
  }
  const fixed = chosen.filter(({ index }) => rowOf(index) !== undefined);
  if (fixed.length === 0) return { choice, ...colour(chosen, count), fixed: false };
  const dealt = colourAround(chosen, count, { tracks, rowOf, forced });
  for (const { index } of chosen) if (dealt.track[index]! < 0) choice[index] = -1;
  return { choice, ...dealt, fixed: true };
}

/** Interval colouring: in order of left ends, each takes the topmost free track. */
export function colour(
  intervals: readonly { index: number; x0: number; x1: number }[],
  count: number,
): { track: Int16Array; tracks: number } {
  const track = new Int16Array(count).fill(-1);
  const order = [...intervals].sort(inTurn);
  const ends = [...intervals].sort((a, b) => a.x1 - b.x1);
  const free = heap();
  let tracks = 0;
  let over = 0;
  for (const { index, x0 } of order) {
    for (let e = ends[over]!; e.x1 <= x0 && track[e.index]! >= 0; e = ends[++over]!) free.push(track[e.index]!);
    track[index] = free.pop() ?? tracks++;
  }
  return { track, tracks };
}

interface DepthProfile {
  /** Whether at least `depth` blocks stand over one of the pixels between two x. */
  readonly reaches: (a: number, b: number, depth: number) => boolean;
  readonly add: (a: number, b: number) => void;
}

/** Pixels to a cell, as a power of two. */
const CELL = 3;

/**
 * How many blocks stand over each pixel: those that cover its whole cell, and those that end in the cell. Blocks are tens
 * of pixels wide, which no tree beats.
 */
function depthProfile(x0: number, x1: number): DepthProfile {
  const width = Math.max(1, Math.ceil(x1 - x0));
  const cells = (width >> CELL) + 1;
  const whole = new Uint16Array(cells);
  const part = new Uint16Array(cells << CELL);
  /** Of `part`, over each cell. */
  const most = new Uint16Array(cells);
  // Rounded outwards, so that blocks that share a pixel count as overlapping.
  const firstOf = (a: number): number => Math.min(Math.max(0, Math.floor(a - x0)), width - 1);
  const lastOf = (b: number, first: number): number => Math.max(first, Math.min(Math.ceil(b - x0), width) - 1);
  return {
    reaches: (a, b, depth) => {
      const first = firstOf(a);
      const last = lastOf(b, first);
      for (let cell = first >> CELL; cell <= last >> CELL; cell++) {
        const missing = depth - whole[cell]!;
        if (most[cell]! < missing) continue;
        const begin = Math.max(first, cell << CELL);
        const end = Math.min(last, ((cell + 1) << CELL) - 1);
        for (let x = begin; x <= end; x++) if (part[x]! >= missing) return true;
      }
      return false;
    },
    add: (a, b) => {
      const first = firstOf(a);
      const last = lastOf(b, first);
      for (let cell = first >> CELL; cell <= last >> CELL; cell++) {
        const begin = Math.max(first, cell << CELL);
        const end = Math.min(last, ((cell + 1) << CELL) - 1);
        if (end - begin + 1 === 1 << CELL) whole[cell]!++;
        else for (let x = begin; x <= end; x++) most[cell] = Math.max(most[cell]!, ++part[x]!);
      }
    },
  };
}

/** Numbers, of which the least comes out first. */
function heap(): { readonly push: (item: number) => void; readonly pop: () => number | undefined } {
  const items: number[] = [];
  const swap = (i: number, j: number): void => {
    const t = items[i]!;
    items[i] = items[j]!;
    items[j] = t;
  };
  return {
    push: (item) => {
      let i = items.push(item) - 1;
      for (let p = (i - 1) >> 1; i > 0 && items[i]! < items[p]!; p = (i - 1) >> 1) {
        swap(i, p);
        i = p;
      }
    },
    pop: () => {
      const top = items[0];
      const last = items.pop();
      if (items.length > 0 && last !== undefined) {
        items[0] = last;
        for (let i = 0; ;) {
          const l = 2 * i + 1;
          if (l >= items.length) break;
          const c = l + 1 < items.length && items[l + 1]! < items[l]! ? l + 1 : l;
          if (items[c]! >= items[i]!) break;
          swap(i, c);
          i = c;
        }
      }
      return top;
    },
  };
}
