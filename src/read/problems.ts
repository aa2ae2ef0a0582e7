import type { Problem } from "../model/problem.js";
import {
  problemKinds as modelKinds,
  problemOf,
  type ProblemCode as ModelCode,
  type ProblemDetails,
  type ProblemKind,
} from "../model/problems.js";

/** What can be wrong with files, besides what can be wrong with documents. Apart, so that who only draws does not load it. */
const kinds = {
  "W-DATE-SERIAL": {
    summary: "All cells of this column are day numbers of a spreadsheet; they were read as dates",
    hint: "Format the column as dates 2022-01-06. Where the workbook counts from 1904 (old Macs), dates from a CSV file are 1462 days early",
  },
  "W-DATE-MIDNIGHT": {
    summary: "All cells of this column are midnight; they were read as days",
    hint: "Write days without a time of day: 2022-01-06",
  },
  "W-DATE-MS": {
    summary: "This number was read as milliseconds since 1970",
    hint: 'Write a year as a text: "1565"',
  },
  "W-DATE-MARKS": { summary: "The date was read without the quotation marks or other characters around or in it" },
  "W-DATE-WEEKDAY": { summary: "The date does not fall on this day of the week; the date was taken" },
  "W-DATE-BCE": {
    summary: "Years before our era were counted as in ISO 8601: 0 is 1 BC, -43 is 44 BC",
    hint: "Nothing to do, if they are meant so; else write 44 BC",
  },
  "W-DATE-FAR": {
    summary: "This date lies far away from all others",
    hint: "Nothing to do, if it is meant; else mend it",
  },
  "W-PLACE-REGION": {
    summary: "A place lies in two regions; the one that comes first by its letters was taken",
    hint: "Give places of the same name names of their own: Almaty (city)",
  },
  "W-NUMBER-WORDS": {
    summary: "These words are shown as they are; no number could be read from them",
    hint: 'Nothing to do, unless a number was meant: "more than 2,000", "dozens", "10–12"',
  },
  "E-JSON": { summary: "This is not JSON" },
  "W-KEY": { summary: "This key means something to JavaScript; it was left out", hint: "Give it another name" },
  "E-LIST": { summary: "There is no list there", hint: "Name it by its keys: --list races, --list season.races" },
  "E-JSON-DEPTH": { summary: "This is nested too deeply" },
  "E-FILE-KIND": { summary: "This kind of file cannot be read", hint: "Save it as .xlsx, .ods or CSV (UTF-8)" },
  "W-TABLE-LOST": {
    summary: "A table has no column for this; it was left out",
    hint: "Keep the document as JSON, too",
  },
  "E-FILE-FETCH": {
    summary: "This file cannot be had; the timeline is shown without it",
    hint: "Open the address in a browser. On another server it must be one that lets other pages read it",
  },
  "E-FILE-EMPTY": { summary: "There are no events" },
  "E-HEADER": {
    summary: "There is no column for the title or the time",
    hint: "Name the columns title and time (or start), or say which they are: --columns title=headline,start=date",
  },
  "W-HEADER-TWICE": { summary: "Two columns have the same name; the first is used" },
  "W-COLUMN-UNKNOWN": { summary: "This column is not one of ours; it is kept, and can be used to group" },
  "E-QUOTE-OPEN": {
    summary: "A quotation mark is never closed; it was read as a character",
    hint: "Close it, or double it to mean the character itself",
  },
  "W-QUOTE-CURLY": {
    summary: "Curly quotation marks were taken for the straight ones that hold a cell together",
    hint: 'Write straight ones: "one, two"',
  },
  "W-CELLS-MORE": { summary: "This row has more cells than there are columns" },
  "W-ENCODING": { summary: "The file is not UTF-8; it was read as another encoding", hint: "Save it as UTF-8" },
  "W-DATE-ORDER": {
    summary: "The order of day and month was inferred from the column",
    hint: "Name it: --date-order dmy",
  },
  "W-CONTROL": { summary: "Control characters were left out" },
} as const satisfies Readonly<Record<string, ProblemKind>>;

export type ProblemCode = keyof typeof kinds | ModelCode;
export const problemKinds: Readonly<Record<ProblemCode, ProblemKind>> = { ...modelKinds, ...kinds };

/** A Problem of a code of either catalogue; see that of the model. */
export const problem = (code: ProblemCode, details?: ProblemDetails): Problem =>
  problemOf(code, problemKinds[code], details);
