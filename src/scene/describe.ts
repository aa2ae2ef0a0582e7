import type { Lane } from "../layout/lanes.js";
import { sideOf } from "../layout/mark.js";
import { formatInstant } from "../locale/format-time.js";
import { count, fill, formatNumber } from "../locale/phrases.js";
import { asKnownLine, zoneNote } from "../locale/remarks.js";
import type { Locale } from "../locale/types.js";
import type { Timeline } from "../model/resolved.js";
import { toLocal } from "../model/zone.js";

export interface DescribeContext {
  readonly lanes: readonly Lane[];
  readonly window: { readonly from: number; readonly to: number };
  /** Indexes of the events that are shown. Default: all. */
  readonly events?: readonly number[] | undefined;
}

/** The summary a screen reader hears: what it is, how much, where it gathers, and how well it is known. */
export function describeTimeline(
  timeline: Timeline,
  locale: Locale,
  { lanes, window, events: shown }: DescribeContext,
): string {
  const { phrases, counted } = locale.words;
  const { zone } = timeline;
  const all = shown === undefined || shown.length === timeline.events.length;
  const events = all ? timeline.events : shown.map((i) => timeline.events[i]!);
  if (events.length === 0) return phrases.noEvents;
  const named = lanes.filter((l) => l.name !== "");
  const total = count(counted.events, events.length, locale);
  const sentences: string[] = [];
  const head =
    named.length > 1
      ? fill(phrases.summaryLanes, { events: total, lanes: count(counted.lanes, named.length, locale) })
      : fill(phrases.summaryPlain, { events: total });
  const date = (ms: number): string =>
    formatInstant(ms, { locale, zone, style: "date", precision: window.to - window.from > 4e11 ? "year" : "day" });
  sentences.push(`${head}, ${fill(phrases.summaryExtent, { from: date(window.from), to: date(window.to - 1) })}`);
  if (named.length > 1 && named.length <= 12) sentences[0] += `: ${locale.list(named.map((l) => l.name))}`;
  const outside = events.filter((e) => sideOf(e.span, window.from, window.to) !== "inside").length;
  if (outside > 0) sentences.push(fill(phrases.summaryOutside, { events: count(counted.events, outside, locale) }));
  const busiest = busiestDay(events, zone, window);
  if (busiest && busiest.n >= 3 && window.to - window.from < 1e10) {
    sentences.push(
      fill(phrases.summaryPattern, {
        n: formatNumber(busiest.n, locale),
        total: formatNumber(events.length, locale),
        date: date(busiest.at),
      }),
    );
  }
  const uncertain = events.filter(
    (e) =>
      e.span.kind === "within" ||
      e.span.startQualifier !== undefined ||
      e.span.endQualifier !== undefined ||
      e.span.startMissing === "unknown" ||
      e.span.endMissing === "unknown",
  ).length;
  if (uncertain > 0)
    sentences.push(
      fill(phrases.summaryUncertain, {
        n: formatNumber(uncertain, locale),
        total: formatNumber(events.length, locale),
      }),
    );
  sentences.push(asKnownLine(timeline, locale), zoneNote(timeline, locale, window));
  return sentences
    .filter((s) => s !== "")
    .map((s) => `${s}.`)
    .join(" ");
}

function busiestDay(
  events: Timeline["events"],
  zone: string,
  { from, to }: DescribeContext["window"],
): { at: number; n: number } | null {
  const days = new Map<number, { at: number; n: number }>();
  for (const { span } of events) {
    const at = span.startMin;
    if (at === null || at < from || at >= to) continue;
    const p = toLocal(at, zone);
    const key = (p.year * 12 + p.month) * 31 + p.day;
    const day = days.get(key);
    if (day === undefined) days.set(key, { at, n: 1 });
    else day.n++;
  }
  return [...days.values()].reduce<{ at: number; n: number } | null>(
    (best, d) => (best === null || d.n > best.n ? d : best),
    null,
  );
}
