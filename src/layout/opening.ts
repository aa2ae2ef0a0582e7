import type { Problem } from "../model/problem.js";
import { problem } from "../model/problems.js";
import type { Timeline } from "../model/resolved.js";
import type { TimePoint } from "../model/types.js";
import { unitsOf, type AxisScale } from "./axis-scale.js";
import type { LayoutOptions } from "./options.js";
import { parsePoint } from "./points.js";
import type { View } from "./view.js";
import { openingWindow } from "./window.js";

/** The view that a picture opens with: as the options say, or as suits the data and the axis. */
export function openingView(
  timeline: Timeline,
  scale: AxisScale,
  options: LayoutOptions,
  width: number,
): { readonly view: View; readonly problems: readonly Problem[] } {
  const from = placeOf(options.from, "from", timeline, scale);
  const to = placeOf(options.to, "to", timeline, scale);
  const open = scale.window ?? openingWindow(timeline.events, timeline.zone, timeline.asOf);
  const a = from.at ?? open.from;
  const b = to.at ?? open.to;
  const problems = [from.problem, to.problem].filter((p) => p !== undefined);
  // A window given the wrong way round, or only half, still shows something.
  const view: View =
    a < b ? { from: a, to: b, width } : { from: Math.min(a, b), to: Math.max(a, b) + (a === b ? 864e5 : 0), width };
  return { view, problems };
}

/** An end of the window on the axis, in units. */
function placeOf(
  point: TimePoint | undefined,
  end: "from" | "to",
  { zone }: Timeline,
  scale: AxisScale,
): { readonly at?: number; readonly problem?: Problem } {
  if (point === undefined) return {};
  if (scale.kind === "relative")
    return typeof point === "number" && Number.isFinite(point)
      ? { at: point }
      : { problem: problem("W-RELATIVE-WINDOW", { path: end, value: String(point) }) };
  const { at, problem: wrong } = parsePoint(point, zone, end);
  if (at === undefined) return wrong === undefined ? {} : { problem: wrong };
  const ms = at[end];
  return { at: scale.sequence === null || typeof point === "number" ? unitsOf(scale, ms) : scale.edgeIn(ms, "") };
}
