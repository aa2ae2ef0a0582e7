import type { ColorClass } from "./colors.js";
import type { Density } from "./layout.js";
import type { RankedLane } from "./ranked.js";
import type { TimeAxis } from "./view.js";

/** The least width of a column, in em; its width at another scale is less than twice that. */
const LEAST = 0.5;

/**
 * Length of the columns in ms: a power of two, so that panning moves columns and never deals events to others.
 *
 * @param scale units per ms
 */
export const binSize = (scale: number, em: number): number => 2 ** Math.ceil(Math.log2((LEAST * em) / scale));

/** Where an event counts: at its mark's beginning for extents, its middle for moments. */
function anchorOf({ a, b }: CountedLane, i: number): number {
  const extent = b[i]! - a[i]!;
  if (extent === Infinity) return a[i]! === -Infinity ? (b[i]! === Infinity ? 0 : b[i]!) : a[i]!;
  return a[i]! + extent / 2;
}

/** What of a lane the counts are made of. */
export type CountedLane = Pick<RankedLane, "events" | "a" | "b" | "min" | "kind">;

const fullest = new WeakMap<CountedLane, Map<number, number>>();

/** The most events of one column of a lane, whatever is labelled, for columns of a length. */
export function fullestBin(lane: CountedLane, bin: number): number {
  let known = fullest.get(lane);
  if (known === undefined) fullest.set(lane, (known = new Map()));
  let most = known.get(bin);
  if (most === undefined) {
    const counts = new Map<number, number>();
    most = 0;
    for (let i = 0; i < lane.a.length; i++) {
      if (lane.min[i] === 0) continue;
      const k = Math.floor(anchorOf(lane, i) / bin);
      const n = (counts.get(k) ?? 0) + 1;
      counts.set(k, n);
      if (n > most) most = n;
    }
    known.set(bin, most);
  }
  return most;
}

/** Counts events of a lane in columns, by colour. */
export interface LaneCount {
  readonly add: (i: number) => void;
  /** null when nothing was counted. */
  readonly density: (
    strip: { readonly y0: number; readonly y1: number },
    unit: number,
    kinds: readonly ColorClass[],
    axis: TimeAxis,
  ) => Density | null;
}

export function countLane(lane: CountedLane, { from, to }: TimeAxis, bin: number): LaneCount {
  const first = Math.floor(from / bin);
  const last = Math.floor(to / bin);
  const events: number[] = [];
  const columns = new Map<number, Uint32Array>();
  return {
    add: (i) => {
      const k = Math.min(last, Math.max(first, Math.floor(anchorOf(lane, i) / bin)));
      let column = columns.get(k);
      if (column === undefined) columns.set(k, (column = new Uint32Array(MOST_KINDS)));
      column[lane.kind[i]!]!++;
      events.push(lane.events[i]!);
    },
    density: (strip, unit, kinds, axis) => {
      if (events.length === 0) return null;
      const scale = (axis.x1 - axis.x0) / (to - from);
      const bins: Density["bins"][number][] = [];
      for (const k of [...columns.keys()].sort((p, q) => p - q)) {
        const parts: { color: ColorClass; count: number }[] = [];
        let count = 0;
        columns.get(k)!.forEach((n, kind) => {
          if (n === 0) return;
          parts.push({ color: kinds[kind]!, count: n });
          count += n;
        });
        const x0 = Math.max(axis.x0, axis.x0 + (k * bin - from) * scale);
        const x1 = Math.min(axis.x1, axis.x0 + ((k + 1) * bin - from) * scale);
        bins.push({ x0, x1, parts, count });
      }
      return { y0: strip.y0, y1: strip.y1, total: events.length, events, bins, unit };
    },
  };
}

/** Colours that can be told apart, and "other". */
const MOST_KINDS = 9;
