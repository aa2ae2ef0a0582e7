import { COSTS } from "./break-rules.js";
import type { Piece } from "./line-pieces.js";

/** Sums of widths are compared with this much patience. */
export const SLACK = 1e-6;

/** What it costs to end a line after so many pieces: for the line before, and for the one looked at. */
let before = new Float64Array(64);
let costs = new Float64Array(64);
/** For each line, by its end: where it begins. */
let starts = new Int32Array(256);

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
  // Of a dozen numbers, tables take longer to make than to use: they are made once.
  if (before.length <= n) [before, costs] = [new Float64Array(2 * n), new Float64Array(2 * n)];
  if (starts.length < maxLines * (n + 1)) starts = new Int32Array(2 * maxLines * (n + 1));
  before.fill(Infinity, 0, n + 1);
  before[0] = 0;
  for (let k = 0; k < maxLines; k++) {
    costs.fill(Infinity, 0, n + 1);
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
            starts[k * (n + 1) + end] = s;
          }
        }
        if (s === 0) break;
        const more = pieces[s - 1]!;
        if (more.mustBreak) break;
        width += more.width + (more.spaced ? space : 0);
      }
    }
    if (costs[n]! < Infinity) return ends(k, n);
    [before, costs] = [costs, before];
  }
  return null;
}

/** The ends of lines 0 to `last`, of which that one ends after all `n` pieces. */
function ends(last: number, n: number): number[] {
  const list = new Array<number>(last + 1);
  for (let k = last, end = n; k >= 0; k--) {
    list[k] = end;
    end = starts[k * (n + 1) + end]!;
  }
  return list;
}
