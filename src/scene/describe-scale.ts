import { momentsOf, type AxisScale } from "../layout/axis-scale.js";
import type { Break } from "../layout/folded.js";
import type { Lane } from "../layout/lanes.js";
import { sideOf } from "../layout/mark.js";
import { originWords, unitWord } from "../layout/ticks-relative.js";
import { formatInstant } from "../locale/format-time.js";
import { capital, fill } from "../locale/phrases.js";
import type { Locale } from "../locale/types.js";
import type { ResolvedEvent, Timeline } from "../model/resolved.js";
import { isTimeOfDay } from "../model/span.js";

interface Window {
  readonly from: number;
  readonly to: number;
}

/** The dates between which a window lies; on a relative axis, where each lane has its own, those between which all lies. */
export function calendarOf({ from, to }: Window, scale: AxisScale, events: readonly ResolvedEvent[]): Window {
  if (scale.relative === null) {
    const window = momentsOf(scale, { from, to });
    if (scale.sequence !== null && scale.sequence.steps.length > 0) {
      const { steps } = scale.sequence;
      return { from: Math.max(window.from, steps[0]!.lo), to: Math.min(window.to, steps.at(-1)!.lo + 1) };
    }
    if (scale.folded === null) return window;
    // A folded axis has room beyond its first and last date, without a date of its own.
    const { dates } = scale.folded;
    return { from: Math.max(window.from, dates.from), to: Math.min(window.to, dates.to) };
  }
  let first = Infinity;
  let last = -Infinity;
  for (const { span } of events)
    for (const ms of [span.startMin, span.startMax, span.endMin, span.endMax]) {
      if (ms === null) continue;
      first = Math.min(first, ms);
      last = Math.max(last, ms);
    }
  return first < last ? { from: first, to: last } : { from, to };
}

/** Whether an event stands in no lane of the window. */
export function outsideOf(
  scale: AxisScale,
  { from, to }: Window,
  { lanes, timeline }: { readonly lanes: readonly Lane[]; readonly timeline: Timeline },
): (event: ResolvedEvent) => boolean {
  if (scale.relative === null) return ({ span }) => sideOf(scale.spanIn(span, ""), from, to) !== "inside";
  const inside = new Set<ResolvedEvent>();
  for (const { id, events } of lanes)
    for (const i of events) {
      const event = timeline.events[i]!;
      if (sideOf(scale.spanIn(event.span, id), from, to) === "inside") inside.add(event);
    }
  return (event) => !inside.has(event);
}

/** What the axis does with time, where that is not what one would think. */
export function scaleSentences(scale: AxisScale, { from, to }: Window, timeline: Timeline, locale: Locale): string[] {
  const { phrases } = locale.words;
  const sentences: string[] = [];
  const breaks = (scale.folded?.breaks ?? []).filter((b) => b.b > from && b.a < to);
  if (breaks.length > 0)
    sentences.push(
      fill(phrases.summaryBreaks, { breaks: locale.list(breaks.map((b) => breakText(b, timeline.zone, locale))) }),
    );
  if (scale.sequence !== null) sentences.push(capital(phrases.inOrder));
  if (scale.relative !== null)
    sentences.push(
      capital(fill(originWords(scale.relative.to, timeline, locale), { unit: unitWord(to - from, locale) })),
    );
  return sentences;
}

/** "10 years after December 2011". */
function breakText({ name, gap, after }: Break, zone: string, locale: Locale): string {
  const isClock = after === null || isTimeOfDay(after.precision);
  const style = isClock && gap.to - gap.from < 3 * 864e5 ? "both" : "date";
  const precision = isClock ? "day" : after!.precision;
  const ms = isClock ? gap.from : gap.from - 1;
  const date = formatInstant(ms, { locale, zone: isClock ? zone : after!.zone, style, precision });
  return fill(locale.words.phrases.breakAfter, { length: name, date });
}
