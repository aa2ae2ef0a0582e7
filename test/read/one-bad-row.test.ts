import { describe, expect, it } from "vitest";
import { read } from "../../src/read/read.js";
import { resolve } from "../../src/model/resolve.js";

const HEADER =
  "id,title,start,end,zone,place,category,importance,status,verification,source,source_url,url,link,known_from,change,quantity:killed";
type Cells = Partial<Record<string, string>>;

/** A row of the table, its cells quoted where they must be. */
const line = (cells: Cells): string =>
  HEADER.split(",")
    .map((name) => cells[name] ?? "")
    .map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(",");
const good = (i: number): Cells => ({
  id: `e${i}`,
  title: `Event ${i}`,
  start: `2022-01-${String(1 + (i % 28)).padStart(2, "0")}`,
  place: "Almaty",
  source: "Police > TASS",
});

/** 40 rows, of which the 21st, on row 22 of the sheet, is the bad one. */
const table = (row: string): string =>
  [HEADER, ...Array.from({ length: 40 }, (_, i) => (i === 20 ? row : line(good(i))))].join("\n");

interface Case {
  readonly what: string;
  /** What is changed in a good row, or the line itself. */
  readonly row: Cells | string;
  readonly code: string;
  readonly column?: string;
  /** Events left of 40. */
  readonly events: 39 | 40;
}

/** Without a title or a time there is nothing to draw: the row is left out. */
const dropped: Omit<Case, "events">[] = [
  { what: "no title", row: { title: "" }, code: "E-TITLE-MISSING", column: "title" },
  { what: "a title of spaces", row: { title: "  \u00a0 " }, code: "E-TITLE-MISSING", column: "title" },
  { what: "no date", row: { start: "" }, code: "E-DATE-MISSING", column: "start" },
  { what: "quotation marks alone", row: { start: "“”" }, code: "E-DATE-FORMAT", column: "start" },
  { what: "a year of two digits", row: { start: "06.01.22" }, code: "E-DATE-FORMAT", column: "start" },
  {
    what: "an ambiguous date with a time",
    row: { start: "06/01/2022 18:50" },
    code: "E-DATE-AMBIGUOUS",
    column: "start",
  },
  { what: "a date of another order", row: { start: "13/01/2022x" }, code: "E-DATE-FORMAT", column: "start" },
  { what: "words for a date", row: { start: "overnight" }, code: "E-DATE-FORMAT", column: "start" },
  { what: "a date that does not exist", row: { start: "2022-02-30" }, code: "E-DATE-CALENDAR", column: "start" },
  { what: "an end that does not exist", row: { end: "2022-02-30" }, code: "E-DATE-CALENDAR", column: "end" },
  { what: "words for an end", row: { end: "soon" }, code: "E-DATE-FORMAT", column: "end" },
  { what: "an ambiguous date", row: { start: "06/01/2022" }, code: "E-DATE-AMBIGUOUS", column: "start" },
  { what: "a day number", row: { start: "44567" }, code: "E-DATE-SERIAL", column: "start" },
  { what: "milliseconds", row: { start: "1641427200000" }, code: "E-DATE-EPOCH", column: "start" },
  { what: "a formula", row: { start: "=DATE(2022,1,6)" }, code: "E-DATE-FORMAT", column: "start" },
  { what: "Arabic digits", row: { start: "٢٠٢٢-٠١-٠٦" }, code: "E-DATE-DIGITS", column: "start" },
  { what: "a time of 25 hours", row: { start: "2022-01-05T25:00" }, code: "E-DATE-CLOCK", column: "start" },
  { what: "an offset of 25 hours", row: { start: "2022-01-05T20:30+25:00" }, code: "E-DATE-OFFSET", column: "start" },
  { what: "a date of 100 letters", row: { start: "2".repeat(100) }, code: "E-DATE-LONG", column: "start" },
  {
    what: "an end before the start",
    row: { start: "2022-01-06", end: "2022-01-05" },
    code: "E-DATE-ORDER",
    column: "end",
  },
  { what: "a zone that does not exist", row: { zone: "ALMT" }, code: "E-ZONE", column: "zone" },
  { what: "too few cells", row: "e20,Event 20", code: "E-DATE-MISSING", column: "start" },
];

/** The event is sound without this field, or with another id: it stays. */
const kept: Omit<Case, "events">[] = [
  { what: "a date in quotation marks", row: { start: "“2022-01-21”" }, code: "W-DATE-MARKS", column: "start" },
  {
    what: "a wrong day of the week",
    row: { start: "Monday, 21 January 2022" },
    code: "W-DATE-WEEKDAY",
    column: "start",
  },
  {
    what: "a time that a clock skipped",
    row: { start: "2022-03-27T02:30", zone: "Europe/Paris" },
    code: "W-ZONE-GAP",
    column: "start",
  },
  { what: "a date of the next millennium", row: { start: "2922-01-21" }, code: "W-DATE-FAR", column: "start" },
  {
    what: "curly quotation marks around a cell",
    row: "e20,“Event 20, again”,2022-01-21,,,Almaty,,,,,Police > TASS,,,,,,",
    code: "W-QUOTE-CURLY",
  },
  { what: "an address that is no link", row: { url: "javascript:alert(1)" }, code: "E-URL", column: "url" },
  { what: "a source's address that is none", row: { source_url: "x" }, code: "E-URL", column: "source_url" },
  { what: "importance 9", row: { importance: "9" }, code: "E-IMPORTANCE", column: "importance" },
  { what: "a status of its own", row: { status: "maybe" }, code: "E-WORD", column: "status" },
  { what: "a verification of its own", row: { verification: "sure" }, code: "E-WORD", column: "verification" },
  { what: "a change of its own", row: { change: "oops" }, code: "E-WORD", column: "change" },
  { what: "a number that is none", row: { "quantity:killed": "0x10" }, code: "E-NUMBER", column: "quantity:killed" },
  {
    what: "a number below nothing",
    row: { "quantity:killed": "-5" },
    code: "E-NUMBER-NEGATIVE",
    column: "quantity:killed",
  },
  {
    what: "an ambiguous number",
    row: { "quantity:killed": "2.000" },
    code: "E-NUMBER-AMBIGUOUS",
    column: "quantity:killed",
  },
  { what: "low above high", row: { "quantity:killed": "12–10" }, code: "W-NUMBER-ORDER", column: "quantity:killed" },
  {
    what: "words for a number",
    row: { "quantity:killed": "a great many" },
    code: "W-NUMBER-WORDS",
    column: "quantity:killed",
  },
  { what: "an id that is taken", row: { id: "e19" }, code: "E-ID-DUPLICATE", column: "id" },
  { what: "an id with a space", row: { id: "e 20" }, code: "E-ID-SPACE", column: "id" },
  { what: "a link to nothing", row: { link: "causes:nothing" }, code: "W-REF-UNKNOWN", column: "link" },
  { what: "a link to itself", row: { link: "causes:e20" }, code: "W-REF-UNKNOWN", column: "link" },
  { what: "words for when it was known", row: { known_from: "yesterday" }, code: "E-KNOWN-FROM", column: "known_from" },
  { what: "a quotation mark never closed", row: 'e20,"Event 20,2022-01-05', code: "E-QUOTE-OPEN" },
  { what: "too many cells", row: `${line(good(20))},more`, code: "W-CELLS-MORE" },
  { what: "a control character", row: { title: "Event\u0007 20" }, code: "W-CONTROL" },
  { what: "a title of 10,000 letters", row: { title: "x".repeat(1e4) }, code: "W-TEXT-LONG", column: "title" },
  { what: "a place of 300 letters", row: { place: "x".repeat(300) }, code: "W-TEXT-LONG", column: "place" },
];

describe("40 rows, one of them bad", () => {
  it("are 40 events when none is", () => {
    const { data, problems } = read(table(line(good(20))));
    expect(problems).toEqual([]);
    expect(resolve(data).events).toHaveLength(40);
  });
  it.each<Case>([
    ...dropped.map((c) => ({ ...c, events: 39 as const })),
    ...kept.map((c) => ({ ...c, events: 40 as const })),
  ])("$what: $events events, $code", ({ row, code, column, events }) => {
    const { data, problems } = read(table(typeof row === "string" ? row : line({ ...good(20), ...row })));
    expect(problems).toMatchObject([{ code, row: 22, ...(column === undefined ? {} : { column }) }]);
    const found = resolve(data).events;
    expect(found).toHaveLength(events);
    const others = Array.from({ length: 40 }, (_, i) => `Event ${i}`).filter((_, i) => i !== 20);
    expect(found.map((e) => e.title)).toEqual(expect.arrayContaining(others));
  });
});
