import { daysFromCivil, weekdayOf } from "../model/calendar.js";
import { ambiguousDate } from "../model/date-diagnosis.js";
import type { Problem } from "../model/problem.js";
import { shown } from "../model/problems.js";
import { problem } from "./problems.js";
import type { TimeSpan } from "../model/span.js";
import { asciiDigits } from "../model/text.js";
import { LONGEST_DATE, resolveTime } from "../model/time.js";
import type { TimeInput } from "../model/types.js";
import { isMidnight } from "./date-columns.js";
import { WEEKDAY_NAMES } from "./date-words.js";
import { wordingOf } from "./date-wording.js";
import { spelledDate } from "./dates.js";
import type { Field } from "./fields.js";
import { PRECISION_WORDS, precisionOf, schemeOf, toPrecision, type Precision } from "./precision.js";
import type { Reading } from "./reading.js";

export type DateField = "time" | "start" | "end";

/** The cells that say when. */
export interface TimeTexts {
  readonly first: DateField;
  readonly start: string;
  readonly end: string;
}

export interface TimeProblem {
  readonly problem: Problem;
  readonly field: Field;
}

/** What came of them. */
export interface Attempt {
  readonly input: TimeInput | null;
  readonly span: TimeSpan | null;
  readonly problems: readonly TimeProblem[];
}

/** Reads the cells that say when, as they stand. */
export function attemptTime({ first, start: written, end }: TimeTexts, reading: Reading): Attempt {
  const { cell, context } = reading;
  const problems: TimeProblem[] = [];
  const failed: Attempt = { input: null, span: null, problems };
  let start = written === "" ? "" : readDate(written, first, reading, problems);
  let last = end === "" || end === ".." ? end : readDate(end, "end", reading, problems);
  if (start === null || last === null) return failed;
  const precision = statedPrecision(reading, problems);
  if (precision !== null && precision !== "within") {
    start = toPrecision(start, precision);
    last = toPrecision(last, precision);
  }
  const said = cell("said");
  const zone = cell("zone");
  const input = inputOf(start, last, precision === "within", {
    ...(zone === "" ? {} : { zone }),
    ...(said === "" ? {} : { said }),
  });
  const own = zone !== "" ? zone : context.zone;
  const r = typeof input === "string" ? context.timeOf(input) : resolveTime(input, { zone: own });
  if (r.ok) {
    if (r.problems) for (const p of r.problems) problems.push({ problem: p, field: first });
    return { input, span: r.value, problems };
  }
  const wrong = (text: string): Problem | null => {
    const part = text === "" || text === ".." || last === "" ? null : resolveTime(text, { zone: context.zone });
    return part === null || part.ok ? null : part.problem;
  };
  const [wrongStart, wrongEnd] = [wrong(start), wrong(last)];
  if (wrongStart !== null) problems.push(failure(wrongStart, first, written, reading));
  if (wrongEnd !== null) problems.push(failure(wrongEnd, "end", end, reading));
  if (problems.length === 0 || (wrongStart === null && wrongEnd === null))
    problems.push(failure(r.problem, fieldOf(r.problem, first, last !== ""), written, reading));
  return failed;
}

const NO_WORDS = {};

/** One expression where it can be one, else its parts. */
function inputOf(start: string, end: string, within: boolean, words: { zone?: string; said?: string }): TimeInput {
  const plain = words.zone === undefined && words.said === undefined;
  const added = plain ? NO_WORDS : words;
  // A day repeated in the end column is that day, not an extent.
  if (end === "" || (end === start && !start.includes("T"))) {
    const at = within && end === "" ? `${start}~` : start;
    return plain ? at : { at, ...added };
  }
  if (within && start !== "" && end !== "..") {
    const set = `[${start}..${end}]`;
    if (set.length > LONGEST_DATE) return { within: [start, end], ...added };
    return plain ? set : { at: set, ...added };
  }
  return { start: start === "" ? "?" : start, end, ...added };
}

const fieldOf = ({ code }: Problem, field: Field, hasEnd: boolean): Field =>
  code === "E-ZONE" ? "zone" : code === "E-DATE-ORDER" && hasEnd ? "end" : field;

/** A Problem with the cell as it is written, where its value stands for one that was spelled otherwise. */
function failure(p: Problem, field: Field, written: string, { context, mend }: Reading): TimeProblem {
  if (p.code === "E-DATE-SERIAL") context.needSurvey?.();
  if (field === "zone" || p.code === "E-DATE-ORDER") return { problem: p, field };
  const value = shown(written);
  const order = context.dates.orders.get(field);
  if (order !== undefined && p.code === "E-DATE-AMBIGUOUS") {
    const message = `There is no such date when the ${order === "dmy" ? "day" : "month"} comes first`;
    return { problem: problem("E-DATE-CALENDAR", { value, message }), field };
  }
  if (p.code === "E-DATE-FORMAT" && p.fix === undefined) {
    const wording = wordingOf(written);
    if (wording !== null) return { problem: wording, field };
  }
  if (p.fix === undefined) return { problem: { ...p, value }, field };
  // What was scanned may be the cell at a precision that another column gives.
  const fix = p.code === "E-DATE-DIGITS" ? asciiDigits(written) : p.fix;
  mend(field, fix, p.code);
  return { problem: { ...p, value, fix, hint: `Write ${fix}` }, field };
}

/** A date as EDTF; null, and a Problem, for numbers whose order is not known. */
function readDate(text: string, field: DateField, reading: Reading, problems: TimeProblem[]): string | null {
  const { context, mend } = reading;
  if (!isMidnight(text)) context.onlyMidnights[field] = false;
  else if (context.onlyMidnights[field]) context.needSurvey?.();
  const order = context.dates.orders.get(field) ?? null;
  const spelled = spelledDate(text, order, context.dateOrder ?? null);
  if (spelled === null) {
    if (/^[-\u2212]/.test(text) && context.head.columns.fields.get(field)?.years === true)
      problems.push({ problem: problem("W-DATE-BCE", { value: text }), field });
    return text;
  }
  if ("ambiguous" in spelled) {
    const { dmy, mdy } = spelled;
    if (context.dateOrder === undefined) context.needSurvey?.();
    const p = ambiguousDate(text, dmy, mdy);
    if (p.fix !== undefined) mend(field, p.fix, p.code);
    problems.push({ problem: p, field });
    return null;
  }
  const { edtf, weekday } = spelled;
  if (weekday !== undefined) {
    const real = weekdayOf(
      daysFromCivil(Number(edtf.slice(0, 4)), Number(edtf.slice(5, 7)), Number(edtf.slice(8, 10))),
    );
    const message = `${edtf.slice(0, 10)} is a ${WEEKDAY_NAMES[real]!}, not a ${WEEKDAY_NAMES[weekday]!}`;
    if (real !== weekday) problems.push({ problem: problem("W-DATE-WEEKDAY", { value: text, message }), field });
  }
  // What was read by the order of its column stands for itself once it is written so.
  if (order !== null && context.fix !== null) {
    const alone = spelledDate(text, null);
    if (alone !== null && "ambiguous" in alone)
      mend(field, edtf, context.dateOrder === undefined ? "W-DATE-ORDER" : "E-DATE-AMBIGUOUS");
  }
  return edtf;
}

function statedPrecision({ cell, context }: Reading, problems: TimeProblem[]): Precision | null {
  const column = context.head.columns.fields.get("precision");
  const text = column === undefined ? "" : cell("precision");
  if (column === undefined || text === "") return null;
  const scheme = schemeOf(context.head.columns.headers[column.index]!);
  const precision = precisionOf(text, scheme);
  if (precision !== null) return precision === "exact" ? null : precision;
  const hint = `Write one of ${PRECISION_WORDS.join(", ")}; numbers are read in columns called date_prec (UCDP) or time_precision (ACLED)`;
  problems.push({ problem: problem("E-WORD", { value: text, hint }), field: "precision" });
  return null;
}
