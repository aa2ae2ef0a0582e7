import type { Problem } from "../model/problem.js";
import { resolveTime } from "../model/time.js";
import type { TimePoint } from "../model/types.js";

/** A point of time given as an option: the first and last moment it stands for. A blank one is none. */
export function pointOf(
  point: TimePoint | null | undefined,
  option: string,
  zone: string,
): { readonly at?: { readonly from: number; readonly to: number }; readonly problems: readonly Problem[] } {
  if (point === undefined || point === null || point === "") return { problems: [] };
  const result = resolveTime(point, { zone });
  if (!result.ok) return { problems: [{ ...result.problem, path: option }] };
  const { startMin, startMax, endMin, endMax } = result.value;
  const from = startMin ?? startMax ?? endMin ?? endMax;
  const to = endMax ?? endMin ?? startMax ?? startMin;
  return from === null || to === null ? { problems: [] } : { at: { from, to }, problems: [] };
}
