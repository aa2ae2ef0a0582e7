import { addDays, startOfDay, startOfMonth, startOfYear } from "./calendar-steps.js";
import type { ResolvedEvent } from "../model/resolved.js";
import type { TimeSpan } from "../model/span.js";

/**
 * The window a timeline opens with: the dense part of the data, in whole units of the calendar. Robust against outliers:
 * up to an eighth of the dates at either end is left outside where that shrinks the window to a third or less, so that
 * an event ten years back or an end six months ahead does not squash the days that matter.
 *
 * @param whole leaves nothing outside
 */
export function openingWindow(
  events: readonly ResolvedEvent[],
  zone: string,
  asOf: number | null,
  whole = false,
): { readonly from: number; readonly to: number } {
  // A day that was not over at publication draws the window no farther than that moment.
  const known = (ms: number): number => (asOf !== null && ms > asOf && ms - asOf < 36 * 36e5 ? asOf : ms);
  const anchors = new Float64Array(2 * events.length);
  let n = 0;
  for (let i = 0; i < events.length; i++) {
    const { span } = events[i]!;
    const first = firstAnchor(span);
    const last = lastAnchor(span);
    if (first !== null) anchors[n++] = known(first);
    if (last !== null) anchors[n++] = known(last);
  }
  const dates = anchors.subarray(0, n).sort();
  if (dates.length === 0) {
    const day = asOf ?? 0;
    return { from: startOfDay(day, zone), to: addDays(day, 1, zone) };
  }
  const [lo, hi] = whole ? [dates[0]!, dates[dates.length - 1]!] : denseCore(dates);
  let last = hi;
  // The moment of publication belongs in the picture when it is near.
  if (asOf !== null && asOf > hi && asOf - hi <= Math.max(864e5, (hi - lo) / 4)) last = asOf;
  const window = wholeUnits(lo, last, zone);
  // Few days, months or years are seen whole: half of the first one and of the last would look like a mistake.
  // Neighbours may differ a little in length, as months do.
  let { from, to } = window;
  for (const { span } of events) {
    if (span.kind !== "at" || span.startMin === null || span.endMax === null) continue;
    const middle = (span.startMin + span.endMax) / 2;
    if (middle < lo || middle > hi || span.endMax - span.startMin > 1.1 * (hi - lo)) continue;
    from = Math.min(from, span.startMin);
    to = Math.max(to, known(span.endMax));
  }
  return { from, to };
}

/** The date by which a span draws the window to itself: its known begin, or where a moment lies. An exclusive end is drawn back into its unit. */
function firstAnchor({ kind, startMin, startMax, endMax }: TimeSpan): number | null {
  if (startMin === null) return startMax === null ? null : startMax - 1;
  return kind === "during" || endMax === null ? startMin : (startMin + endMax) / 2;
}

/** The other one, of an extent: its known end. */
function lastAnchor({ kind, endMin, endMax }: TimeSpan): number | null {
  const end = endMin ?? endMax;
  return kind !== "during" || end === null ? null : end - 1;
}

/** First and last of the sorted dates that are not outliers. */
export function denseCore(dates: ArrayLike<number>): readonly [number, number] {
  let lo = 0;
  let hi = dates.length - 1;
  const budget = Math.max(1, Math.floor(dates.length / 8));
  if (dates.length < 5) return [dates[0]!, dates[hi]!];
  for (let again = true; again;) {
    again = false;
    for (let k = 1; k <= budget && !again; k++) {
      const span = dates[hi]! - dates[lo]!;
      const left = lo + k;
      const right = hi - k;
      if (hi - left < 2 || span <= 0) break;
      const cutLeft = left <= budget ? dates[hi]! - dates[left]! : Infinity;
      const cutRight = dates.length - 1 - right <= budget ? dates[right]! - dates[lo]! : Infinity;
      if (Math.min(cutLeft, cutRight) > span / 3) continue;
      if (cutLeft <= cutRight) lo = left;
      else hi = right;
      again = true;
    }
  }
  return [dates[lo]!, dates[hi]!];
}

const DAY = 864e5;
const YEAR = 365.2425 * DAY;

/** The window in whole hours, days, months or years, whichever suits its length, with a little air at both ends. */
function wholeUnits(lo: number, hi: number, zone: string): { readonly from: number; readonly to: number } {
  const span = hi - lo;
  if (span <= 0) return { from: addDays(lo, -1, zone), to: addDays(lo, 2, zone) };
  const air = span * 0.02;
  if (span < 2 * DAY) {
    const unit = span < DAY / 12 ? 0 : 36e5;
    if (unit === 0) return { from: lo - span * 0.05, to: hi + span * 0.05 };
    return { from: Math.floor((lo - air) / unit) * unit, to: Math.ceil((hi + air) / unit) * unit };
  }
  if (span < 21 * DAY) return { from: startOfDay(lo, zone), to: addDays(hi, 1, zone) };
  if (span < 150 * DAY) return { from: startOfDay(lo - air, zone), to: addDays(hi + air, 1, zone) };
  if (span < 8 * YEAR) return { from: startOfMonth(lo - air, zone, 0), to: startOfMonth(hi + air, zone, 1) };
  if (span < 1e4 * YEAR) return { from: startOfYear(lo - air, zone, 0), to: startOfYear(hi + air, zone, 1) };
  return { from: lo - air, to: hi + air };
}
