import { fill } from "../locale/phrases.js";
import type { ResolvedPoint, ResolvedSeries } from "../model/resolved.js";
import type { Arrangement } from "./arrange.js";
import { paragraph } from "./flow.js";
import type { Layout, TextBlock, TextLine } from "./layout.js";
import { sideOf } from "./mark.js";
import { numberText, valueScale, type ValueScale } from "./series-scale.js";
import { lineHeight } from "./typography.js";
import type { View } from "./view.js";
import { wrapText } from "./wrap.js";

/** What no window changes of a number track. */
export interface SeriesFrame {
  readonly series: ResolvedSeries;
  /** Its place among the timeline's. */
  readonly index: number;
  /** Title, unit and source. */
  readonly name: TextBlock;
  readonly y0: number;
  readonly y1: number;
  /** y under which figures stand: under the name where that is not beside them. */
  readonly top: number;
  readonly scale: ValueScale;
  /** y of the scale's largest and least number. */
  readonly value: { readonly y0: number; readonly y1: number };
  readonly ticks: readonly { readonly y: number; readonly text: TextLine }[];
}

/** Heights in em: of the numbers of one track alone and of one among several, over the largest number, under the least. */
const ALONE = 6;
const AMONG = 4.5;
const OVER = 1.9;
const UNDER = 0.8;
/** Round numbers beside a track. */
const TICKS_ALONE = 4;
const TICKS_AMONG = 3;
/** The widest a title may be beside a track, in em, and the free space between it and the numbers. */
const TITLE = 8;
const GAP = 0.9;
/** The widest word of a title that is given its room, and the distance of the numbers from the axis, in em. */
const WORD = 11;
const NUMBERS = 0.45;

export const toValueY = ({ scale: { min, max }, value }: Pick<SeriesFrame, "scale" | "value">, n: number): number =>
  value.y1 - ((n - min) / (max - min)) * (value.y1 - value.y0);

const mostTicks = ({ timeline }: Arrangement): number => (timeline.series.length > 1 ? TICKS_AMONG : TICKS_ALONE);

/** In a picture that moves the numbers stay where they are; a still one has no room for what it does not show. */
function scaleIn(series: ResolvedSeries, arrangement: Arrangement, { from, to }: View): ValueScale {
  const { kind } = series;
  const most = mostTicks(arrangement);
  if (arrangement.options.zoomable === true) return valueScale(series, most);
  const inside = (p: ResolvedPoint): boolean => sideOf(p.span, from, to) === "inside";
  const seen: ResolvedPoint[] = [];
  series.points.forEach((p, i) => {
    const { points } = series;
    // What a line comes from, or goes to, is seen in part.
    const near = (q: ResolvedPoint | undefined): boolean => kind !== "bars" && q !== undefined && inside(q);
    if (inside(p) || near(points[i - 1]) || near(points[i + 1])) seen.push(p);
  });
  return valueScale({ kind, points: seen.length > 0 ? seen : series.points }, most);
}

/** The width that the names and numbers of tracks need beside them; 0 without any. */
export function seriesGutter(arrangement: Arrangement, view: View): number {
  const { timeline, type, measure } = arrangement;
  let widest = 0;
  for (const series of timeline.series) {
    const font = type.lane;
    // As wide as its longest word, within reason: a name is not cut in a word that would fit.
    const word = Math.max(0, ...series.title.split(" ").map((w) => measure(w, font)));
    const maxWidth = Math.max(TITLE * type.em, Math.min(word + 1, WORD * type.em));
    const title = wrapText(series.title, { maxWidth, maxLines: 4, font, measure }).width;
    const numbers = numbersWidth(scaleIn(series, arrangement, view), arrangement);
    widest = Math.max(widest, Math.max(title, 5.5 * type.em) + (GAP + NUMBERS) * type.em + numbers);
  }
  return widest;
}

/** The width that their numbers need alone, where names stand over the tracks. */
export const numbersGutter = (arrangement: Arrangement, view: View): number =>
  Math.max(...arrangement.timeline.series.map((s) => numbersWidth(scaleIn(s, arrangement, view), arrangement))) +
  NUMBERS * arrangement.type.em;

function numbersWidth({ ticks }: ValueScale, { locale, measure, type }: Arrangement): number {
  let widest = 0;
  for (const n of ticks) widest = Math.max(widest, measure(numberText(n, locale), type.minor));
  return widest;
}

interface Box {
  readonly gutter: Layout["gutter"];
  /** x of the numbers' axis, and y from which the first track stands. */
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
}

/** Tracks one under the other, from `y` down. */
export function seriesFrames(arrangement: Arrangement, view: View, { gutter, x0, x1, y }: Box): SeriesFrame[] {
  let top = y;
  return arrangement.timeline.series.map((series, index) => {
    const frame = frameOf(series, index, arrangement, view, { gutter, x0, x1, y: top });
    top = frame.y1;
    return frame;
  });
}

function frameOf(
  series: ResolvedSeries,
  index: number,
  arrangement: Arrangement,
  view: View,
  { gutter, x0, x1, y }: Box,
): SeriesFrame {
  const { type, locale, timeline } = arrangement;
  const em = type.em;
  const scale = scaleIn(series, arrangement, view);
  const numbers = numbersWidth(scale, arrangement);
  const room = gutter.beside ? gutter.x1 - gutter.x0 - numbers - (NUMBERS + GAP) * em : x1 - gutter.x0;
  const name = nameOf(series, arrangement, { x: gutter.x0, y: y + 0.55 * em, width: room });
  const top = gutter.beside ? y : y + 0.55 * em + name.height;
  const height = (timeline.series.length > 1 ? AMONG : ALONE) * em;
  const value = { y0: top + OVER * em, y1: top + OVER * em + height };
  const y1 = Math.max(value.y1 + UNDER * em, gutter.beside ? y + name.height + em : 0);
  // A long name makes its track higher, not emptier.
  const filled = { y0: value.y0, y1: y1 - UNDER * em };
  const { size } = type.minor;
  const ticks = scale.ticks.map((n) => {
    const at = toValueY({ scale, value: filled }, n);
    const line: TextLine = {
      text: numberText(n, locale),
      x: x0 - NUMBERS * em,
      y: at + 0.35 * size,
      font: type.minor,
      role: "number",
      anchor: "end",
    };
    return { y: at, text: line };
  });
  return { series, index, name, y0: y, y1, top, scale, value: filled, ticks };
}

function nameOf(
  series: ResolvedSeries,
  { type, measure, locale }: Arrangement,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
): TextBlock {
  const { phrases } = locale.words;
  const lines: TextLine[] = [];
  let height = 0;
  const add = (text: string, font: typeof type.lane, role: string): void => {
    if (text === "") return;
    const block = paragraph(text, font, role, { x, y: y + height, width, maxLines: 4 }, { type, measure });
    lines.push(...block.lines);
    height += block.height;
  };
  add(series.title, type.lane, "lane");
  add(series.unit, type.foot, "lane-summary");
  if (hasRange(series)) add(phrases.trackRange, type.foot, "lane-summary");
  if (series.source !== "") {
    height += 0.15 * lineHeight(type.foot, type);
    add(fill(phrases.credit, { credit: series.source }), type.foot, "lane-summary");
  }
  return { lines, height };
}

/** Whether bounds are drawn that need a word. */
const hasRange = ({ points }: ResolvedSeries): boolean =>
  points.some(({ low, high }) => low !== null && high !== null && low !== high);
