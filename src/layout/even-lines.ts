import { COSTS } from "./break-rules.js";
import type { Piece } from "./line-pieces.js";

/** Sums of widths are compared with this much patience. */
export const SLACK = 1e-6;

/**
 * The least ragged way to set pieces in the fewest lines: of all ways to divide them, the one with the least sum of the
 * squares of the lines' widths, in ems (with their number and sum given, the least variance), and of what speaks against
 * its ends of lines. By dynamic programming over ends of lines, as Knuth and Plass (1981) set paragraphs.
 *
 * @returns the number of pieces before the end of each line; null where more than `maxLines` would be needed
 */
export function evenLines(
  pieces: readonly Piece[],
  space: number,
  maxWidth: number,
  maxLines: number,
  em: number,
): readonly number[] | null {
  const n = pieces.length;
  const most = maxWidth + SLACK;
  const starts: Int32Array[] = [];
  let before = new Float64Array(n + 1).fill(Infinity);
  before[0] = 0;
  for (let k = 0; k < maxLines; k++) {
    const costs = new Float64Array(n + 1).fill(Infinity);
    const start = new Int32Array(n + 1);
    for (let end = k + 1; end <= n; end++) {
      const last = pieces[end - 1]!;
      const ending = last.mustBreak ? 0 : last.cost;
      let width = last.width + last.tailWidth;
      for (let s = end - 1; s >= k && width <= most; s--) {
        const known = before[s]!;
        if (known < Infinity) {
          const share = width / em;
          const lone = s === end - 1 && last.short && n > 1 ? COSTS.lone : 0;
          const cost = known + share * share + ending + lone;
          if (cost < costs[end]!) {
            costs[end] = cost;
            start[end] = s;
          }
        }
        if (s === 0) break;
        const more = pieces[s - 1]!;
        if (more.mustBreak) break;
        width += more.width + (more.spaced ? space : 0);
      }
    }
    starts.push(start);
    if (costs[n]! < Infinity) return ends(starts, n);
    before = costs;
  }
  return null;
}

function ends(starts: readonly Int32Array[], n: number): number[] {
  const list: number[] = [];
  for (let k = starts.length - 1, end = n; k >= 0; k--) {
    list.unshift(end);
    end = starts[k]![end]!;
  }
  return list;
}
