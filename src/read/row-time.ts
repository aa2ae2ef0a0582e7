import { problem } from "./problems.js";
import { LONGEST_DATE, resolveTime } from "../model/time.js";
import type { TimeInput } from "../model/types.js";
import { asEdtf } from "./as-edtf.js";
import type { Reading, TableContext } from "./reading.js";
import { tidied } from "./tidy.js";
import { attemptTime, type Attempt, type DateField, type TimeProblem, type TimeTexts } from "./time-attempt.js";

/**
 * Makes the reader of a row's time: one expression, or a start and an end. Undefined for a later version that leaves it
 * unchanged; null, and a Problem, for one that cannot be read.
 */
export function timeReader(context: TableContext): (reading: Reading) => TimeInput | undefined | null {
  const { fields } = context.head.columns;
  const [hasTime, hasStart, hasEnd] = (["time", "start", "end"] as const).map((field) => fields.has(field));
  const hasWords = (["said", "zone", "precision"] as const).some((field) => fields.has(field));
  return (reading) => {
    const { cell, row } = reading;
    const whole = hasTime ? cell("time") : "";
    const first: DateField = whole !== "" ? "time" : "start";
    const start = whole !== "" ? whole : hasStart ? cell("start") : "";
    const end = hasEnd ? cell("end") : "";
    if (!hasWords) {
      const from = context.isoMoment(start);
      if (end === "" ? !Number.isNaN(from) : context.isoMoment(end) >= from) {
        context.seen(from, row, first, start);
        context.onlyMidnights[first] = false;
        if (end !== "") context.onlyMidnights.end = false;
        return end === "" || (end === start && start.length === 10) ? start : { start, end };
      }
    }
    return carefully({ first, start, end }, reading);
  };
}

function carefully(texts: TimeTexts, reading: Reading): TimeInput | undefined | null {
  const { report, context, later, row } = reading;
  const { first, start, end } = texts;
  if (start === "" && end === "") {
    if (later) return undefined;
    const hint = "Write a date: 2022-01-06. Of merged cells, only the first row has it";
    report(problem("E-DATE-MISSING", { value: "", hint }), context.head.columns.fields.has("start") ? "start" : "time");
    return null;
  }
  let attempt = attemptTime(texts, reading);
  const tidy = attempt.input === null ? tidyAttempt(texts, reading) : null;
  // What is still wrong without the marks says more than that there are some.
  if (tidy !== null && !tidy.problems.some(({ problem }) => problem.code === "E-DATE-FORMAT")) attempt = tidy;
  for (const { problem, field } of attempt.problems) report(problem, field);
  if (attempt.span !== null) {
    const { startMin, startMax, endMin, endMax } = attempt.span;
    const ms = startMin ?? startMax ?? endMax ?? endMin;
    if (ms !== null) context.seen(ms, row, start !== "" ? first : "end", start || end);
  }
  return attempt.input;
}

/** The same again with what is no part of a date left out of the cells; null when there is no such thing. */
function tidyAttempt(texts: TimeTexts, reading: Reading): Attempt | null {
  if (texts.start.length > 2 * LONGEST_DATE || texts.end.length > 2 * LONGEST_DATE) return null;
  const tidy = { ...texts, start: tidied(texts.start), end: tidied(texts.end) };
  const changed = (
    [
      [texts.first, "start"],
      ["end", "end"],
    ] as const
  ).filter(([, key]) => tidy[key] !== texts[key]);
  if (changed.length === 0 || changed.some(([, key]) => tidy[key] === "")) return null;
  const attempt = attemptTime(tidy, reading);
  const { context } = reading;
  for (const [field, key] of changed) {
    const edtf = asEdtf(tidy[key], context.dates.orders.get(field) ?? null, context.dateOrder ?? null);
    if (edtf !== null && resolveTime(edtf, { zone: context.zone }).ok) reading.mend(field, tidy[key], "W-DATE-MARKS");
  }
  if (attempt.input === null) return attempt;
  const marks = changed.map(([field, key]): TimeProblem => {
    const fix = tidy[key];
    return { field, problem: problem("W-DATE-MARKS", { value: texts[key], fix, hint: `Write ${fix}` }) };
  });
  return { ...attempt, problems: [...marks, ...attempt.problems] };
}
