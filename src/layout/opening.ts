import type { Problem } from "../model/problem.js";
import { problem } from "../model/problems.js";
import type { Timeline } from "../model/resolved.js";
import type { TimePoint } from "../model/types.js";
import { unitsOf, type AxisScale } from "./axis-scale.js";
import type { LayoutOptions } from "./options.js";
import { pointOf } from "./points.js";
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
  const open = scale.window ?? openingWindow(timeline);
  const a = from.at ?? open.from;
  const b = to.at ?? open.to;
  const problems = [...from.problems, ...to.problems];
  // A window given the wrong way round, or only half, still shows something.
  if (from.at !== undefined && to.at !== undefined && to.at < from.at)
    problems.push(problem("E-DATE-ORDER", { path: "to", value: options.to instanceof Date ? undefined : options.to }));
  const view: View =
    a < b ? { from: a, to: b, width } : { from: Math.min(a, b), to: Math.max(a, b) + (a === b ? 864e5 : 0), width };
  return { view, problems };
}

/** An end of the window on the axis, in units. */
function placeOf(
  point: TimePoint | null | undefined,
  end: "from" | "to",
  { zone }: Timeline,
  scale: AxisScale,
): { readonly at?: number; readonly problems: readonly Problem[] } {
  if (point === undefined || point === null || point === "") return { problems: [] };
  if (scale.kind === "relative")
    return typeof point === "number" && Number.isFinite(point)
      ? { at: point, problems: [] }
      : { problems: [problem("W-RELATIVE-WINDOW", { path: end, value: String(point) })] };
  const { at, problems } = pointOf(point, end, zone);
  if (at === undefined) return { problems };
  const ms = at[end];
  const units = scale.sequence === null || typeof point === "number" ? unitsOf(scale, ms) : scale.edgeIn(ms, "");
  return { at: units, problems };
}
