import type { Problem } from "./problem.js";

/** What a code means, and what to do. The docs page of all codes is made from this, and from what reading adds (read/problems.ts). */
export interface ProblemKind {
  readonly summary: string;
  readonly hint?: string;
}

const kinds = {
  "E-DATE-MISSING": { summary: "The event has no time", hint: "Write a date: 2022-01-06" },
  "E-DATE-FORMAT": {
    summary: "This is not a date we can read",
    hint: "Write 2022-01-06, 2022-01-06T18:50, 2022-01, or a range 2022-01-03/2022-01-06",
  },
  "E-DATE-CALENDAR": { summary: "This date does not exist" },
  "E-DATE-PROFILE": { summary: "This part of EDTF is not read" },
  "E-DATE-CLOCK": {
    summary: "This time of day does not exist",
    hint: "Hours go from 00 to 24:00, minutes and seconds to 59",
  },
  "E-DATE-OFFSET": {
    summary: "This offset from UTC does not exist",
    hint: "Offsets run from -12:00 to +14:00; zero is Z or +00:00",
  },
  "E-DATE-LONG": { summary: "A date has at most 64 characters" },
  "E-DATE-RANGE": { summary: "The year is out of range", hint: "Years may lie up to 14 billion years away" },
  "E-DATE-ORDER": { summary: "The end is before the start", hint: "Swap the two" },
  "E-DATE-AMBIGUOUS": {
    summary: "Day and month cannot be told apart",
    hint: "Write 2022-01-06, or name the order of the column: --date-order dmy",
  },
  "E-DATE-SERIAL": {
    summary: "This looks like a spreadsheet's day number",
    hint: "Format the column as text or as a date 2022-01-06",
  },
  "E-DATE-EPOCH": { summary: "This looks like a count of milliseconds", hint: "Write a date: 2022-01-06" },
  "E-DATE-NUMBER": {
    summary: "This is a number, not a date",
    hint: "Years have four digits: 0987; longer ones begin with Y: Y12345",
  },
  "E-DATE-DIGITS": { summary: "Dates are written with the digits 0 to 9" },
  "E-ZONE": { summary: "This time zone does not exist", hint: "Write an IANA name: Asia/Almaty" },
  "W-ZONE-GAP": { summary: "The clock skipped this time; it was moved on by the gap" },
  "W-ZONE-REPEATED": {
    summary: "The clock showed this time twice; the earlier was taken",
    hint: "Write the offset: 2022-10-30T02:30+02:00",
  },
  "E-EVENT-TYPE": { summary: "This is not an event", hint: "An event is an object with a title and a time" },
  "E-DATA-TYPE": { summary: "This has the wrong type" },
  "E-TITLE-MISSING": { summary: "The event has no title" },
  "E-ID-SPACE": { summary: "An id has no spaces; they became hyphens" },
  "E-ID-DUPLICATE": {
    summary: "Two events have the same id; both are kept, the later under a new one",
    hint: "Give each its own id, or a knownFrom to make it a later version",
  },
  "W-REF-UNKNOWN": { summary: "There is no event with this id; the link was left out" },
  "E-CYCLE": { summary: "These contain each other; the last link was left out" },
  "W-RETRACT-UNKNOWN": { summary: "This retracts an event that is not there" },
  "E-KNOWN-FROM": {
    summary: "known_from needs a date, best with its time and offset",
    hint: "Write 2022-01-06T13:50+01:00",
  },
  "W-KNOWN-TWICE": {
    summary:
      "Two versions of an event are known from the same moment; which is the later one was taken from their text",
    hint: "Give each a moment of its own: 2022-01-06T13:50+01:00",
  },
  "E-NUMBER": {
    summary: "This is not a quantity",
    hint: 'Write a number or words such as "more than 2,000", "dozens", "10–12"',
  },
  "E-NUMBER-NEGATIVE": { summary: "A count cannot be negative" },
  "E-NUMBER-RANGE": { summary: "This number is too large to be exact" },
  "E-NUMBER-AMBIGUOUS": { summary: "A point may group thousands or begin decimals", hint: "Write 2000 or 2,000" },
  "W-NUMBER-ORDER": { summary: "low ≤ best ≤ high does not hold; kept as written" },
  "W-NUMBER-PART": { summary: "A part is larger than its whole" },
  "E-IMPORTANCE": { summary: "Importance is 1 (always drawn) to 5" },
  "E-WORD": { summary: "This is not one of the words allowed here" },
  "E-LAYOUT": {
    summary: "This is nothing that the editor's hand can do",
    hint: "Write pin, hide, side right (left, above), row 2, nudge 12 -8 (at most 500), break 3 6",
  },
  "W-LAYOUT-BOTH": {
    summary: "An event cannot be pinned and hidden; it is pinned",
    hint: "Take one of the two away",
  },
  "W-LAYOUT-HAND": {
    summary: "What the editor's hand asks of a label could not be done",
    hint: "Give the label more room, or take the wish back",
  },
  "E-URL": { summary: "Only https, http and mailto addresses are linked" },
  "E-COLOR": { summary: "A colour is written #rrggbb" },
  "W-TEXT-LONG": { summary: "This text was cut" },
  "W-LOCALE": {
    summary: "This language is not loaded; English is used",
    hint: 'There are en, ru, kk, fa, fr, de and zh; in a page import one and pass it: import { locale } from "datelines/locale/kk"',
  },
  "W-OPTION": { summary: "This option is nothing we know; it was left out" },
  "W-FIELD-UNKNOWN": { summary: "No event has this to be grouped by" },
  "W-LANE-UNKNOWN": { summary: "No lane has this id or name" },
  "W-LABEL-NOTE": { summary: "Labels had no room and stand in the numbered notes" },
  "W-LABEL-COUNTED": { summary: "Events are too many to name and are counted" },
  "W-RELATIVE-LANE": {
    summary: "A lane has no such event to count from; it counts from its first",
    hint: "Name one of its events: relativeTo: { events: [ids] }",
  },
  "W-RELATIVE-EVENT": { summary: "There is no event with this id to count from" },
  "W-RELATIVE-WINDOW": {
    summary: "On a relative axis from and to are milliseconds from day 0; this was not used",
    hint: "Leave them out, or write numbers",
  },
  "W-TYPE-SMALL": { summary: "Type is smaller than can be read in print" },
} as const satisfies Readonly<Record<string, ProblemKind>>;

export type ProblemCode = keyof typeof kinds;
export const problemKinds: Readonly<Record<ProblemCode, ProblemKind>> = kinds;

export type ProblemDetails = Partial<Omit<Problem, "code" | "severity" | "value">> & { readonly value?: unknown };

/** A Problem of a code of the catalogue. The value is shown in at most 40 characters, with what cannot be seen spelled out. */
export const problem = (code: ProblemCode, details?: ProblemDetails): Problem => problemOf(code, kinds[code], details);

/** A Problem of a kind; see {@link problem}. */
export function problemOf(
  code: string,
  kind: ProblemKind,
  { value, message, hint, ...details }: ProblemDetails = {},
): Problem {
  const advice = hint ?? kind.hint;
  return {
    code,
    severity: code.startsWith("E") ? "error" : "warning",
    message: message ?? kind.summary,
    ...(advice === undefined ? {} : { hint: advice }),
    ...details,
    ...(value === undefined ? {} : { value: shown(value) }),
  };
}

/** Controls, direction marks, what has no width, lone surrogates, and the tag characters that can hide a text. */
const INVISIBLE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\uffff\ud800-\udfff\u{e0000}-\u{e0fff}]/gu;

/** A text with every character that cannot be seen, or that turns the direction of others, spelled out as \u…. */
export const visible = (text: string): string =>
  text.replace(INVISIBLE, (c) =>
    Array.from({ length: c.length }, (_, i) => `\\u${c.charCodeAt(i).toString(16).padStart(4, "0")}`).join(""),
  );

/** A value as a message may show it: short, on one line, with control and direction characters spelled out. */
export function shown(value: unknown): string {
  const text =
    typeof value === "string"
      ? value
      : typeof value === "number" || typeof value === "boolean" || value === null
        ? String(value)
        : typeof value;
  const chars = Array.from(text.slice(0, 100));
  const cut = chars.length > 40 || text.length > 100 ? [...chars.slice(0, 39), "…"] : chars;
  return visible(cut.join(""));
}
