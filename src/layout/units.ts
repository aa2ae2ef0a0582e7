import type { Precision } from "../model/span.js";
import { toLocal } from "../model/zone.js";
import { midnight, startOfDay, startOfMonth, startOfYear } from "./calendar-steps.js";

/** The first moment of the last unit before an exclusive end. */
export function lastUnit(end: number, precision: Precision, zone: string): number {
  switch (precision) {
    case "millisecond":
    case "second":
      return end;
    case "minute":
      return end - 6e4;
    case "hour":
      return end - 36e5;
    case "day":
      return startOfDay(end - 1, zone);
    case "month":
      return startOfMonth(end - 1, zone);
    case "season":
      return startOfMonth(end - 1, zone, -2);
    case "year":
      return startOfYear(end - 1, zone);
    case "decade":
    case "century":
    case "millennium": {
      const n = precision === "decade" ? 10 : precision === "century" ? 100 : 1000;
      return midnight(Math.floor(toLocal(end - 1, zone).year / n) * n, 1, 1, zone);
    }
  }
}

/** The exclusive end of the unit that begins at a moment; the moment itself where it is known to the minute or better. */
export function unitEnd(begin: number, precision: Precision, zone: string): number {
  switch (precision) {
    case "millisecond":
    case "second":
    case "minute":
      return begin;
    case "hour":
      return begin + 36e5;
    case "day":
      return startOfDay(begin, zone, 1);
    case "month":
      return startOfMonth(begin, zone, 1);
    case "season":
      return startOfMonth(begin, zone, 3);
    case "year":
      return startOfYear(begin, zone, 1);
    case "decade":
      return startOfYear(begin, zone, 10);
    case "century":
      return startOfYear(begin, zone, 100);
    case "millennium":
      return startOfYear(begin, zone, 1000);
  }
}
