import { figureText } from "../layout/series-scale.js";
import { formatInstant, formatTime } from "../locale/format-time.js";
import { count, fill, formatNumber } from "../locale/phrases.js";
import type { Locale } from "../locale/types.js";
import { isKnown } from "../model/series.js";
import type { ResolvedSeries, Timeline } from "../model/resolved.js";

/** "Arrests to date (people)". */
export const titleAndUnit = ({ title, unit }: ResolvedSeries): string => (unit === "" ? title : `${title} (${unit})`);

/** The same with who says so. */
export function seriesName(series: ResolvedSeries, { words, semicolon }: Locale): string {
  const { source } = series;
  const name = titleAndUnit(series);
  return source === "" ? name : name + semicolon + fill(words.phrases.accordingTo, { source });
}

/** How much a figure says; that nothing is known, with the words that say so, where it is a gap. */
export function figureOrGap(point: ResolvedSeries["points"][number], locale: Locale): string {
  const { trackUnknown } = locale.words.phrases;
  const text = figureText(point, locale);
  if (text === "") return trackUnknown;
  return isKnown(point) ? text : `${text} (${trackUnknown})`;
}

/** "Arrests to date, 6 January 2022: more than 2,000". */
export function pointSentence(series: ResolvedSeries, index: number, timeline: Timeline, locale: Locale): string {
  const point = series.points[index]!;
  const when = formatTime(point.span, { locale, zone: timeline.zone });
  return `${titleAndUnit(series)}${locale.comma}${when}: ${figureOrGap(point, locale)}`;
}

/** A track in one sentence: how many figures, from when to when, and the first and the last of them. */
export function seriesSentence(series: ResolvedSeries, { zone }: Timeline, locale: Locale): string {
  const { phrases, counted } = locale.words;
  const known = series.points.filter(isKnown);
  const [first, last] = [known[0]!, known.at(-1)!];
  const long = last.at - first.at > 4e11;
  const date = (ms: number): string =>
    formatInstant(ms, { locale, zone, style: "date", precision: long ? "year" : "day" });
  const track = titleAndUnit(series);
  const gaps = series.points.length - known.length;
  const said =
    known.length === 1
      ? fill(phrases.trackOne, { track, figure: figureText(first, locale), date: date(first.at) })
      : fill(phrases.trackSummary, {
          track,
          figures: count(counted.figures, known.length, locale),
          from: date(first.at),
          to: date(last.at),
          first: figureText(first, locale),
          last: figureText(last, locale),
        });
  return gaps === 0 ? said : said + locale.semicolon + fill(phrases.trackGaps, { n: formatNumber(gaps, locale) });
}
