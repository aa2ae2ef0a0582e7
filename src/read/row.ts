import type { Problem } from "../model/problem.js";
import { problem } from "../model/problems.js";
import { clean, LONGEST_TEXT } from "../model/text.js";
import type { TimelineEvent } from "../model/types.js";
import { hasControls, isPlain, withoutControls, writtenIn } from "./cells.js";
import { placeOf } from "./columns.js";
import type { JoinedRow } from "./curly.js";
import { DATE_FIELDS } from "./date-columns.js";
import { asYear, joinedDate } from "./dates.js";
import type { Field } from "./fields.js";
import { TIMED, TITLED } from "./ids.js";
import { PARTS, readExtra, readPlaces, tooLong } from "./parts.js";
import { readQuantities } from "./quantities.js";
import type { Draft, Reading, TableContext } from "./reading.js";
import { rowTime } from "./row-time.js";
import { dateOfCell } from "./serial.js";
import { hyphenated, joinedText } from "./survey.js";
import { checkTogether } from "./together.js";

/** Makes the reader of a table's rows: an event, or null, and Problems, for a row that is none. */
export function rowReader(context: TableContext): (row: JoinedRow) => TimelineEvent | null {
  const { head, ids, dates } = context;
  const { fields, headers, quantities, extra } = head.columns;
  const parts = PARTS.filter(([field]) => fields.has(field));
  const isDate = new Set<Field>(DATE_FIELDS);
  const hasPlaces = fields.has("region") || fields.has("place");
  return (row) => {
    const { cells } = row;
    const reportAt = (p: Problem, index: number | undefined): void => {
      const place = index === undefined ? undefined : placeOf(headers, index);
      const line = row.line === undefined || row.line === row.row ? undefined : { line: row.line };
      context.problem({ ...p, row: row.row, ...line, ...place });
    };
    const report = (p: Problem, field?: Field): void =>
      reportAt(p, field === undefined ? undefined : fields.get(field)?.index);
    const texts = cleaned(cells);
    if (texts !== cells || cells.length > headers.length || row.joined) checkCells(row, context, reportAt);

    const cell = (field: Field): string => {
      const column = fields.get(field);
      if (column === undefined) return "";
      if (column.parts.length > 1) {
        const all = column.parts.map((i) => texts[i] ?? "");
        return isDate.has(field) ? joinedDate(all) : joinedText(all);
      }
      const text = texts[column.index] ?? "";
      if (text === "" || !isDate.has(field)) return text;
      const year = column.years ? asYear(text) : text;
      return dates.serials.has(field) ? dayOf(field, year) : year;
    };
    const mend = (field: Field, text: string, code: string): void => {
      const column = fields.get(field);
      if (context.fix && column?.parts.length === 1) context.fix({ index: column.index, text, code });
    };
    const dayOf = (field: Field, text: string): string => {
      const day = dateOfCell(text, context.dateSystem);
      mend(field, day, "W-DATE-SERIAL");
      return day;
    };
    const named = cell("id");
    const id = hyphenated(named);
    if (id !== named) {
      report(problem("E-ID-SPACE", { value: named, fix: id }), "id");
      mend("id", id, "E-ID-SPACE");
    }
    const isVersion = id !== "" && cell("known_from") !== "";
    if (isVersion) context.needSurvey?.();
    const known = isVersion ? ids.get(id) : 0;
    const written = (field: Field): string => writtenIn(cells[fields.get(field)?.index ?? -1]);
    const reading: Reading = { row: row.row, cell, written, report, mend, later: (known & TIMED) !== 0, context };
    const title = cell("title");
    if (title === "" && (known & TITLED) === 0) {
      report(problem("E-TITLE-MISSING"), "title");
      return null;
    }
    const time = rowTime(reading);
    if (time === null) return null;
    const event: Draft = {};
    if (id !== "") event.id = id;
    if (title !== "") event.title = title;
    if (time !== undefined) event.time = time;
    if (hasPlaces) readPlaces(event, reading);
    for (const [field, key, read] of parts) {
      const text = cell(field);
      if (text === "") continue;
      const value = isVersion && text === "-" ? null : read(text, reading);
      if (value !== undefined) (event as Record<string, unknown>)[key] = value;
    }
    if (quantities.length > 0)
      readQuantities(event, texts, quantities, { quantityOf: context.quantityOf, report: reportAt });
    if (extra.length > 0) readExtra(event, texts, head.columns);
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
    fix?.({ index, text: cells[index]!, code: "W-QUOTE-CURLY" });
  }
  if (cells.some(hasControls)) report(problem("W-CONTROL"), undefined);
  if (fix)
    cells.forEach((c, index) => {
      if (hasControls(c)) fix({ index, text: withoutControls(c), code: "W-CONTROL" });
    });
  for (const { index } of fields.values()) {
    const length = cells[index]?.length ?? 0;
    if (length > LONGEST_TEXT) report(tooLong(length, LONGEST_TEXT), index);
  }
}
