import type { Locale } from "../locale/types.js";
import { fill, formatNumber } from "../locale/phrases.js";
import { isExact } from "../model/series.js";
import type { ResolvedPoint, ResolvedSeries } from "../model/resolved.js";

/** The numbers a track is drawn between, and those that are written beside it. */
export interface ValueScale {
  readonly min: number;
  readonly max: number;
  /** Round numbers, ascending. */
  readonly ticks: readonly number[];
}

/** A line that stays in the upper half of what begins at zero is drawn without that zero. */
const FAR_FROM_ZERO = 0.5;
const AIR = 0.08;
/** Numbers are not told apart below this; it keeps their powers of ten in reach. */
const TINY = 1e-60;
/** What a product of a round number may be off. */
const SLACK = 1e-9;

/**
 * Bars and counts to date stand on zero; a line does too, unless that would flatten it.
 *
 * @param most how many round numbers may be written
 */
export function valueScale(
  { kind, points }: Pick<ResolvedSeries, "kind"> & { readonly points: readonly ResolvedPoint[] },
  most: number,
): ValueScale {
  let lo = Infinity;
  let hi = -Infinity;
  let whole = true;
  for (const { low, best, high } of points)
    for (const n of [low, best, high]) {
      if (n === null) continue;
      lo = Math.min(lo, n);
      hi = Math.max(hi, n);
      whole &&= Number.isInteger(n);
    }
  if (lo > hi) return { min: 0, max: 1, ticks: [0] };
  // Numbers that differ in their last digits alone are one number.
  const one = hi - lo <= Math.max(Math.abs(lo), Math.abs(hi)) * 1e-9;
  const onZero = kind !== "line" || one || (lo <= 0 && hi >= 0) || nearZero(lo, hi);
  const air = onZero ? 0 : (hi - lo) * AIR;
  const min = onZero ? Math.min(0, lo) : lo - air;
  const max = onZero ? Math.max(0, hi) : hi + air;
  if (max - min < TINY) return { min: 0, max: 1, ticks: [0] };
  return { min, max, ticks: roundNumbers(min, max, most, whole ? 1 : 0) };
}

const nearZero = (lo: number, hi: number): boolean =>
  lo > 0 ? lo <= hi * FAR_FROM_ZERO : hi < 0 && hi >= lo * FAR_FROM_ZERO;

/** Multiples of the smallest 1, 2 or 5 times a power of ten of which no more than `most` lie between two numbers. */
function roundNumbers(min: number, max: number, most: number, least: number): number[] {
  for (let e = Math.floor(Math.log10((max - min) / (most + 1))); ; e++) {
    for (const m of [1, 2, 5]) {
      const step = m * 10 ** e;
      if (step < least) continue;
      const first = Math.ceil(min / step - SLACK);
      const count = Math.floor(max / step + SLACK) - first + 1;
      if (count > most) continue;
      // Powers of ten below one are not exact: the digits are those that the step has.
      return Array.from({ length: Math.max(0, count) }, (_, k) => {
        const n = (first + k) * step;
        return e < 0 ? Number(n.toFixed(Math.min(100, -e))) : n + 0;
      });
    }
  }
}

/** A number as the language writes it, with a minus sign that is one. */
export function numberText(n: number, locale: Locale): string {
  const text = formatNumber(Math.abs(n), locale);
  return n < 0 ? `−${text}` : text;
}

/** With a minus sign before either number a dash between them is one too many. */
const rangeText = (low: number, high: number, locale: Locale): string =>
  `${numberText(low, locale)}${low < 0 || high < 0 ? " … " : "–"}${numberText(high, locale)}`;

/** How much a figure says: in its source's words, or by its numbers; empty for a gap without words. */
export function figureText(point: ResolvedPoint, locale: Locale): string {
  const { said, low, best, high } = point;
  if (said !== "") return said;
  const { phrases } = locale.words;
  if (isExact(point)) return numberText(best!, locale);
  const range = low !== null && high !== null ? rangeText(low, high, locale) : "";
  if (best !== null) {
    const n = numberText(best, locale);
    const bounds =
      range !== ""
        ? range
        : low !== null
          ? fill(phrases.atLeast, { n: numberText(low, locale) })
          : high !== null
            ? fill(phrases.atMost, { n: numberText(high, locale) })
            : "";
    return bounds === "" ? n : `${n} (${bounds})`;
  }
  if (range !== "") return range;
  if (low !== null) return fill(phrases.atLeast, { n: numberText(low, locale) });
  return high === null ? "" : fill(phrases.atMost, { n: numberText(high, locale) });
}
