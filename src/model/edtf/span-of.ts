import type { Problem } from "../problem.js";
import { problem } from "../problems.js";
import type { Qualifier, TimeSpan } from "../span.js";
import { endsBefore } from "./interval.js";
import type { Edtf, EdtfDate, EdtfEnd } from "./types.js";

// Spans are made by the hundred thousand: fields are set where they are, and those that most have are always there. A copy
// with one field more costs more than scanning, and engines keep a hidden class for each such copy.
type Writable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * The span of a scanned expression, `zone` being that of its context, `written` its text; null when its end lies before
 * its start.
 */
export const spanOf = (edtf: Edtf, zone: string, written: string): TimeSpan | null =>
  edtf.form === "one" ? momentOf(edtf.end, written) : extentOf(edtf.start, edtf.end, zone, written);

/** The first date of an end, and its last; null for an end that has none. */
const firstOf = (end: EdtfEnd): EdtfDate | null =>
  end.is === "date" ? end.date : end.is === "within" ? (end.from ?? end.to) : null;
const lastOf = (end: EdtfEnd): EdtfDate | null =>
  end.is === "date" ? end.date : end.is === "within" ? (end.to ?? end.from) : null;

/** Warnings about wall times that a zone's clock skipped or repeated. */
export function clockWarnings(ends: readonly EdtfEnd[], value: () => string): { readonly problems?: Problem[] } {
  const problems: Problem[] = [];
  if (ends.some((end) => isOff(end, "gap"))) problems.push(problem("W-ZONE-GAP", { value: value() }));
  if (ends.some((end) => isOff(end, "overlap"))) problems.push(problem("W-ZONE-REPEATED", { value: value() }));
  return problems.length > 0 ? { problems } : {};
}
const isOff = (end: EdtfEnd, clock: EdtfDate["clock"]): boolean =>
  firstOf(end)?.clock === clock || lastOf(end)?.clock === clock;

const qualifierOf = (end: EdtfEnd): Qualifier | undefined => firstOf(end)?.qualifier ?? lastOf(end)?.qualifier;

/** The moment of an instant. */
export const instantSpan = (ms: number, zone: string): TimeSpan => ({
  kind: "at",
  startMin: ms,
  startMax: ms,
  endMin: ms,
  endMax: ms,
  precision: "millisecond",
  endPrecision: undefined,
  zone,
  edtf: undefined,
});

/** An extent from one instant to another that is not before it. */
export const plainExtent = (start: number, end: number, zone: string): TimeSpan => ({
  kind: "during",
  startMin: start,
  startMax: start,
  endMin: end,
  endMax: end,
  precision: "millisecond",
  endPrecision: "millisecond",
  zone,
  edtf: undefined,
});

/** One moment: a date, or a set; null when its end lies before its start. */
export function momentOf(end: EdtfEnd, written?: string): TimeSpan | null {
  const first = firstOf(end);
  const last = lastOf(end);
  if (first === null || last === null || endsBefore(last, first)) return null;
  const min = end.is === "within" && end.from === null ? null : first.min;
  const max = end.is === "within" && end.to === null ? null : last.max;
  const span: Writable<TimeSpan> = {
    kind: end.is === "date" ? "at" : "within",
    startMin: min,
    startMax: max,
    endMin: min,
    endMax: max,
    precision: last.precision,
    endPrecision: undefined,
    zone: first.zone,
    edtf: written,
  };
  const qualifier = qualifierOf(end);
  if (min === null) span.startMissing = "unknown";
  if (max === null) span.endMissing = "unknown";
  if (qualifier !== undefined) span.startQualifier = qualifier;
  return span;
}

/** The earliest, or the latest, possible begin (or end) that an expression allows. A plain date is one bound: its first (or last) moment. */
function boundOf(end: EdtfEnd, side: "start" | "end", which: "earliest" | "latest"): number | null {
  switch (end.is) {
    case "date":
      return side === "start" ? end.date.min : end.date.max;
    case "within":
      return which === "earliest" ? (end.from?.min ?? null) : (end.to?.max ?? null);
    case "open":
    case "unknown":
      return null;
  }
}

/** An extent from one end to the other; null when its end lies before its start. `zone` is for an extent without a date. */
export function extentOf(start: EdtfEnd, end: EdtfEnd, zone: string, written?: string): TimeSpan | null {
  const startMin = boundOf(start, "start", "earliest");
  const startMax = boundOf(start, "start", "latest");
  const endMin = boundOf(end, "end", "earliest");
  const endMax = boundOf(end, "end", "latest");
  const last = lastOf(end);
  const first = firstOf(start) ?? firstOf(end);
  if (startMin !== null && endMax !== null && endsBefore(last!, first!)) return null;
  const span: Writable<TimeSpan> = {
    kind: "during",
    startMin,
    startMax,
    endMin,
    endMax,
    precision: (lastOf(start) ?? last)?.precision ?? "day",
    endPrecision: last?.precision,
    zone: first?.zone ?? zone,
    edtf: written,
  };
  const startQualifier = qualifierOf(start);
  const endQualifier = qualifierOf(end);
  if (startMin === null || startMax === null) span.startMissing = missing(start);
  if (endMin === null || endMax === null) span.endMissing = missing(end);
  if (startQualifier !== undefined) span.startQualifier = startQualifier;
  if (endQualifier !== undefined) span.endQualifier = endQualifier;
  return span;
}

const missing = (end: EdtfEnd): "open" | "unknown" => (end.is === "open" ? "open" : "unknown");
