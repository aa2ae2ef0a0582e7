import { daysInMonth } from "./calendar.js";
import { outsideProfile } from "./edtf/profile.js";
import type { Problem } from "./problem.js";
import { problem, type ProblemCode } from "./problems.js";
import { asciiDigits } from "./text.js";

/** Says what is wrong with text that is not a date, and what to write instead. */
export function diagnose(text: string, code: ProblemCode, at: number): Problem {
  const value = text;
  if (/^\d{10,13}$/.test(text)) return problem("E-DATE-EPOCH", { value });
  if (/^[1-9]\d{4}(?:\.\d+)?$/.test(text) && Number(text) >= 18000 && Number(text) < 80000)
    return problem("E-DATE-SERIAL", { value });
  const digits = /^(\d{4})(\d\d)(\d\d)$/.exec(text)?.slice(1).map(Number);
  if (digits !== undefined && digits[2]! > 0 && digits[2]! <= daysInMonth(digits[0]!, digits[1]!)) {
    const date = text.replace(/(\d\d)(\d\d)$/, "-$1-$2");
    return problem("E-DATE-NUMBER", {
      value,
      message: "This is a number, and may be a date",
      hint: `Write ${date} if it is one`,
    });
  }
  if (/^\d+$|^-?\d{1,3}[?~%]?$/.test(text)) return problem("E-DATE-NUMBER", { value });
  const ascii = asciiDigits(text);
  if (ascii !== text) return problem("E-DATE-DIGITS", { value, fix: ascii, hint: `Write ${ascii}` });
  const slashed = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text);
  if (slashed) return slashDate(text, Number(slashed[1]), Number(slashed[3]), slashed[4]!);
  if (/^\d{1,2}([/.-])\d{1,2}\1\d{2}$/.test(text))
    return problem("E-DATE-FORMAT", {
      value,
      message: "The year has two digits alone",
      hint: "Write the year in full, and first: 2022-01-06",
    });
  const years = /^(\d{4})\s*[-\u2010-\u2015]\s*(\d{4})$/.exec(text);
  if (years) return yearsTogether(value, "Two years as one date can mean two things", years[1]!, years[2]!);
  if (/^[=@]/.test(text))
    return problem("E-DATE-FORMAT", {
      value,
      message: "This is a formula, not what it gives",
      hint: "Paste the column as values",
    });
  const plainer = code === "E-DATE-FORMAT" || code === "E-DATE-CALENDAR" ? outsideProfile(text) : undefined;
  if (plainer !== undefined) return problem("E-DATE-PROFILE", { value, hint: plainer });
  if (code === "E-DATE-CALENDAR") return calendar(text, at);
  if (code === "E-DATE-FORMAT" && at > 0 && !/\p{L}{3}/u.test(text))
    return problem(code, { value, message: `This is not a date we can read (from character ${at + 1})` });
  return problem(code, { value });
}

/** Two dates that may be both ends of an extent, or of what is not known of a moment. */
export const yearsTogether = (value: string, message: string, from: string, to: string): Problem =>
  problem("E-DATE-FORMAT", {
    value,
    message,
    hint: `Write ${from}/${to} if it lasted so long, [${from}..${to}] for one moment in it`,
  });

const two = (n: number): string => String(n).padStart(2, "0");

function slashDate(value: string, a: number, b: number, year: string): Problem {
  const dmy = `${year}-${two(b)}-${two(a)}`;
  const mdy = `${year}-${two(a)}-${two(b)}`;
  const isDate = (day: number, month: number): boolean => month >= 1 && month <= 12 && day >= 1 && day <= 31;
  if (!isDate(a, b) && !isDate(b, a)) return problem("E-DATE-CALENDAR", { value });
  return ambiguousDate(value, isDate(a, b) ? dmy : null, isDate(b, a) ? mdy : null);
}

/** Numbers that are a date in one order or in both, the other being null; `fix` is what is certain. */
export function ambiguousDate(value: string, dmy: string | null, mdy: string | null): Problem {
  const only = dmy === null || dmy === mdy ? mdy : mdy === null ? dmy : null;
  if (only !== null)
    return problem("E-DATE-AMBIGUOUS", {
      value,
      message: "The order of day and month is not given",
      hint: `Write ${only}`,
      fix: only,
    });
  return problem("E-DATE-AMBIGUOUS", {
    value,
    message: `This may be ${dmy!} or ${mdy!}`,
    hint: `Write ${dmy!} or ${mdy!}, or name the order of the column: --date-order dmy`,
  });
}

/** `at` is where the month or the day stands that does not exist. */
function calendar(value: string, at: number): Problem {
  const m = /(-?\d{4})-(\d\d)-$/.exec(value.slice(0, at));
  if (!m)
    return problem("E-DATE-CALENDAR", {
      value,
      hint: "Months run from 01 to 12, days to the end of their month",
    });
  const last = daysInMonth(Number(m[1]), Number(m[2]));
  return problem("E-DATE-CALENDAR", {
    value,
    message: `This date does not exist: that month has ${last} days`,
    hint: `Did you mean ${m[1]!}-${m[2]!}-${last}?`,
  });
}
