/** A date of the data: where it is drawn, and between what it may lie. */
export interface DatePoint {
  /** ms; `lo` ≤ `at` ≤ `hi`. */
  readonly at: number;
  readonly lo: number;
  readonly hi: number;
  /** Whether an event begins with it (a moment does); an end does not. */
  readonly begins: boolean;
}

/** A long stretch between two dates, both ends open. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/**
 * So many times as long as the median of the distances that stay is a gap at least. Among events that fall at random a
 * distance of eight medians comes once in 2⁸ = 256 times. Distances are those from beginning to beginning: the rhythm of
 * a row of reigns is how long they last, not that one begins on the day on which another ends.
 */
export const LONG = 8;
/** Unfolded, a gap would take a quarter of the axis at least, a third of what is there besides: less is not worth a tear. */
export const WORTH = 1 / 3;
/** More breaks would take over a third of the axis. */
export const MOST_BREAKS = 8;

/**
 * The gaps to fold: the largest number of the longest empty stretches, of which even the shortest is {@link LONG} times
 * the median of the distances that stay (from one
 * beginning to the next) and a third of all that stays. Stretches of one length are folded all or not at all. Nothing
 * is folded where no distance would stay: without it there is nothing to see more of.
 *
 * @param dates in order of `at`, each `at` once, as {@link datePoints} gives them
 */
export function gapsOf(dates: readonly DatePoint[]): Gap[] {
  const n = dates.length - 1;
  if (n < 2) return [];
  const empty = Float64Array.from({ length: n }, (_, i) => dates[i + 1]!.lo - dates[i]!.hi);
  const { distances, over } = rhythmOf(dates);
  const longest = mostOf(empty, MOST_BREAKS + 1);
  const sorted = Float64Array.from(distances).sort();
  let left = dates[n]!.at - dates[0]!.at;
  let found = 0;
  for (let k = 1; k <= Math.min(MOST_BREAKS, n - 1, longest.length); k++) {
    const last = longest[k - 1]!;
    left -= dates[last + 1]!.at - dates[last]!.at;
    const next = longest[k];
    if (next !== undefined && empty[next] === empty[last]) continue;
    const folded = new Set(longest.slice(0, k).map((i) => over[i]!));
    folded.delete(-1);
    if (folded.size >= sorted.length) continue;
    const median = medianWithout(
      sorted,
      [...folded].map((i) => distances[i]!),
    );
    if (empty[last]! >= LONG * median && empty[last]! >= WORTH * left) found = k;
  }
  return longest
    .slice(0, found)
    .sort((a, b) => a - b)
    .map((i) => ({ from: dates[i]!.hi, to: dates[i + 1]!.lo }));
}

/** Distances from each beginning to the next, and in which of them each stretch between dates lies; -1 for none. */
function rhythmOf(dates: readonly DatePoint[]): { readonly distances: readonly number[]; readonly over: Int32Array } {
  const distances: number[] = [];
  const over = new Int32Array(dates.length - 1).fill(-1);
  let last = -1;
  dates.forEach((d, i) => {
    if (!d.begins) return;
    if (last >= 0) {
      over.fill(distances.length, last, i);
      distances.push(d.at - dates[last]!.at);
    }
    last = i;
  });
  return { distances, over };
}

/** Indexes of the `most` greatest values above 0, the greatest first, the first among equals. */
function mostOf(values: Float64Array, most: number): number[] {
  const found: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const v = values[i]!;
    if (!(v > 0) || (found.length === most && v <= values[found[most - 1]!]!)) continue;
    let at = found.length;
    while (at > 0 && values[found[at - 1]!]! < v) at--;
    found.splice(at, 0, i);
    if (found.length > most) found.pop();
  }
  return found;
}

/** The lower median of sorted values without some of them: the few that are left out shift it by as many places. */
function medianWithout(sorted: Float64Array, without: readonly number[]): number {
  const rest = sorted.length - without.length;
  const middle = (rest - 1) >> 1;
  // Whatever is left out and not greater than the median moves it one place up.
  let shift = 0;
  for (const v of [...without].sort((a, b) => a - b)) if (v <= sorted[middle + shift]!) shift++;
  return sorted[middle + shift]!;
}

/**
 * Dates in order, each `at` once, so that what is occupied by one never meets its neighbours: a month among days keeps
 * no more than a third of the way to the next date.
 */
export function datePoints(given: readonly DatePoint[]): DatePoint[] {
  const merged: { at: number; lo: number; hi: number; begins: boolean }[] = [];
  for (const { at, lo, hi, begins } of [...given].sort((a, b) => a.at - b.at)) {
    const last = merged.at(-1);
    if (last?.at !== at) merged.push({ at, lo, hi, begins });
    else {
      last.begins ||= begins;
      last.lo = Math.min(last.lo, lo);
      last.hi = Math.max(last.hi, hi);
    }
  }
  return merged.map(({ at, lo, hi, begins }, i) => {
    const before = at - (merged[i - 1]?.at ?? -Infinity);
    const after = (merged[i + 1]?.at ?? Infinity) - at;
    const room = (own: number, other: number): number => (own === Infinity ? other : own) / 3;
    return { at, lo: Math.max(lo, at - room(before, after)), hi: Math.min(hi, at + room(after, before)), begins };
  });
}
