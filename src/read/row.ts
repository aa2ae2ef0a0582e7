import type { Problem } from "../model/problem.js";
import { problem } from "../model/problems.js";
import { LONGEST_TEXT } from "../model/text.js";
import type { TimelineEvent } from "../model/types.js";
import type { Columns, Field } from "./columns.js";
import { READ } from "./ids.js";
import { PARTS, readExtra, readPlaces, readQuantities, tooLong } from "./parts.js";
import type { Draft, Reading, TableContext } from "./reading.js";
import { rowTime } from "./row-time.js";
import { dateOfCell } from "./serial.js";
import type { Row } from "./rows.js";
import { cellOf, hasControls, hyphenated, writtenIn } from "./survey.js";
import { checkTogether } from "./together.js";

/** Makes the reader of a table's rows: an event, or null, and Problems, for a row that is none. */
export function rowReader(context: TableContext): (row: Row) => TimelineEvent | null {
  const { columns, ids } = context.survey;
  const { serials } = context.dates;
  const { fields, headers, quantities, extra } = columns;
  const parts = PARTS.filter(([field]) => fields.has(field));
  return (row) => {
    const cell = (field: Field): string => {
      const text = cellOf(row, fields.get(field));
      return serials.has(field) && text !== "" ? dateOfCell(text, context.dateSystem) : text;
    };
    const report = (p: Problem, field?: Field): void => {
      const at = field === undefined ? undefined : fields.get(field);
      context.problem({ ...p, row: row.row, ...(at === undefined ? {} : { column: headers[at]! }) });
    };
    checkCells(row, columns, report);
    const named = cell("id");
    const id = hyphenated(named);
    if (id !== named) report(problem("E-ID-SPACE", { value: named }), "id");
    const later = id !== "" && cell("known_from") !== "" && (ids.get(id) & READ) !== 0;
    if (id !== "") ids.mark(id, READ);
    const written = (field: Field): string => writtenIn(row, fields.get(field));
    const reading: Reading = { cell, written, report, later, context };
    const title = cell("title");
    if (title === "" && !later) {
      report(problem("E-TITLE-MISSING"), "title");
      return null;
    }
    const time = rowTime(reading);
    if (time === null) return null;
    const event: Draft = {};
    if (id !== "") event.id = id;
    if (title !== "") event.title = title;
    if (time !== undefined) event.time = time;
    if (fields.has("region") || fields.has("place")) readPlaces(event, reading);
    for (const [field, key, read] of parts) {
      const text = cell(field);
      if (text === "") continue;
      const value = later && text === "-" ? null : read(text, reading);
      if (value !== undefined) (event as Record<string, unknown>)[key] = value;
    }
    if (quantities.length > 0) readQuantities(event, row, columns, reading);
    if (extra.length > 0) readExtra(event, row, columns);
    checkTogether(event, id, reading);
    return event as TimelineEvent;
  };
}

function checkCells(row: Row, { headers, fields }: Columns, report: Reading["report"]): void {
  const { cells } = row;
  if (cells.length > headers.length && cells.slice(headers.length).some((c) => c.trim() !== ""))
    report(
      problem("W-CELLS-MORE", {
        message: `This row has ${cells.length} cells for ${headers.length} columns`,
        value: cells.at(-1) ?? "",
      }),
    );
  if (hasControls(row)) report(problem("W-CONTROL"));
  for (const [field, index] of fields) {
    const length = cells[index]?.length ?? 0;
    if (length > LONGEST_TEXT) report(tooLong(length, LONGEST_TEXT), field);
  }
}
