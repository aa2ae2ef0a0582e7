import type { Arrangement } from "./arrange.js";
import { isFolded, isHeading, type Lane } from "./lanes.js";
import { indentOf } from "./lane-name.js";
import type { Layout } from "./layout.js";
import { numbersGutter, seriesGutter } from "./series-frame.js";
import { xOf, type TimeAxis, type View } from "./view.js";
import { wrapText } from "./wrap.js";

/**
 * x of the moment of publication, where something of the window lies beyond it.
 *
 * @param lane id of a lane; on a relative axis each has its own
 */
export function cutoffOf({ timeline: { asOf }, scale }: Arrangement, axis: TimeAxis, lane?: string): number | null {
  if (asOf === null || (scale.relative !== null && lane === undefined)) return null;
  const at = scale.edgeIn(asOf, lane ?? "");
  if (at < axis.from || at >= axis.to) return null;
  const x = xOf(axis, at);
  return axis.x1 - x > 2 ? x : null;
}

/** x of the moment the caller calls now, where it is in the window. */
export function nowOf({ now, scale }: Arrangement, axis: TimeAxis): number | null {
  if (now === null || scale.relative !== null) return null;
  const at = scale.edgeIn(now, "");
  return at >= axis.from && at <= axis.to ? xOf(axis, at) : null;
}

/** Lane names beside the lanes where there is room, on top of each in narrow pictures; the axis begins at its end. */
export function gutterOf(arrangement: Arrangement, view: View, x0: number, x1: number): Layout["gutter"] {
  if (arrangement.timeline.series.length === 0) return namesGutter(arrangement, x0, x1);
  const tracks = { beside: () => seriesGutter(arrangement, view), under: () => numbersGutter(arrangement, view) };
  return namesGutter(arrangement, x0, x1, tracks);
}

/**
 * As {@link gutterOf}, before there is an arrangement.
 *
 * @param tracks what number tracks take, beside the axis and where names stand on top
 */
export function namesGutter(
  arrangement: Pick<Arrangement, "lanes" | "measure" | "type" | "unit" | "options">,
  x0: number,
  x1: number,
  tracks?: { readonly beside: () => number; readonly under: () => number },
): Layout["gutter"] {
  const { lanes, measure, type, unit } = arrangement;
  const named = lanes.filter((l) => l.name !== "");
  if (named.length === 0 && tracks === undefined) return { x0, x1: x0, beside: true };
  if (x1 - x0 < (unit === "mm" ? 330 : 480)) return { x0, x1: x0 + (tracks?.under() ?? 0), beside: false };
  const most = Math.min((x1 - x0) * 0.17, 11 * type.em);
  let widest = tracks?.beside() ?? 0;
  const hold = (name: string, depth: number | undefined): void => {
    const indent = depth === undefined ? 0 : indentOf(depth, arrangement);
    const maxWidth = Math.max(most - indent / 2, 5 * type.em);
    widest = Math.max(widest, indent + wrapText(name, { maxWidth, maxLines: 3, font: type.lane, measure }).width);
  };
  for (const { name, nest } of named) {
    hold(name, nest?.depth);
    // Folding moves no date.
    for (const inner of nest?.group?.inside ?? []) hold(inner.name, inner.depth);
  }
  return { x0, x1: x0 + widest + type.em, beside: true };
}

/** Tracks of a folded lane: its most important labels, as many as stand in a line. */
const FOLDED_TRACKS = 1;

/** Tracks of a lane where the others have `tracks`. */
export const tracksOf = (lane: Lane, tracks: number): number => (isFolded(lane) ? FOLDED_TRACKS : tracks);

/**
 * How many lanes share the room. In a picture whose lanes are folded while it is looked at those within count as ever, so
 * that the other lanes stay as they are.
 */
export function lanesThatHold(lanes: readonly Lane[], zoomable: boolean): number {
  let n = 0;
  for (const lane of lanes) {
    const inside = zoomable && isFolded(lane) ? lane.nest!.group!.inside.filter((l) => l.holds).length : 0;
    n += isHeading(lane) ? 0 : Math.max(1, inside + (lane.nest?.group?.heading === false ? 1 : 0));
  }
  return n;
}

/** How long a list under a picture may be that one still reads. */
export const listLength = (unit: Arrangement["unit"]): number => (unit === "mm" ? 60 : 40);

/** How many notes a picture may have. */
export const notesLimit = ({ options: { notes }, unit }: Pick<Arrangement, "options" | "unit">): number =>
  notes === false ? 0 : typeof notes === "number" ? notes : listLength(unit);

/** Tracks a lane may use: generous for few lanes, so that all lanes together stay a picture one can take in. */
export function tracksFor({ lanes, options, type, unit, timeline }: Arrangement, view: View): number {
  const n = Math.max(1, lanesThatHold(lanes, options.zoomable === true));
  const perTrack = 2.9 * type.em;
  const units = unit === "mm" ? 72 / 25.4 : 1;
  const height =
    options.height === undefined ? Math.max(view.width * 0.62, 40 * type.em) : options.height * units - 14 * type.em;
  const share = Math.floor(height / perTrack / n);
  if (options.height !== undefined) return Math.max(1, share);
  const [least, more] = n > 24 ? [1, 0] : n > 8 ? [2, 1] : [5, 2];
  const tracks = Math.min(12, Math.max(least, share + more));
  // Of so few events each may have a row: as a note it would take a line as well.
  const few = listLength(unit);
  return options.zoomable !== true && timeline.events.length <= few ? Math.max(tracks, Math.floor(few / n)) : tracks;
}
