import { isHeading, type Lane } from "../layout/lanes.js";
import { calendarWindow, type AxisScale } from "../layout/axis-scale.js";
import { formatInstant, formatTime } from "../locale/format-time.js";
import { count, fill, formatNumber, inSentences, lastStop } from "../locale/phrases.js";
import { asKnownLine, zoneNote } from "../locale/remarks.js";
import type { Locale } from "../locale/types.js";
import { DAY_MS } from "../model/calendar.js";
import type { ResolvedEvent, Timeline } from "../model/resolved.js";
import type { TimeSpan } from "../model/span.js";
import { zoneOffset } from "../model/zone.js";
import { seriesSentence } from "./series-text.js";
import { calendarOf, outsideOf, scaleSentences } from "./describe-scale.js";

export interface DescribeContext {
  readonly lanes: readonly Lane[];
  /** In units of the axis. */
  readonly window: { readonly from: number; readonly to: number };
  /** How times stand on the axis. */
  readonly scale: AxisScale;
  /** Indexes of the events that are shown. Default: all. */
  readonly events?: readonly number[] | undefined;
}

/** The summary a screen reader hears: what it is, how much, where it gathers, and how well it is known. */
export function describeTimeline(
  timeline: Timeline,
  locale: Locale,
  { lanes, window: seen, scale, events: shown }: DescribeContext,
): string {
  const { phrases, counted } = locale.words;
  const { zone } = timeline;
  const all = shown === undefined || shown.length === timeline.events.length;
  const events = all ? timeline.events : shown.map((i) => timeline.events[i]!);
  if (events.length === 0 && timeline.series.length === 0) return phrases.noEvents;
  const window = calendarOf(seen, scale, events);
  const named = lanes.filter((l) => l.name !== "" && !isHeading(l));
  const total = count(counted.events, events.length, locale);
  const sentences: string[] = [];
  const head =
    named.length > 1
      ? fill(phrases.summaryLanes, { events: total, lanes: count(counted.lanes, named.length, locale) })
      : fill(phrases.summaryPlain, { events: total });
  const date = (ms: number): string =>
    formatInstant(ms, { locale, zone, style: "date", precision: window.to - window.from > 4e11 ? "year" : "day" });
  sentences.push(`${head}, ${fill(phrases.summaryExtent, { from: date(window.from), to: date(window.to - 1) })}`);
  if (named.length > 1) {
    // Of many lanes in lanes the outermost alone.
    const all = lanes.filter((l) => l.name !== "");
    const outer = all.length > 12 ? all.filter((l) => l.nest?.depth === 0) : all;
    if (outer.length > 1 && outer.length <= 12) sentences[0] += `: ${listed(outer, locale)}`;
  }
  if (timeline.periods.length > 0) sentences.push(periodsSentence(timeline, locale));
  sentences.push(...scaleSentences(scale, seen, timeline, locale));
  const isOutside = outsideOf(scale, seen, { lanes, timeline });
  const { outside, uncertain, busiest } = survey(events, zone, window, isOutside);
  if (outside > 0) sentences.push(fill(phrases.summaryOutside, { events: count(counted.events, outside, locale) }));
  if (busiest && busiest.n >= 3 && window.to - window.from < 1e10) {
    sentences.push(
      fill(phrases.summaryPattern, {
        n: formatNumber(busiest.n, locale),
        total: formatNumber(events.length, locale),
        date: date(busiest.at),
      }),
    );
  }
  if (uncertain > 0)
    sentences.push(
      fill(phrases.summaryUncertain, {
        n: formatNumber(uncertain, locale),
        total: formatNumber(events.length, locale),
      }),
    );
  for (const series of timeline.series) sentences.push(seriesSentence(series, timeline, locale));
  sentences.push(asKnownLine(timeline, locale), zoneNote(timeline, locale, calendarWindow(scale, seen)));
  return inSentences(sentences, locale) + lastStop(locale);
}

/** "Periods: State of emergency (5–19 January 2022)". */
function periodsSentence({ periods, zone }: Timeline, locale: Locale): string {
  const named = periods.map(({ title, span }) => `${title} (${formatTime(span, { locale, zone })})`);
  return fill(locale.words.phrases.summaryPeriods, { periods: named.join(locale.semicolon) });
}

/** "Mangystau (Aktau and Zhanaozen) and Almaty". */
function listed(lanes: readonly Lane[], locale: Locale): string {
  const names: string[] = [];
  for (let i = 0; i < lanes.length;) {
    const { name, nest } = lanes[i]!;
    let end = i + 1;
    while (nest !== undefined && end < lanes.length && lanes[end]!.nest!.depth > nest.depth) end++;
    names.push(end === i + 1 ? name : `${name} (${listed(lanes.slice(i + 1, end), locale)})`);
    i = end;
  }
  return locale.list(names);
}

interface Survey {
  readonly outside: number;
  readonly uncertain: number;
  /** The day on which most events begin, and how many. */
  readonly busiest: { readonly at: number; readonly n: number } | null;
}

function survey(
  events: Timeline["events"],
  zone: string,
  { from, to }: DescribeContext["window"],
  isOutside: (event: ResolvedEvent) => boolean,
): Survey {
  const days = new Map<number, { at: number; n: number }>();
  let outside = 0;
  let uncertain = 0;
  for (let i = 0; i < events.length; i++) {
    const { span } = events[i]!;
    if (isOutside(events[i]!)) outside++;
    if (isUncertain(span)) uncertain++;
    const at = span.startMin;
    if (at === null || at < from || at >= to) continue;
    const key = Math.floor((at + zoneOffset(zone, at) * 6e4) / DAY_MS);
    const day = days.get(key);
    if (day === undefined) days.set(key, { at, n: 1 });
    else day.n++;
  }
  let busiest: Survey["busiest"] = null;
  for (const day of days.values()) if (busiest === null || day.n > busiest.n) busiest = day;
  return { outside, uncertain, busiest };
}

const isUncertain = (span: TimeSpan): boolean =>
  span.kind === "within" ||
  span.startQualifier !== undefined ||
  span.endQualifier !== undefined ||
  span.startMissing === "unknown" ||
  span.endMissing === "unknown";
