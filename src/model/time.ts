import { diagnose } from "./date-diagnosis.js";
import { scanEdtf, type EdtfDate, type EdtfEnd } from "./edtf.js";
import type { Problem, Result } from "./problem.js";
import { problem } from "./problems.js";
import type { Qualifier, TimeSpan } from "./span.js";
import type { AtTime, DuringTime, TimeInput, TimePoint, WithinTime } from "./types.js";
import { isZone } from "./zone.js";

export interface TimeOptions {
  /** Zone of times without an offset: IANA name or ±HH:MM. Default "UTC". */
  readonly zone?: string | undefined;
  /** Where seasons (21–24) are meant. Default "north". */
  readonly hemisphere?: "north" | "south" | undefined;
}

const MAX_LENGTH = 64;

/**
 * Reads a time written in our profile of EDTF (ISO 8601-2): dates, times of day, intervals, one-of sets, seasons,
 * unspecified digits, qualifiers. Bounds as described for {@link TimeSpan}.
 *
 * @returns a Problem for what is not such an expression; never throws
 * @example
 * parseTime("[..2022-01-05]/..", { zone: "Asia/Almaty" })
 */
export function parseTime(text: string, { zone = "UTC", hemisphere = "north" }: TimeOptions = {}): Result<TimeSpan> {
  const trimmed = typeof text === "string" ? text.trim() : "";
  if (trimmed === "") return fail(problem("E-DATE-MISSING", { value: text ?? "" }));
  if (trimmed.length > MAX_LENGTH) return fail(problem("E-DATE-LONG", { value: trimmed }));
  if (!isZone(zone)) return fail(problem("E-ZONE", { value: zone }));
  const scanned = scanEdtf(trimmed, { zone, hemisphere });
  if (!scanned.ok) return fail(diagnose(trimmed, scanned.code, scanned.at));
  const { value } = scanned;
  const span = value.form === "one" ? momentOf(value.end, zone) : extentOf(value.start, value.end, zone);
  if (span === null) return fail(problem("E-DATE-ORDER", { value: trimmed }));
  const ends = value.form === "one" ? [value.end] : [value.start, value.end];
  return { ok: true, value: { ...span, edtf: trimmed }, ...clockWarnings(ends, trimmed) };
}

const fail = (p: Problem): { readonly ok: false; readonly problem: Problem } => ({ ok: false, problem: p });

function clockWarnings(ends: readonly EdtfEnd[], value: string): { problems?: Problem[] } {
  if (ends.every((e) => e.is === "date" && e.date.clock === undefined)) return NOTHING;
  const dates = ends.flatMap((e) => (e.is === "date" ? [e.date] : e.is === "within" ? [e.from, e.to] : []));
  const problems = dates.flatMap((d) =>
    d?.clock === "gap"
      ? [problem("W-ZONE-GAP", { value })]
      : d?.clock === "overlap"
        ? [problem("W-ZONE-REPEATED", { value })]
        : [],
  );
  return problems.length > 0 ? { problems } : {};
}

const NOTHING = {};

const qualifierOf = (end: EdtfEnd): Qualifier | undefined =>
  end.is === "date" ? end.date.qualifier : end.is === "within" ? (end.from?.qualifier ?? end.to?.qualifier) : undefined;
const precisionOf = (end: EdtfEnd): EdtfDate["precision"] =>
  end.is === "date" ? end.date.precision : end.is === "within" ? ((end.to ?? end.from)?.precision ?? "day") : "day";
const zoneOf = (end: EdtfEnd, zone: string): string =>
  end.is === "date" ? end.date.zone : end.is === "within" ? ((end.from ?? end.to)?.zone ?? zone) : zone;

function momentOf(end: EdtfEnd, zone: string): TimeSpan | null {
  if (end.is !== "date" && end.is !== "within") return null;
  const min = end.is === "date" ? end.date.min : (end.from?.min ?? null);
  const max = end.is === "date" ? end.date.max : (end.to?.max ?? null);
  if (min !== null && max !== null && min > max) return null;
  const qualifier = qualifierOf(end);
  return {
    kind: end.is === "date" ? "at" : "within",
    startMin: min,
    startMax: max,
    endMin: min,
    endMax: max,
    ...(min === null ? { startMissing: "unknown" as const } : {}),
    ...(max === null ? { endMissing: "unknown" as const } : {}),
    precision: precisionOf(end),
    zone: zoneOf(end, zone),
    ...(qualifier === undefined ? {} : { startQualifier: qualifier }),
  };
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

function extentOf(start: EdtfEnd, end: EdtfEnd, zone: string): TimeSpan | null {
  const [startMin, startMax] = boundsOf(start, "start");
  const [endMin, endMax] = boundsOf(end, "end");
  const first = startMin ?? startMax;
  const last = endMax ?? endMin;
  if (first !== null && last !== null && (startMin ?? -Infinity) > (endMax ?? Infinity)) return null;
  if (startMin !== null && endMax !== null && startMin > endMax) return null;
  if (start.is === "date" && end.is === "date" && end.date.max <= start.date.min && end.date.min < end.date.max)
    return null;
  const missing = (e: EdtfEnd): "open" | "unknown" => (e.is === "open" ? "open" : "unknown");
  const known = start.is === "date" || start.is === "within" ? start : end;
  const sq = qualifierOf(start);
  const eq = qualifierOf(end);
  return {
    kind: "during",
    startMin,
    startMax,
    endMin,
    endMax,
    ...(startMin === null || startMax === null ? { startMissing: missing(start) } : {}),
    ...(endMin === null || endMax === null ? { endMissing: missing(end) } : {}),
    precision: precisionOf(known),
    ...(end.is === "date" || end.is === "within" ? { endPrecision: precisionOf(end) } : {}),
    zone: zoneOf(known, zone),
    ...(sq === undefined ? {} : { startQualifier: sq }),
    ...(eq === undefined ? {} : { endQualifier: eq }),
  };
}

const isObject = (v: unknown): v is Record<string, unknown> => typeof v === "object" && v !== null && !Array.isArray(v);
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
  const zone = typeof words.zone === "string" ? words.zone : options.zone;
  const result = form(words, { ...options, zone });
  return result;
}

const isPoint = (v: unknown): v is TimePoint => typeof v === "string" || typeof v === "number" || v instanceof Date;

function form(input: AtTime & WithinTime & DuringTime, options: TimeOptions): Result<TimeSpan> {
  if (input.at !== undefined)
    return isPoint(input.at) ? point(input.at, options) : fail(problem("E-DATE-FORMAT", { value: input.at }));
  if (input.within !== undefined) return withinOf(input.within, options);
  const { start, end } = input;
  if (absent(start) && absent(end)) return fail(problem("E-DATE-MISSING", { value: "" }));
  if (absent(end)) return isPoint(start) ? point(start, options) : fail(problem("E-DATE-FORMAT", { value: start }));
  const a = absent(start) || start === "?" ? ({ is: "unknown" } as const) : endOf(start as TimePoint, options);
  if ("problem" in a) return fail(a.problem);
  const b = end === "?" ? ({ is: "unknown" } as const) : endOf(end, options);
  if ("problem" in b) return fail(b.problem);
  const span = extentOf(a, b, options.zone ?? "UTC");
  return span === null
    ? fail(problem("E-DATE-ORDER", { value: `${String(start)}/${String(end)}` }))
    : { ok: true, value: span, ...clockWarnings([a, b], `${String(start)}/${String(end)}`) };
}

/** One end of an extent: any expression that is a date, a set, or open. */
function endOf(value: TimePoint, options: TimeOptions): EdtfEnd | { readonly problem: Problem } {
  if (typeof value === "string") {
    const text = value.trim();
    if (text === "..") return { is: "open" };
    const result = parseTime(text, options);
    if (!result.ok) return { problem: result.problem };
    const scanned = scanEdtf(text, { zone: options.zone ?? "UTC", hemisphere: options.hemisphere ?? "north" });
    if (scanned.ok && scanned.value.form === "one") return scanned.value.end;
    return { problem: problem("E-DATE-FORMAT", { value, hint: "An end of a range is one date, not a range" }) };
  }
  const ms = Number(value);
  if (!Number.isFinite(ms)) return { problem: problem("E-DATE-FORMAT", { value: String(value) }) };
  return { is: "date", date: { min: ms, max: ms, precision: "millisecond", zone: options.zone ?? "UTC" } };
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
  const [from, to] = (input as unknown[]).map((v) =>
    absent(v) || v === ".."
      ? null
      : isPoint(v)
        ? endOf(v, options)
        : { problem: problem("E-DATE-FORMAT", { value: v }) },
  );
  for (const e of [from, to]) if (e && "problem" in e) return fail(e.problem);
  const date = (e: typeof from): EdtfDate | null => (e && "is" in e && e.is === "date" ? e.date : null);
  if (date(from) === null && date(to) === null) return fail(problem("E-DATE-MISSING", { value: "" }));
  const span = momentOf({ is: "within", from: date(from), to: date(to) }, options.zone ?? "UTC");
  return span === null
    ? fail(problem("E-DATE-ORDER", { value: `${String(input[0])}..${String(input[1])}` }))
    : { ok: true, value: span };
}

function point(value: TimePoint, options: TimeOptions): Result<TimeSpan> {
  if (typeof value === "string") return parseTime(value, options);
  const ms = Number(value);
  if (!Number.isFinite(ms)) return fail(problem("E-DATE-FORMAT", { value: String(value) }));
  return {
    ok: true,
    value: {
      kind: "at",
      startMin: ms,
      startMax: ms,
      endMin: ms,
      endMax: ms,
      precision: "millisecond",
      zone: options.zone ?? "UTC",
    },
  };
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
