import { toLocal } from "../model/zone.js";
import type { Arrangement } from "./arrange.js";
import { addDays, startOfDay } from "./calendar-steps.js";
import { toX, type TimeAxis } from "./view.js";

export interface Stretch {
  readonly x0: number;
  readonly x1: number;
}

/** px a day must have for its night to mean anything, and for a day off to be seen. */
const NIGHT = 36;
const DAY_OFF = 3;
/** So many days are walked through at the most. */
const MOST = 800;

/** What is shaded behind the lanes, as the option says: nights, and the days off of the language's week, in the axis's zone. */
export function shadesOf({ timeline: { zone }, scale, options, locale }: Arrangement, axis: TimeAxis): Stretch[] {
  const shade = options.shade === undefined || (options.shade as boolean) === true ? SHADE : options.shade;
  if (shade === false || scale.scale !== null || scale.relative !== null) return [];
  const off = shade.includes("weekends") ? daysOff(axis, zone, locale.dates.weekend) : [];
  return shade.includes("nights") ? [...off, ...nightsOf(axis, zone)] : off;
}

const SHADE: readonly ("nights" | "weekends")[] = ["nights"];

/** Evening to morning (18–6 local), where days are wide enough for it to mean anything. */
function nightsOf(axis: TimeAxis, zone: string): Stretch[] {
  const days = (axis.to - axis.from) / 864e5;
  if (days > 45 || days < 0.2 || (axis.x1 - axis.x0) / days < NIGHT) return [];
  const nights: Stretch[] = [];
  for (let day = startOfDay(axis.from, zone, -1); day < axis.to; day = addDays(day, 1, zone)) {
    const next = addDays(day, 1, zone);
    add(nights, axis, next - 6 * 36e5, next + 6 * 36e5);
  }
  return nights;
}

/** Days off, those that follow each other as one. */
export function daysOff(axis: TimeAxis, zone: string, weekend: readonly number[]): Stretch[] {
  const days = (axis.to - axis.from) / 864e5;
  if (days > MOST || (axis.x1 - axis.x0) / days < DAY_OFF) return [];
  const found: Stretch[] = [];
  let from: number | null = null;
  for (let day = startOfDay(axis.from, zone, -6); day < axis.to || from !== null; day = addDays(day, 1, zone)) {
    const isOff = weekend.includes(toLocal(day, zone).weekday);
    if (isOff) from ??= day;
    else if (from !== null) {
      add(found, axis, from, day);
      from = null;
    }
  }
  return found;
}

function add(to: Stretch[], axis: TimeAxis, from: number, until: number): void {
  const [x0, x1] = [toX(axis, from), toX(axis, until)];
  if (x1 > axis.x0 && x0 < axis.x1) to.push({ x0: Math.max(x0, axis.x0), x1: Math.min(x1, axis.x1) });
}
