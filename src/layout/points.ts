import type { Problem } from "../model/problem.js";
import { resolveTime } from "../model/time.js";
import type { TimePoint } from "../model/types.js";

/** A point of time given as an option: the first and last moment it stands for. */
export function parsePoint(
  point: TimePoint,
  zone: string,
  option?: string,
): { readonly at?: { readonly from: number; readonly to: number }; readonly problem?: Problem } {
  const result = resolveTime(point, { zone });
  if (!result.ok) return { problem: { ...result.problem, ...(option === undefined ? {} : { path: option }) } };
  const { startMin, startMax, endMin, endMax } = result.value;
  const from = startMin ?? startMax ?? endMin ?? endMax;
  const to = endMax ?? endMin ?? startMax ?? startMin;
  return from === null || to === null ? {} : { at: { from, to } };
}
