import type { Lane } from "../layout/lanes.js";
import { sideOf } from "../layout/mark.js";
import { formatInstant } from "../locale/format-time.js";
import { count, fill, formatNumber } from "../locale/phrases.js";
import { asKnownLine, zoneNote } from "../locale/remarks.js";
import type { Locale } from "../locale/types.js";
import { DAY_MS } from "../model/calendar.js";
import type { ResolvedEvent, Timeline } from "../model/resolved.js";
import { zoneOffset } from "../model/zone.js";

export interface DescribeContext {
  readonly lanes: readonly Lane[];
  readonly window: { readonly from: number; readonly to: number };
}

/** The summary a screen reader hears: what it is, how much, where it gathers, and how well it is known. */
export function describeTimeline(timeline: Timeline, locale: Locale, { lanes, window }: DescribeContext): string {
  const { phrases, counted } = locale.words;
  const { events, zone } = timeline;
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
  const outside = countOf(events, (e) => sideOf(e.span, window.from, window.to) !== "inside");
  if (outside > 0) sentences.push(fill(phrases.summaryOutside, { events: count(counted.events, outside, locale) }));
  const busiest = busiestDay(timeline, window);
  if (busiest && busiest.n >= 3 && window.to - window.from < 1e10) {
    sentences.push(
      fill(phrases.summaryPattern, {
        n: formatNumber(busiest.n, locale),
        total: formatNumber(events.length, locale),
        date: date(busiest.at),
      }),
    );
  }
  const uncertain = countOf(events, isUncertain);
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

function countOf(events: readonly ResolvedEvent[], is: (event: ResolvedEvent) => boolean): number {
  let n = 0;
  for (let i = 0; i < events.length; i++) if (is(events[i]!)) n++;
  return n;
}

const isUncertain = ({ span }: ResolvedEvent): boolean =>
  span.kind === "within" ||
  span.startQualifier !== undefined ||
  span.endQualifier !== undefined ||
  span.startMissing === "unknown" ||
  span.endMissing === "unknown";

function busiestDay(timeline: Timeline, { from, to }: DescribeContext["window"]): { at: number; n: number } | null {
  const { events, zone } = timeline;
  const days = new Map<number, { at: number; n: number }>();
  let best: { at: number; n: number } | null = null;
  for (let i = 0; i < events.length; i++) {
    const at = events[i]!.span.startMin;
    if (at === null || at < from || at >= to) continue;
    const key = Math.floor((at + zoneOffset(zone, at) * 6e4) / DAY_MS);
    const day = days.get(key);
    if (day === undefined) days.set(key, { at, n: 1 });
    else day.n++;
  }
  days.forEach((day) => {
    if (best === null || day.n > best.n) best = day;
  });
  return best;
}
