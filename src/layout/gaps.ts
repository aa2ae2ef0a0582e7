/** A date of the data: where it is drawn, and between what it may lie. */
export interface DatePoint {
  /** ms; `lo` ≤ `at` ≤ `hi`. */
  readonly at: number;
  readonly lo: number;
  readonly hi: number;
}

/** A long stretch between two dates, both ends open. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/**
 * So many times as long as the median of the distances that stay is a gap at least. Among dates that fall at random a
 * distance of eight medians comes once in 2⁸ = 256 times.
 */
export const LONG = 8;
/** Unfolded, a gap would take a quarter of the axis at least, a third of what is there besides: less is not worth a tear. */
export const WORTH = 1 / 3;
/** More breaks would take over a third of the axis. */
export const MOST_BREAKS = 8;

/**
 * The gaps to fold: the largest number of the longest empty stretches, of which even the shortest is {@link LONG} times
 * the median of the distances that stay and a third of all that stays. Stretches of one length are folded all or not at all. Nothing
 * is folded where no distance would stay: without it there is nothing to see more of.
 *
 * @param dates in order of `at`, each `at` once, as {@link datePoints} gives them
 */
export function gapsOf(dates: readonly DatePoint[]): Gap[] {
  const n = dates.length - 1;
  if (n < 2) return [];
  const empty = Float64Array.from({ length: n }, (_, i) => dates[i + 1]!.lo - dates[i]!.hi);
  const distance = Float64Array.from({ length: n }, (_, i) => dates[i + 1]!.at - dates[i]!.at);
  const longest = mostOf(empty, MOST_BREAKS + 1);
  const sorted = distance.slice().sort();
  let left = dates[n]!.at - dates[0]!.at;
  let found = 0;
  for (let k = 1; k <= Math.min(MOST_BREAKS, n - 1, longest.length); k++) {
    const last = longest[k - 1]!;
    left -= distance[last]!;
    const next = longest[k];
    if (next !== undefined && empty[next] === empty[last]) continue;
    const median = medianWithout(
      sorted,
      longest.slice(0, k).map((i) => distance[i]!),
    );
    if (empty[last]! >= LONG * median && empty[last]! >= WORTH * left) found = k;
  }
  return longest
    .slice(0, found)
    .sort((a, b) => a - b)
    .map((i) => ({ from: dates[i]!.hi, to: dates[i + 1]!.lo }));
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
  const merged: { at: number; lo: number; hi: number }[] = [];
  for (const { at, lo, hi } of [...given].sort((a, b) => a.at - b.at)) {
    const last = merged.at(-1);
    if (last?.at !== at) merged.push({ at, lo, hi });
    else {
      last.lo = Math.min(last.lo, lo);
      last.hi = Math.max(last.hi, hi);
    }
  }
  return merged.map(({ at, lo, hi }, i) => {
    const before = at - (merged[i - 1]?.at ?? -Infinity);
    const after = (merged[i + 1]?.at ?? Infinity) - at;
    const room = (own: number, other: number): number => (own === Infinity ? other : own) / 3;
    return { at, lo: Math.max(lo, at - room(before, after)), hi: Math.min(hi, at + room(after, before)) };
  });
}
