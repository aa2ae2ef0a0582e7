import type { Precision, TimeSpan } from "../model/span.js";
import type { DatePoint } from "./gaps.js";
import { lastUnit, unitEnd } from "./units.js";

/** A date of an event: its moment, or an end of its extent. */
export interface EventDate extends DatePoint {
  readonly precision: Precision;
  readonly zone: string;
  /** An exclusive end: its date is the last one before it. */
  readonly end: boolean;
  /** Whether what lies before it, or after it, is not known: its mark has a tail there. */
  readonly openBefore: boolean;
  readonly openAfter: boolean;
}

/**
 * The dates by which a time is drawn; none for what is open or unknown at both ends. What is known to the day takes all of
 * its day: an extent is drawn from midnight, though it may begin at noon.
 */
export function datesOf({ kind, startMin, startMax, endMin, endMax, ...words }: TimeSpan): EventDate[] {
  const { precision, endPrecision = precision, zone } = words;
  const dates: EventDate[] = [];
  const begin = startMin ?? startMax;
  if (begin !== null) {
    const other = startMax ?? begin;
    const hi = kind === "during" ? Math.max(other, unitEnd(begin, precision, zone)) : other;
    const openBefore = startMin === null;
    const openAfter = kind === "during" ? endMin === null && endMax === null : startMax === null;
    dates.push({
      at: (begin + other) / 2,
      lo: begin,
      hi,
      precision,
      zone,
      end: openBefore,
      begins: true,
      openBefore,
      openAfter,
    });
  }
  const end = endMax ?? endMin;
  if (kind === "during" && end !== null) {
    const other = endMin ?? end;
    const lo = Math.min(other, lastUnit(end, endPrecision, zone));
    dates.push({
      at: (end + other) / 2,
      lo,
      hi: end,
      precision: endPrecision,
      zone,
      end: true,
      begins: false,
      openBefore: begin === null,
      openAfter: endMax === null,
    });
  }
  return dates;
}
