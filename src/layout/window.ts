import { addDays, startOfDay, startOfMonth, startOfYear } from "./calendar-steps.js";
import type { ResolvedEvent, ResolvedSeries, Timeline } from "../model/resolved.js";
import type { TimeSpan } from "../model/span.js";

/**
 * The window a timeline opens with: the dense part of the data, in whole units of the calendar. Robust against outliers:
 * up to an eighth of the dates at either end is left outside where that shrinks the window to a third or less, so that
 * an event ten years back or an end six months ahead does not squash the days that matter.
 *
 * @param whole leaves nothing outside
 */
export function openingWindow(
  { events, series, zone, asOf }: Pick<Timeline, "events" | "series" | "zone" | "asOf">,
  whole = false,
): { readonly from: number; readonly to: number } {
  // A day that was not over at publication draws the window no farther than that moment.
  const known = (ms: number): number => (asOf !== null && ms > asOf && ms - asOf < 36 * 36e5 ? asOf : ms);
  const coreOf = (most: number): readonly [number, number] | null => {
    const anchors = new Float64Array(2 * events.length);
    let n = 0;
    for (const { span } of events) {
      if (vagueness(span) > most) continue;
      const first = firstAnchor(span);
      const last = lastAnchor(span);
      if (first !== null) anchors[n++] = known(first);
      if (last !== null) anchors[n++] = known(last);
    }
    const dates = anchors.subarray(0, n).sort();
    return n === 0 ? null : whole ? [dates[0]!, dates[n - 1]!] : denseCore(dates);
  };
  const figures = extentOf(series);
  const core = coreOf(Infinity) ?? figures;
  if (core === null) {
    const day = asOf ?? 0;
    return { from: startOfDay(day, zone), to: addDays(day, 1, zone) };
  }
  // What is known only to some longer time than the picture's does not say where the picture is.
  const most = SLACK * (core[1] - core[0]);
  const closer = whole || events.every(({ span }) => vagueness(span) <= most) ? core : (coreOf(most) ?? core);
  const [lo, hi] = covering(events, closer[1] > closer[0] ? closer : core, known);
  let [first, last] = [lo, hi];
  // Figures of the years around are shown whole: one cut off tells nothing of how they went on.
  if (figures !== null && !whole) {
    const near = (hi - lo) / 4;
    if (figures[0] < lo && lo - figures[0] <= near) first = figures[0];
    if (figures[1] > hi && figures[1] - hi <= near) last = figures[1];
  }
  // The moment of publication belongs in the picture when it is near.
  if (asOf !== null && asOf > last && asOf - hi <= Math.max(864e5, (hi - lo) / 4)) last = asOf;
  return wholeUnits(first, last, zone);
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

/** From the first figure of any track to the last. */
function extentOf(series: readonly ResolvedSeries[]): readonly [number, number] | null {
  let [lo, hi] = [Infinity, -Infinity];
  for (const { points } of series)
    for (const { at, span } of points) {
      lo = Math.min(lo, span.startMin ?? at);
      hi = Math.max(hi, span.endMax === null ? at : span.endMax - 1);
    }
  return lo <= hi ? [lo, hi] : null;
}

/** How much of time a moment may lie in, in ms; 0 of an extent. */
const vagueness = ({ kind, startMin, endMax }: TimeSpan): number =>
  kind === "during" || startMin === null || endMax === null ? 0 : endMax - startMin;

/**
 * The core with the whole of the days, months or years in which its moments lie, but for those longer than itself: a mark
 * is not torn where a little more room shows all of it. Moments of one and the same month stand amid their neighbours.
 */
function covering(
  events: readonly ResolvedEvent[],
  [lo, hi]: readonly [number, number],
  known: (ms: number) => number,
): readonly [number, number] {
  const inside = events.filter(({ span }) => {
    const at = vagueness(span) > 0 ? firstAnchor(span) : null;
    return at !== null && known(at) >= lo && known(at) <= hi;
  });
  const least = inside.reduce((l, { span }) => Math.min(l, vagueness(span)), Infinity);
  if (least === Infinity || (lo === hi && least <= DAY)) return [lo, hi];
  const most = SLACK * Math.max(hi - lo, least);
  let [from, to] = [lo, hi];
  for (const { span } of inside) {
    if (vagueness(span) > most) continue;
    from = Math.min(from, span.startMin!);
    to = Math.max(to, known(span.endMax! - 1));
  }
  // Two minutes are known well enough to be points: they are drawn as part of the minutes around them.
  const air = lo === hi ? least : least < DAY ? Math.max(0, (ROOM * least - (to - from)) / 2) : 0;
  return [from - air, to + air];
}

/** Months and years are not all of one length. */
const SLACK = 1.5;

/** The least width of a window, in units of what is known to less than a day. */
const ROOM = 8;

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
  if (span < 2 * DAY - 1) {
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
