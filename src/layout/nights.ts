import { addDays, startOfDay } from "./calendar-steps.js";
import { toX, type TimeAxis } from "./view.js";

/** Evening to morning (18–6 local), where days are wide enough for it to mean anything. */
export function nightsOf(axis: TimeAxis, zone: string): { x0: number; x1: number }[] {
  const days = (axis.to - axis.from) / 864e5;
  if (days > 45 || days < 0.2 || (axis.x1 - axis.x0) / days < 36) return [];
  const nights: { x0: number; x1: number }[] = [];
  for (let day = startOfDay(axis.from, zone, -1); day < axis.to; day = addDays(day, 1, zone)) {
    const next = addDays(day, 1, zone);
    const x0 = toX(axis, next - 6 * 36e5);
    const x1 = toX(axis, next + 6 * 36e5);
    if (x1 > axis.x0 && x0 < axis.x1) nights.push({ x0: Math.max(x0, axis.x0), x1: Math.min(x1, axis.x1) });
  }
  return nights;
}
