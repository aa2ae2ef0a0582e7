import type { Problem } from "../model/problem.js";
import { problem } from "../model/problems.js";
import { resolveTime } from "../model/time.js";
import type { TimeInput } from "../model/types.js";
import type { Field } from "./columns.js";
import { spelledDate } from "./dates.js";
import type { Reading } from "./reading.js";

/**
 * The time of a row: one expression, or a start and an end. Undefined for a later version that leaves it unchanged; null,
 * and a Problem, for one that cannot be read.
 */
export function rowTime(reading: Reading): TimeInput | undefined | null {
  const { cell, report, context, later } = reading;
  const said = cell("said");
  const zone = cell("zone");
  const whole = cell("time");
  const end = cell("end");
  const field: Field = whole !== "" ? "time" : "start";
  const written = whole !== "" ? whole : cell("start");
  if (written === "" && end === "") {
    if (later) return undefined;
    report(problem("E-DATE-MISSING", { value: "" }), context.survey.columns.fields.has("time") ? "time" : "start");
    return null;
  }
  const start = written === "" ? "" : readDate(written, field, reading);
  const last = end === "" || end === ".." ? end : readDate(end, "end", reading);
  if (start === null || last === null) return null;
  // A day repeated in the end column is that day, not an extent.
  const point = last === "" || (last === start && !start.includes("T"));
  const plain = said === "" && zone === "";
  const words = plain ? {} : { ...(zone === "" ? {} : { zone }), ...(said === "" ? {} : { said }) };
  const input: TimeInput = point
    ? plain
      ? start
      : { at: start, ...words }
    : { start: start === "" ? "?" : start, end: last, ...words };
  const r =
    typeof input === "string" ? context.timeOf(input) : resolveTime(input, { zone: zone !== "" ? zone : context.zone });
  if (r.ok) {
    if (r.problems) for (const p of r.problems) report(p, field);
    return input;
  }
  const wrongEnd = last === "" || last === ".." ? null : resolveTime(last, { zone: context.zone });
  if (wrongEnd?.ok === false) report(wrongEnd.problem, "end");
  else report(r.problem, fieldOf(r.problem, field, last !== ""));
  return null;
}

const fieldOf = ({ code }: Problem, field: Field, hasEnd: boolean): Field =>
  code === "E-ZONE" ? "zone" : code === "E-DATE-ORDER" && hasEnd ? "end" : field;

function readDate(text: string, field: Field, { report, context }: Reading): string | null {
  const written = asEdtf(text, context.dates.orders.get(field) ?? null);
  if (written !== null) return written;
  const r = resolveTime(text);
  if (!r.ok) report(r.problem, field);
  return null;
}

/** A common spelling of a date as EDTF, anything else as it is; null for numbers whose order is not known. */
export function asEdtf(text: string, order: "dmy" | "mdy" | null): string | null {
  const spelled = spelledDate(text, order);
  return spelled === null ? text : "edtf" in spelled ? spelled.edtf : null;
}
