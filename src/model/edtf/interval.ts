import { Cursor, EdtfFailure } from "./cursor.js";
import { scanDate } from "./date.js";
import type { Edtf, EdtfContext, EdtfDate, EdtfEnd, EdtfResult } from "./types.js";

/**
 * Reads one expression of our profile of EDTF (ISO 8601-2:2019, annex A) in one pass, without `Date` and checked against
 * the calendar: a date, a one-of set, or an interval of these. Time grows with the length of the text alone.
 */
export function scanEdtf(text: string, context: EdtfContext): EdtfResult {
  try {
    return { ok: true, value: scanExpression(new Cursor(text), context) };
  } catch (failure) {
    if (failure instanceof EdtfFailure) return { ok: false, code: failure.code, at: failure.at };
    throw failure;
  }
}

function scanExpression(c: Cursor, context: EdtfContext): Edtf {
  const start = scanEnd(c, context);
  if (isDated(start) && c.peek() === "") return { form: "one", end: start };
  if (!c.take("/")) c.fail();
  const end = scanEnd(c, context);
  if (c.peek() !== "") c.fail();
  if (!isDated(start) && !isDated(end)) c.fail("E-DATE-FORMAT", 0);
  return { form: "interval", start, end };
}

const isDated = (end: EdtfEnd): boolean => end.is === "date" || end.is === "within";

function scanEnd(c: Cursor, context: EdtfContext): EdtfEnd {
  if (c.peek() === "" || c.peek() === "/") return { is: "unknown" };
  if (c.takeTwo(".")) return { is: "open" };
  if (c.take("[")) return scanSet(c, context);
  return { is: "date", date: scanDate(c, context) };
}

/** The rest of `[A..B]`, `[..B]`, `[A..]`, `[A,B..C,D]`: one moment, somewhere in between. */
function scanSet(c: Cursor, context: EdtfContext): EdtfEnd {
  c.inSet = true;
  const openStart = c.takeTwo(".");
  let [from, to, openEnd] = scanMember(c, context, !openStart);
  while (!openEnd && c.take(",")) {
    while (c.take(" "));
    const member = scanMember(c, context, true);
    if (member[0].min < from.min) from = member[0];
    if (member[1].max > to.max) to = member[1];
    openEnd = member[2];
  }
  if (!c.take("]")) c.fail();
  c.inSet = false;
  return { is: "within", from: openStart ? null : from, to: openEnd ? null : to };
}

/** `A`, and where a range may stand `A..B` and `A..]`: first date, last date, whether the end is open. */
function scanMember(c: Cursor, context: EdtfContext, range: boolean): [EdtfDate, EdtfDate, boolean] {
  const first = scanDate(c, context);
  if (!range || !c.takeTwo(".")) return [first, first, false];
  if (c.peek() === "]") return [first, first, true];
  const at = c.position;
  const last = scanDate(c, context);
  if (endsBefore(last, first)) c.fail("E-DATE-ORDER", at);
  return [first, last, false];
}

/** Whether `a` is over when `b` begins. An instant may stand at the very beginning of `b`. */
export const endsBefore = (a: EdtfDate, b: EdtfDate): boolean => a.max < b.min || (a.max === b.min && a.min < a.max);
