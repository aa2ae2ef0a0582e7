/**
 * A time, normalised once: what is certain and what is possible.
 * Bounds are ms since 1970-01-01T00:00Z, half-open (an end day's `endMax` is the midnight that follows it), as plain
 * numbers so that they also hold years far outside of `Date`.
 *
 * - `at` and `within`: one moment; `startMin = endMin` is its earliest, `startMax = endMax` its latest possible time.
 * - `during`: an extent that surely covers [startMax, endMin] and at most [startMin, endMax] (CIDOC-CRM P81, P82).
 *   With plain ends (2022-01-03/2022-01-06) start bounds coincide and end bounds coincide: the days are covered whole.
 *
 * A bound that is not there is null, and `startMissing` / `endMissing` say why.
 */
export interface TimeSpan {
  readonly kind: "at" | "within" | "during";
  readonly startMin: number | null;
  readonly startMax: number | null;
  readonly endMin: number | null;
  readonly endMax: number | null;
  /** Why a start bound is null: "open" (`..`: goes on without a known limit) or "unknown". */
  readonly startMissing?: "open" | "unknown";
  readonly endMissing?: "open" | "unknown";
  /** Of the start, or of the moment. */
  readonly precision: Precision;
  /** Of the end, when an extent has one. */
  readonly endPrecision?: Precision | undefined;
  /** Zone in which it was written: IANA id, or a fixed offset ("+06:00"). */
  readonly zone: string;
  readonly startQualifier?: Qualifier;
  readonly endQualifier?: Qualifier;
  /** The source's words, as written. */
  readonly said?: string;
  /** The expression, as written; for messages and round trips. */
  readonly edtf?: string | undefined;
}

export type Precision =
  | "millisecond"
  | "second"
  | "minute"
  | "hour"
  | "day"
  | "month"
  | "season"
  | "year"
  | "decade"
  | "century"
  | "millennium";
/** Whether a time is known so well that it has a time of day. */
export const isTimeOfDay = (precision: Precision): boolean => /^(?:hour|minute|second|millisecond)$/.test(precision);

/** EDTF: `?` uncertain, `~` approximate, `%` both. */
export type Qualifier = "uncertain" | "approximate" | "both";
