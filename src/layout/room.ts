import type { Arrangement } from "./arrange.js";
import type { Layout } from "./layout.js";
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

/** Lane names beside the lanes where there is room, on top of each in narrow pictures. */
export function gutterOf(
  { lanes, measure, type, unit }: Pick<Arrangement, "lanes" | "measure" | "type" | "unit">,
  x0: number,
  x1: number,
): Layout["gutter"] {
  const named = lanes.filter((l) => l.name !== "");
  if (named.length === 0) return { x0, x1: x0, beside: true };
  if (x1 - x0 < (unit === "mm" ? 330 : 480)) return { x0, x1: x0, beside: false };
  const most = Math.min((x1 - x0) * 0.17, 11 * type.em);
  const widths = named.map((l) => wrapText(l.name, { maxWidth: most, maxLines: 3, font: type.lane, measure }).width);
  return { x0, x1: x0 + Math.max(...widths) + type.em, beside: true };
}

/** Tracks a lane may use: generous for few lanes, so that all lanes together stay a picture one can take in. */
export function tracksFor({ lanes, options, type, unit }: Arrangement, view: View): number {
  const n = Math.max(1, lanes.length);
  const perTrack = 2.9 * type.em;
  const units = unit === "mm" ? 72 / 25.4 : 1;
  const height =
    options.height === undefined ? Math.max(view.width * 0.62, 40 * type.em) : options.height * units - 14 * type.em;
  const share = Math.floor(height / perTrack / n);
  return options.height === undefined
    ? Math.min(12, Math.max(lanes.length > 8 ? 2 : 5, share + (lanes.length > 8 ? 1 : 2)))
    : Math.max(1, share);
}
