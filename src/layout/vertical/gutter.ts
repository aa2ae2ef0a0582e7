import type { Arrangement } from "../arrange.js";
import { axisMarks } from "../axis-marks.js";
import { axisTicks } from "../axis-ticks.js";
import type { Layout } from "../layout.js";
import type { TextMeasurer } from "../text.js";
import type { TickSet } from "../ticks.js";
import { lineHeight, type Typography } from "../typography.js";
import type { TimeAxis, View } from "../view.js";
import { wrapText } from "../wrap.js";

/** Along a vertical axis words are as long as they are high. */
const upright =
  (type: Typography, lines: (text: string) => number = () => 1): TextMeasurer =>
  (text, font) =>
    text === "" ? 0 : lineHeight(font, type) * (0.6 + lines(text));

/** Dates beside a vertical axis are as far apart as they are high. */
export const verticalTicks = (arrangement: Arrangement, axis: TimeAxis): TickSet =>
  axisTicks({ ...arrangement, measure: upright(arrangement.type) }, axis);

/** The lines of a break's name in the column of the dates. */
export const breakName = (
  name: string,
  { x0, x1 }: Layout["gutter"],
  { type, measure }: Pick<Arrangement, "type" | "measure">,
): readonly string[] =>
  wrapText(name, { maxWidth: x1 - x0 - END * type.em, maxLines: 2, font: type.minor, measure }).lines;

/** What the time scale adds: tears, whose names stand among the dates, and day 0. */
export function verticalMarks(
  arrangement: Arrangement,
  axis: TimeAxis,
  gutter: Layout["gutter"],
): Pick<Layout, "breaks" | "zero"> {
  const measure = upright(arrangement.type, (name) => breakName(name, gutter, arrangement).length - 0.4);
  return axisMarks({ ...arrangement, measure }, axis);
}

/** Whether a date is the first of its part of a folded axis: it says its year, and is of another form than the rest. */
export const standsAlone = (time: number, { scale }: Pick<Arrangement, "scale">): boolean =>
  scale.folded?.stretches.some((s) => s.from === time) === true;

/** Free space between the dates and the axis, in em. */
export const END = 0.45;

/** A date that is too long for its column in two lines; none where words of it would be cut. */
export function dateLines(
  label: string,
  room: number,
  { type, measure }: Pick<Arrangement, "type" | "measure">,
): readonly string[] {
  if (measure(label, type.minor) <= room) return [label];
  const { lines, truncated } = wrapText(label, { maxWidth: room, maxLines: 2, font: type.minor, measure });
  return truncated ? [] : lines;
}
const dateWidth = (label: string, most: number, arrangement: Arrangement): number =>
  Math.max(0, ...dateLines(label, most, arrangement).map((line) => arrangement.measure(line, arrangement.type.minor)));

/** The dates' column: as wide as its words with the window that opens, within reason. */
export function gutterOf(
  arrangement: Arrangement,
  view: View,
  { x0, x1 }: { readonly x0: number; readonly x1: number },
): Layout["gutter"] {
  const { type, measure, scale } = arrangement;
  const em = type.em;
  const axis: TimeAxis = { from: view.from, to: view.to, x0: 0, x1: 60 * em, scale: scale.scale };
  const { minor, major } = verticalTicks(arrangement, axis);
  const most = Math.min(Math.max((x1 - x0) * 0.16, 4.4 * em), 9 * em) - 0.6 * em;
  // How long a break is, and in what year that was, has to be said: it may take a little more than other dates.
  const named = Math.max(most, 5.5 * em);
  const breaks = (scale.folded?.breaks ?? []).map(
    ({ name }) => wrapText(name, { maxWidth: named, maxLines: 2, font: type.minor, measure }).width,
  );
  // On a relative axis the wide line is a sentence, which stands over the axis.
  const dates = scale.relative !== null ? [] : major;
  const widths = [
    ...(scale.scale === null && scale.relative === null ? [measure("00:00", type.minor)] : []),
    ...minor.map((t) => dateWidth(t.label, measure(t.label, type.minor) <= most ? most : named, arrangement)),
    ...dates.map((t) => {
      const forms = [t.label, ...(t.shorter ?? [])].map((form) => measure(form, type.major));
      return forms.find((w) => w <= (standsAlone(t.time, arrangement) ? named : most)) ?? 0;
    }),
  ].filter((w) => w <= named);
  return { x0, x1: x0 + Math.max(...widths, ...breaks, 2.4 * em) + 0.7 * em, beside: true };
}
