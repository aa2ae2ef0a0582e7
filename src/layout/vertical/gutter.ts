import type { Arrangement } from "../arrange.js";
import type { Layout } from "../layout.js";
import { ticks, type TickSet } from "../ticks.js";
import { lineHeight } from "../typography.js";
import type { TimeAxis, View } from "../view.js";

/** Dates beside a vertical axis are as far apart as they are high. */
export function verticalTicks(arrangement: Arrangement, { from, to, x0, x1 }: TimeAxis): TickSet {
  const { timeline, locale, type } = arrangement;
  return ticks({
    from,
    to,
    width: x1 - x0,
    zone: timeline.zone,
    locale,
    measure: (_, font) => lineHeight(font, type) * 1.6,
    font: type.minor,
    majorFont: type.major,
  });
}

/** The dates' column: as wide as its words with the window that opens, within reason. */
export function gutterOf(
  arrangement: Arrangement,
  view: View,
  { x0, x1 }: { readonly x0: number; readonly x1: number },
): Layout["gutter"] {
  const { type, measure } = arrangement;
  const em = type.em;
  const { minor, major } = verticalTicks(arrangement, { from: view.from, to: view.to, x0: 0, x1: 60 * em });
  const most = Math.min(Math.max((x1 - x0) * 0.16, 4.4 * em), 9 * em);
  const widths = [
    measure("00:00", type.minor),
    ...minor.map((t) => measure(t.label, type.minor)),
    ...major.map((t) => {
      const forms = [t.label, ...(t.shorter ?? [])].map((form) => measure(form, type.major));
      return forms.find((w) => w <= most - 0.6 * em) ?? 0;
    }),
  ].filter((w) => w <= most - 0.6 * em);
  return { x0, x1: x0 + Math.max(...widths, 2.4 * em) + 0.7 * em, beside: true };
}
