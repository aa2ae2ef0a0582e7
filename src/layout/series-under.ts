import type { Arrangement } from "./arrange.js";
import { axisTicks } from "./axis-ticks.js";
import type { SeriesDates } from "./layout.js";
import { cutoffOf } from "./room.js";
import { numbersGutter, seriesFrames, seriesGutter } from "./series-frame.js";
import { placeSeries, type SeriesLayout } from "./series.js";
import { lineHeight } from "./typography.js";
import type { TimeAxis, View } from "./view.js";

/** Tracks beside their names need so many em of axis; with less the names stand over them. */
const ROOM = 24;

/**
 * Number tracks under a picture in which time runs down: on a lying axis of their own, of the same window. Null without
 * tracks.
 */
export function seriesUnder(
  arrangement: Arrangement,
  view: View,
  { x0, x1, y }: { readonly x0: number; readonly x1: number; readonly y: number },
): { readonly series: readonly SeriesLayout[]; readonly dates: SeriesDates; readonly y1: number } | null {
  const { timeline, type } = arrangement;
  if (timeline.series.length === 0) return null;
  const em = type.em;
  const opening = arrangement.options.zoomable === true ? { ...arrangement.view, width: view.width } : view;
  const wanted = seriesGutter(arrangement, opening);
  const beside = x1 - x0 - wanted >= ROOM * em;
  const gutter = { x0, x1: x0 + (beside ? wanted : numbersGutter(arrangement, opening)), beside };
  const axis: TimeAxis = { from: view.from, to: view.to, x0: gutter.x1, x1, scale: arrangement.scale.scale };
  const top = y + em;
  const ticks = axisTicks(arrangement, axis);
  // As over the lanes: years have no wide line over them, which a picture that zooms keeps free.
  const wide = arrangement.options.zoomable === true || ticks.major.length > 0;
  const major = top + (wide ? lineHeight(type.major, type) : 0);
  const minor = major + lineHeight(type.minor, type) * 1.05;
  const frames = seriesFrames(arrangement, opening, { gutter, x0: axis.x0, x1, y: minor + 0.55 * em });
  const y1 = frames.at(-1)!.y1;
  const dates: SeriesDates = {
    axis,
    ticks,
    tickLines: { major, minor, top },
    plot: { y0: minor + 0.55 * em, y1 },
    cutoff: cutoffOf(arrangement, axis),
  };
  return { series: frames.map((f) => placeSeries(f, axis, arrangement)), dates, y1 };
}
