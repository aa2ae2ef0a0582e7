import type { Problem } from "../model/problem.js";
import { problem } from "./problems.js";
import { clean, LONGEST_TEXT } from "../model/text.js";
import type { TimelineEvent } from "../model/types.js";
import { hasControls, isPlain, withoutControls, writtenIn } from "./cells.js";
import { placeOf, type Column } from "./columns.js";
import type { JoinedRow } from "./curly.js";
import { DATE_FIELDS } from "./date-columns.js";
import { asYear, joinedDate } from "./dates.js";
import { readExtra } from "./extra.js";
import type { Field } from "./fields.js";
import { unguarded } from "./guard.js";
import { REPEATED, TIMED, TITLED } from "./ids.js";
import { knownFromOf, PARTS, tooLong } from "./parts.js";
import { placesReader } from "./places.js";
import { quantitiesReader } from "./quantities.js";
import type { Draft, Reading, TableContext } from "./reading.js";
import { timeReader } from "./row-time.js";
import { dateOfCell } from "./serial.js";
import { hyphenated, joinedText } from "./survey.js";
import { checkTogether } from "./together.js";

/** Makes the reader of a table's rows: an event, or null, and Problems, for a row that is none. */
export function rowReader(context: TableContext): (row: JoinedRow) => TimelineEvent | null {
  const { head, ids, dates } = context;
  const { fields, headers, extra } = head.columns;
  const isDate = new Set<Field>(DATE_FIELDS);
  // The row being read; what reads it is made once, for tables have many.
  let row: JoinedRow = head.header;
  let texts: readonly string[] = [];

  const reportAt = (p: Problem, index: number | undefined): void => {
    const place = index === undefined ? undefined : placeOf(headers, index);
    const line = row.line === undefined || row.line === row.row ? undefined : { line: row.line };
    context.problem({ ...p, row: row.row, ...line, ...place });
  };
  const report = (p: Problem, field?: Field): void =>
    reportAt(p, field === undefined ? undefined : fields.get(field)?.index);
  const textAt = (column: Column | undefined): string =>
    column === undefined
      ? ""
      : column.parts.length === 1
        ? (texts[column.index] ?? "")
        : joinedText(column.parts.map((i) => texts[i] ?? ""));
  const mend = (field: Field, text: string, code: string): void => {
    const column = fields.get(field);
    if (context.fix && column?.parts.length === 1) context.fix({ index: column.index, text, code });
  };
  const dateAt = (field: Field, column: Column): string => {
    if (column.parts.length > 1) return joinedDate(column.parts.map((i) => texts[i] ?? ""));
    const text = column.years ? asYear(texts[column.index] ?? "") : (texts[column.index] ?? "");
    if (dates.midnights.has(field)) return text.slice(0, 10);
    if (text === "" || !dates.serials.has(field)) return text;
    const day = dateOfCell(text, context.dateSystem);
    mend(field, day, "W-DATE-SERIAL");
    return day;
  };
  const cell = (field: Field): string => {
    const column = fields.get(field);
    return column !== undefined && isDate.has(field) ? dateAt(field, column) : textAt(column);
  };
  const written = (field: Field): string => {
    const column = fields.get(field);
    return column === undefined ? "" : writtenIn(row.cells[column.index]);
  };
  const reading: { -readonly [K in keyof Reading]: Reading[K] } = {
    row: 0,
    later: false,
    cell,
    written,
    report,
    mend,
    context,
  };

  const [idAt, titleAt, knownFromAt] = (["id", "title", "known_from"] as const).map((field) => fields.get(field));
  const parts = PARTS.filter(([field]) => fields.has(field)).map(([field, put, drop]) => {
    const column = fields.get(field)!;
    const isSimple = column.parts.length === 1 && !isDate.has(field);
    return { field, put, drop, index: isSimple ? column.index : -1 };
  });
  const rowTime = timeReader(context);
  const readPlaces = placesReader(context);
  const readQuantities = quantitiesReader(head.columns.quantities, context, reportAt);

  /** In a row that is no event the dates can be mended all the same. */
  const mendDates = (): void => {
    rowTime(reading);
    const knownFrom = cell("known_from");
    if (knownFrom !== "") knownFromOf(knownFrom, reading);
  };

  return (given) => {
    row = given;
    reading.row = row.row;
    texts = row.plain === true ? row.cells : cleaned(row.cells);
    if (texts !== row.cells || texts.length > headers.length || row.joined) checkCells(row, context, reportAt);
    const named = textAt(idAt);
    const id = hyphenated(named);
    if (id !== named) {
      report(problem("E-ID-SPACE", { value: named, fix: id }), "id");
      mend("id", id, "E-ID-SPACE");
    }
    const isVersion = id !== "" && textAt(knownFromAt) !== "";
    if (isVersion) context.needSurvey?.();
    const flags = isVersion ? ids.get(id) : 0;
    const known = (flags & REPEATED) === 0 ? 0 : flags;
    reading.later = (known & TIMED) !== 0;
    const title = textAt(titleAt);
    if (title === "" && (known & TITLED) === 0) {
      report(problem("E-TITLE-MISSING"), "title");
      if (context.fix) mendDates();
      return null;
    }
    const time = rowTime(reading);
    if (time === null) {
      if (context.fix) mendDates();
      return null;
    }
    const event = new EventDraft();
    if (id !== "") event.id = id;
    if (title !== "") event.title = title;
    if (time !== undefined) event.time = time;
    readPlaces(event, reading);
    for (const part of parts) {
      const text = part.index < 0 ? cell(part.field) : texts[part.index];
      if (text === undefined || text === "") continue;
      if (known !== 0 && text === "-") part.drop(event);
      else part.put(event, text, reading);
    }
    readQuantities(event, texts);
    if (extra.length > 0) readExtra(event, texts, extra);
    checkTogether(event, id, reading);
    return event as TimelineEvent;
  };
}

/** Cells as texts that may be shown; the very cells where nothing has to be cleaned. */
function cleaned(cells: readonly string[]): readonly string[] {
  let out: string[] | undefined;
  for (let i = 0; i < cells.length; i++) {
    if (isPlain(cells[i]!)) continue;
    out ??= [...cells];
    out[i] = clean(writtenIn(cells[i]));
  }
  return out ?? cells;
}

function checkCells(
  row: JoinedRow,
  { head, fix }: TableContext,
  report: (p: Problem, index: number | undefined) => void,
): void {
  const { cells, joined = [] } = row;
  const { headers, fields } = head.columns;
  if (cells.length > headers.length && cells.slice(headers.length).some((c) => c.trim() !== ""))
    report(
      problem("W-CELLS-MORE", {
        message: `This row has ${cells.length} cells for ${headers.length} columns`,
        value: cells.at(-1) ?? "",
      }),
      undefined,
    );
  for (const index of joined) {
    report(problem("W-QUOTE-CURLY", { value: cells[index] }), index);
    fix?.({ index, text: unguarded(cells[index]!), code: "W-QUOTE-CURLY" });
  }
  if (cells.some(hasControls)) report(problem("W-CONTROL"), undefined);
  if (fix)
    cells.forEach((c, index) => {
      if (hasControls(c)) fix({ index, text: withoutControls(writtenIn(c)).trim(), code: "W-CONTROL" });
    });
  for (const { index } of fields.values()) {
    const length = cells[index]?.length ?? 0;
    if (length > LONGEST_TEXT) report(tooLong(length, LONGEST_TEXT), index);
  }
}

/** A plain object; engines give those of a constructor the room that the last ones needed. */
const EventDraft = function () {} as unknown as new () => Draft;
EventDraft.prototype = Object.prototype;
