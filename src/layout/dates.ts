import type { Precision, TimeSpan } from "../model/span.js";
import type { DatePoint } from "./gaps.js";

/** A date of an event: its moment, or an end of its extent. */
export interface EventDate extends DatePoint {
  readonly precision: Precision;
  readonly zone: string;
  /** An exclusive end: its date is the last one before it. */
  readonly end: boolean;
}

/** The dates by which a time is drawn; none for what is open or unknown at both ends. */
export function datesOf({ kind, startMin, startMax, endMin, endMax, ...words }: TimeSpan): EventDate[] {
  const { precision, endPrecision = precision, zone } = words;
  const date = (a: number | null, b: number | null, end: boolean): EventDate[] => {
    const lo = a ?? b;
    const hi = b ?? a;
    if (lo === null || hi === null) return [];
    return [{ at: (lo + hi) / 2, lo, hi, precision: end ? endPrecision : precision, zone, end }];
  };
  if (kind !== "during") return date(startMin, startMax, startMin === null);
  return [...date(startMin, startMax, startMin === null), ...date(endMin, endMax, true)];
}
