import type { ProblemCode } from "../problems.js";
import type { Precision, Qualifier } from "../span.js";

/** What the expression itself does not say. */
export interface EdtfContext {
  /** Of times without an offset: IANA id, "UTC", or ±HH:MM. */
  readonly zone: string;
  /** Where seasons are meant. */
  readonly hemisphere: "north" | "south";
}

/** One date or moment: [min, max) in ms; equal for instants. What stands after it is set when the scanner meets it. */
export interface EdtfDate {
  readonly min: number;
  readonly max: number;
  readonly precision: Precision;
  qualifier?: Qualifier;
  readonly zone: string;
  /** The zone's clock skipped or repeated this wall time. */
  clock?: "gap" | "overlap";
}

/** One end of an interval, or a whole expression; the bounds of a set that are null are open. */
export type EdtfEnd =
  | { readonly is: "date"; readonly date: EdtfDate }
  | { readonly is: "within"; readonly from: EdtfDate | null; readonly to: EdtfDate | null }
  | { readonly is: "open" }
  | { readonly is: "unknown" };

export type Edtf =
  | { readonly form: "one"; readonly end: EdtfEnd }
  | { readonly form: "interval"; readonly start: EdtfEnd; readonly end: EdtfEnd };

/** `at` is the position of the first character that does not fit. */
export type EdtfResult =
  { readonly ok: true; readonly value: Edtf } | { readonly ok: false; readonly code: ProblemCode; readonly at: number };
