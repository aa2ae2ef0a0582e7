import type { Problem } from "../model/problem.js";
import { problem } from "../model/problems.js";
import type { TimelineEvent } from "../model/types.js";
import type { Field } from "./columns.js";
import { READ } from "./ids.js";
import { PARTS, readExtra, readPlaces, readQuantities } from "./parts.js";
import type { Draft, Reading, TableContext } from "./reading.js";
import { rowTime } from "./row-time.js";
import type { Row } from "./rows.js";
import { cellOf, hyphenated } from "./survey.js";
import { checkTogether } from "./together.js";

/** Makes the reader of a table's rows: an event, or null, and Problems, for a row that is none. */
export function rowReader(context: TableContext): (row: Row) => TimelineEvent | null {
  const { columns, ids } = context.survey;
  const { fields, headers, quantities, extra } = columns;
  const parts = PARTS.filter(([field]) => fields.has(field));
  return (row) => {
    const cell = (field: Field): string => cellOf(row, fields.get(field), field === "summary" ? 5000 : 2000);
    const report = (p: Problem, field?: Field): void => {
      const at = field === undefined ? undefined : fields.get(field);
      context.problem({ ...p, row: row.row, ...(at === undefined ? {} : { column: headers[at]! }) });
    };
    checkCells(row, headers.length, report);
    const id = hyphenated(cell("id"));
    const later = id !== "" && cell("known_from") !== "" && (ids.get(id) & READ) !== 0;
    if (id !== "") ids.mark(id, READ);
    const reading: Reading = { cell, report, later, context };
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

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

function checkCells({ cells }: Row, columns: number, report: Reading["report"]): void {
  if (cells.length > columns && cells.slice(columns).some((c) => c.trim() !== ""))
    report(
      problem("W-CELLS-MORE", {
        message: `This row has ${cells.length} cells for ${columns} columns`,
        value: cells.at(-1) ?? "",
      }),
    );
  if (cells.some((c) => CONTROL.test(c))) report(problem("W-CONTROL"));
}
