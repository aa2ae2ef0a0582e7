import type { Arrangement } from "../layout/arrange.js";
import { startOfDay } from "../layout/calendar-steps.js";
import { datesOf } from "../layout/dates.js";
import { UNIT_MS, type LengthUnit } from "../locale/lengths.js";
import { count, fill } from "../locale/phrases.js";
import type { Locale } from "../locale/types.js";
import { DAY_MS } from "../model/calendar.js";
import { isTimeOfDay, type TimeSpan } from "../model/span.js";

/** Up to how many of a unit are counted in it: nobody counts 400 days. */
const UNITS: readonly (readonly [LengthUnit, number])[] = [
  ["days", 100],
  ["months", 36],
  ["years", Infinity],
];

/**
 * On a relative axis, how far from its lane's day 0 an event begins: "3 days after day 0". Nothing where its beginning is
 * not known. Where no lane is named, that of each lane the event stands in.
 *
 * @param lane its name
 */
export function relativeWords(arrangement: Arrangement, event: number, lane?: string): string {
  const { scale, lanes, timeline, locale } = arrangement;
  const { relative } = scale;
  if (relative === null) return "";
  const { span } = timeline.events[event]!;
  const said = new Map<string, string[]>();
  for (const { id, name, events } of lanes) {
    const zero = relative.zero.get(id);
    if (zero === undefined || (lane !== undefined && name !== lane) || !events.includes(event)) continue;
    const words = wordsOf(span, zero, timeline.zone, locale);
    if (words !== "") said.set(words, [...(said.get(words) ?? []), name]);
  }
  // Lanes that count alike need no names.
  if (said.size < 2) return [...said.keys()].join("");
  return [...said].map(([words, names]) => `${locale.list(names)}: ${words}`).join(locale.semicolon);
}

function wordsOf(span: TimeSpan, zero: number, zone: string, locale: Locale): string {
  const begin = datesOf(span).find((d) => d.begins);
  if (begin === undefined || begin.openBefore || begin.openAfter) return "";
  const first = distance(begin.lo, zero, begin.precision, zone, locale);
  const last = distance(Math.max(begin.lo, begin.hi - 1), zero, begin.precision, zone, locale);
  return first === last ? first : `${first} – ${last}`;
}

/** How far a moment is from a moment 0, as exactly as both are known. */
function distance(ms: number, zero: number, precision: TimeSpan["precision"], zone: string, locale: Locale): string {
  const { phrases, counted } = locale.words;
  const toTheHour = isTimeOfDay(precision);
  // Days are those of the calendar: the clock may have been put forward in between.
  const midnight = startOfDay(zero, zone);
  const days = Math.round((startOfDay(ms, zone) - midnight) / DAY_MS);
  const inHours = zero !== midnight && toTheHour && Math.abs(ms - zero) < 72 * UNIT_MS.hours;
  const [unit, n] = inHours ? clock(ms - zero) : calendar(days);
  if (n === 0) return phrases.onDay0;
  return fill(n > 0 ? phrases.afterDay0 : phrases.beforeDay0, {
    length: count(counted[unit], Math.abs(n), locale),
  });
}

function clock(ms: number): readonly [LengthUnit, number] {
  const unit = Math.abs(ms) < 3 * UNIT_MS.hours ? "minutes" : "hours";
  return [unit, Math.round(ms / UNIT_MS[unit])];
}

function calendar(days: number): readonly [LengthUnit, number] {
  for (const [unit, most] of UNITS) {
    const n = Math.round((days * DAY_MS) / UNIT_MS[unit]);
    if (Math.abs(n) <= most) return [unit, n];
  }
  return ["days", days];
}
