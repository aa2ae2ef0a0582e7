import { civilFromDays, daysFromCivil } from "../model/calendar.js";
import { fromLocal, toLocal } from "../model/zone.js";
import type { Unit } from "./ticks.js";

/** Local midnight of the day, month or year `ms` lies in, moved by `step` of them. */
export const startOfDay = (ms: number, zone: string, step = 0): number => {
  const p = toLocal(ms, zone);
  const [year, month, day] = civil(daysFromCivil(p.year, p.month, p.day) + step);
  return midnight(year, month, day, zone);
};
export const addDays = (ms: number, step: number, zone: string): number => startOfDay(ms, zone, step);

export const startOfMonth = (ms: number, zone: string, step = 0): number => {
  const p = toLocal(ms, zone);
  const months = p.year * 12 + (p.month - 1) + step;
  return midnight(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1, 1, zone);
};

export const startOfYear = (ms: number, zone: string, step = 0): number =>
  midnight(toLocal(ms, zone).year + step, 1, 1, zone);

/** Local midnight with which the day, month or year begins that `ms` lies in. */
export const startOfUnit = (unit: Unit, ms: number, zone: string): number =>
  (unit === "day" ? startOfDay : unit === "month" ? startOfMonth : startOfYear)(ms, zone);

/** The instant at which a date begins in a zone. */
export const midnight = (year: number, month: number, day: number, zone: string): number =>
  fromLocal({ year, month, day, hour: 0, minute: 0, second: 0, ms: 0 }, zone).ms;

const civil = (days: number): readonly [number, number, number] => {
  const c = civilFromDays(days);
  return [c.year, c.month, c.day];
};
