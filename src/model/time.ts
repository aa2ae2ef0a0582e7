import { DAY_MS } from "./calendar.js";
import { diagnose } from "./date-diagnosis.js";
import { MAX_YEAR } from "./edtf/date.js";
import { scanEdtf } from "./edtf/interval.js";
import { clockWarnings, extentOf, instantSpan, plainExtent, momentOf, spanOf } from "./edtf/span-of.js";
import type { Edtf, EdtfDate, EdtfEnd } from "./edtf/types.js";
import { isObject } from "./object.js";
import type { Problem, Result } from "./problem.js";
import { problem } from "./problems.js";
import type { TimeSpan } from "./span.js";
import type { AtTime, DuringTime, TimeInput, TimePoint, WithinTime } from "./types.js";
import { isZone } from "./zone.js";

export interface TimeOptions {
  /** Zone of times without an offset: IANA name or ±HH:MM. Default "UTC". */
  readonly zone?: string | undefined;
  /** Where seasons (21–24) are meant. Default "north". */
  readonly hemisphere?: "north" | "south" | undefined;
}

/** The most characters of a date. */
export const LONGEST_DATE = 64;
const MAX_MS = MAX_YEAR * 366 * DAY_MS;

/**
 * Reads a time written in our profile of EDTF (ISO 8601-2): dates, times of day, intervals, one-of sets, seasons,
 * unspecified digits, qualifiers. Bounds as described for {@link TimeSpan}.
 *
 * @returns a Problem for what is not such an expression; never throws
 * @example
 * parseTime("[..2022-01-05]/..", { zone: "Asia/Almaty" })
 */
export function parseTime(text: string, options: TimeOptions = {}): Result<TimeSpan> {
  const scanned = scan(text, options);
  if (!scanned.ok) return scanned;
  const { value } = scanned;
  const edtf = text.trim();
  const span = spanOf(value, options.zone ?? "UTC", edtf);
  if (span === null) return fail(problem("E-DATE-ORDER", { value: edtf }));
  const ends = value.form === "one" ? [value.end] : [value.start, value.end];
  return { ok: true, value: span, ...clockWarnings(ends, () => edtf) };
}

/** The parts of an expression; blanks around it are left out, as cells have them. */
function scan(text: string, { zone = "UTC", hemisphere = "north" }: TimeOptions): Result<Edtf> {
  const trimmed = typeof text === "string" ? text.trim() : "";
  if (trimmed === "") return fail(problem("E-DATE-MISSING", { value: text ?? "" }));
  if (trimmed.length > LONGEST_DATE) return fail(problem("E-DATE-LONG", { value: trimmed }));
  if (!isZone(zone)) return fail(problem("E-ZONE", { value: zone }));
  const scanned = scanEdtf(trimmed, { zone, hemisphere });
  if (scanned.ok) return scanned;
  const found = diagnose(trimmed, scanned.code, scanned.at);
  // Other digits are certain to mean a date only where the same in ours is one.
  const certain = found.code !== "E-DATE-DIGITS" || scanEdtf(found.fix ?? "", { zone, hemisphere }).ok;
  return fail(certain ? found : { ...found, fix: undefined });
}

const fail = (p: Problem): { readonly ok: false; readonly problem: Problem } => ({ ok: false, problem: p });

const absent = (v: unknown): v is null | undefined | "" =>
  v === null || v === undefined || (typeof v === "string" && v.trim() === "");

/**
 * Reads a time in any of the document's forms; see {@link TimeInput}.
 *
 * @example
 * resolveTime({ within: ["2022-01-02T18:00", "2022-01-03T06:00"], said: "overnight" }, { zone: "Asia/Aqtau" })
 */
export function resolveTime(input: TimeInput, options: TimeOptions = {}): Result<TimeSpan> {
  if (isPoint(input)) return point(input, options);
  if (!isObject(input)) return fail(problem("E-DATE-MISSING", { value: input ?? "" }));
  const words = input as unknown as AtTime & WithinTime & DuringTime;
  return form(words, typeof words.zone === "string" ? { ...options, zone: words.zone } : options);
}

const isPoint = (v: unknown): v is TimePoint => typeof v === "string" || typeof v === "number" || v instanceof Date;

function form(input: AtTime & WithinTime & DuringTime, options: TimeOptions): Result<TimeSpan> {
  if (input.at !== undefined)
    return isPoint(input.at) ? point(input.at, options) : fail(problem("E-DATE-FORMAT", { value: input.at }));
  if (input.within !== undefined) return withinOf(input.within, options);
  const { start, end } = input;
  if (isMs(start) && isMs(end) && start <= end)
    return { ok: true, value: plainExtent(start, end, options.zone ?? "UTC") };
  if (absent(start) && absent(end)) return fail(problem("E-DATE-MISSING", { value: "" }));
  if (absent(end)) return isPoint(start) ? point(start, options) : fail(problem("E-DATE-FORMAT", { value: start }));
  const a = absent(start) || start === "?" ? ({ is: "unknown" } as const) : endOf(start as TimePoint, options);
  if ("problem" in a) return fail(a.problem);
  const b = end === "?" ? ({ is: "unknown" } as const) : endOf(end, options);
  if ("problem" in b) return fail(b.problem);
  const written = (): string => `${String(start)}/${String(end)}`;
  if ((a.is === "unknown" || a.is === "open") && (b.is === "unknown" || b.is === "open"))
    return fail(problem("E-DATE-MISSING", { value: written() }));
  const span = extentOf(a, b, options.zone ?? "UTC");
  return span === null
    ? fail(problem("E-DATE-ORDER", { value: written() }))
    : { ok: true, value: span, ...clockWarnings([a, b], written) };
}

/** A number of ms that can stand for a moment. */
const isMs = (v: unknown): v is number => typeof v === "number" && Math.abs(v) <= MAX_MS;

/** One end of an extent: any expression that is a date, a set, or open. */
function endOf(value: TimePoint, options: TimeOptions): EdtfEnd | { readonly problem: Problem } {
  if (typeof value === "string") {
    if (value.trim() === "..") return { is: "open" };
    const scanned = scan(value, options);
    if (!scanned.ok) return scanned;
    if (scanned.value.form === "one") return scanned.value.end;
    return { problem: problem("E-DATE-FORMAT", { value, hint: "An end of a range is one date, not a range" }) };
  }
  const ms = Number(value);
  const wrong = problemOf(ms, value);
  if (wrong !== null) return { problem: wrong };
  return { is: "date", date: { min: ms, max: ms, precision: "millisecond", zone: options.zone ?? "UTC" } };
}

function problemOf(ms: number, value: TimePoint): Problem | null {
  if (!Number.isFinite(ms)) return problem("E-DATE-FORMAT", { value: String(value) });
  return Math.abs(ms) > MAX_MS ? problem("E-DATE-RANGE", { value: String(value) }) : null;
}

function withinOf(input: unknown, options: TimeOptions): Result<TimeSpan> {
  if (typeof input === "string") {
    const result = parseTime(input, options);
    if (!result.ok || result.value.kind === "within") return result;
    return {
      ...result,
      value: { ...result.value, kind: "within", endMin: result.value.startMin, startMax: result.value.endMax },
    };
  }
  if (!Array.isArray(input) || input.length !== 2) return fail(problem("E-DATE-FORMAT", { value: input }));
  const [from, to] = (input as unknown[]).map((v) => memberOf(v, options));
  if (from && "problem" in from) return fail(from.problem);
  if (to && "problem" in to) return fail(to.problem);
  if (!from && !to) return fail(problem("E-DATE-MISSING", { value: "" }));
  const written = (): string => `${String(input[0])}..${String(input[1])}`;
  const end = { is: "within", from: from ?? null, to: to ?? null } as const;
  const span = momentOf(end);
  return span === null
    ? fail(problem("E-DATE-ORDER", { value: written() }))
    : { ok: true, value: span, ...clockWarnings([end], written) };
}

/** One bound of `within`: a date, or null where there is none. */
function memberOf(value: unknown, options: TimeOptions): EdtfDate | null | { readonly problem: Problem } {
  if (absent(value)) return null;
  const end = isPoint(value) ? endOf(value, options) : { problem: problem("E-DATE-FORMAT", { value }) };
  if ("problem" in end) return end;
  if (end.is === "date") return end.date;
  return end.is === "open" ? null : { problem: problem("E-DATE-FORMAT", { value, hint: "A bound is one date" }) };
}

function point(value: TimePoint, options: TimeOptions): Result<TimeSpan> {
  if (typeof value === "string") return parseTime(value, options);
  const ms = Number(value);
  const wrong = problemOf(ms, value);
  return wrong === null ? { ok: true, value: instantSpan(ms, options.zone ?? "UTC") } : fail(wrong);
}

/** An instant (of publication, of knowledge): a date-time, best with its offset; a date alone is its first moment. */
export function parseInstant(
  text: unknown,
  options: TimeOptions = {},
): Result<{ readonly ms: number; readonly zone: string }> {
  if (!isPoint(text)) return fail(problem("E-DATE-MISSING", { value: text ?? "" }));
  const result = point(text, options);
  if (!result.ok) return result;
  const ms = result.value.startMin ?? result.value.endMax;
  return ms === null
    ? fail(problem("E-DATE-FORMAT", { value: String(text) }))
    : { ok: true, value: { ms, zone: result.value.zone } };
}
