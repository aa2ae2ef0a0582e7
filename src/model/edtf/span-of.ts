import type { Problem } from "../problem.js";
import { problem } from "../problems.js";
import type { Qualifier, TimeSpan } from "../span.js";
import { endsBefore } from "./interval.js";
import type { Edtf, EdtfDate, EdtfEnd } from "./types.js";

/** The span of a scanned expression, `zone` being that of its context; null when its end lies before its start. */
export const spanOf = (edtf: Edtf, zone: string): TimeSpan | null =>
  edtf.form === "one" ? momentOf(edtf.end) : extentOf(edtf.start, edtf.end, zone);

// Spans are made by the hundred thousand: fields are set where they are, spreading costs more than scanning.
type Writable<T> = { -readonly [K in keyof T]: T[K] };

const datesOf = (end: EdtfEnd): EdtfDate[] =>
  end.is === "date" ? [end.date] : end.is === "within" ? [end.from, end.to].filter((d) => d !== null) : [];

/** Warnings about wall times that a zone's clock skipped or repeated. */
export function clockWarnings(ends: readonly EdtfEnd[], value: string): { readonly problems?: Problem[] } {
  const dates = ends.flatMap(datesOf);
  const problems: Problem[] = [];
  if (dates.some((d) => d.clock === "gap")) problems.push(problem("W-ZONE-GAP", { value }));
  if (dates.some((d) => d.clock === "overlap")) problems.push(problem("W-ZONE-REPEATED", { value }));
  return problems.length > 0 ? { problems } : {};
}

const qualifierOf = (dates: readonly EdtfDate[]): Qualifier | undefined => dates[0]?.qualifier ?? dates[1]?.qualifier;

/** One moment: a date, or a set; null when its end lies before its start. */
export function momentOf(end: EdtfEnd): TimeSpan | null {
  const dates = datesOf(end);
  const [first] = dates;
  const last = dates.at(-1);
  if (first === undefined || last === undefined || endsBefore(last, first)) return null;
  const min = end.is === "within" && end.from === null ? null : first.min;
  const max = end.is === "within" && end.to === null ? null : last.max;
  const span: Writable<TimeSpan> = {
    kind: end.is === "date" ? "at" : "within",
    startMin: min,
    startMax: max,
    endMin: min,
    endMax: max,
    precision: last.precision,
    zone: first.zone,
  };
  const qualifier = qualifierOf(dates);
  if (min === null) span.startMissing = "unknown";
  if (max === null) span.endMissing = "unknown";
  if (qualifier !== undefined) span.startQualifier = qualifier;
  return span;
}

/** The earliest and latest possible begin (or end) that an expression allows. A plain date is one bound: its first (or last) moment. */
function boundsOf(end: EdtfEnd, side: "start" | "end"): readonly [number | null, number | null] {
  switch (end.is) {
    case "date": {
      const ms = side === "start" ? end.date.min : end.date.max;
      return [ms, ms];
    }
    case "within":
      return [end.from?.min ?? null, end.to?.max ?? null];
    case "open":
    case "unknown":
      return [null, null];
  }
}

/** An extent from one end to the other; null when its end lies before its start. `zone` is for an extent without a date. */
export function extentOf(start: EdtfEnd, end: EdtfEnd, zone: string): TimeSpan | null {
  const [startMin, startMax] = boundsOf(start, "start");
  const [endMin, endMax] = boundsOf(end, "end");
  const starts = datesOf(start);
  const ends = datesOf(end);
  const last = ends.at(-1);
  const first = starts[0] ?? ends[0];
  if (startMin !== null && endMax !== null && endsBefore(last!, first!)) return null;
  const span: Writable<TimeSpan> = {
    kind: "during",
    startMin,
    startMax,
    endMin,
    endMax,
    precision: (starts.at(-1) ?? last)?.precision ?? "day",
    zone: first?.zone ?? zone,
  };
  const startQualifier = qualifierOf(starts);
  const endQualifier = qualifierOf(ends);
  if (startMin === null || startMax === null) span.startMissing = missing(start);
  if (endMin === null || endMax === null) span.endMissing = missing(end);
  if (last !== undefined) span.endPrecision = last.precision;
  if (startQualifier !== undefined) span.startQualifier = startQualifier;
  if (endQualifier !== undefined) span.endQualifier = endQualifier;
  return span;
}

const missing = (end: EdtfEnd): "open" | "unknown" => (end.is === "open" ? "open" : "unknown");
