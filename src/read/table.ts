import { parsePath } from "../model/claims.js";
import type { Problem } from "../model/problem.js";
import { problem } from "../model/problems.js";
import type { Place, TimelineData, TimelineEvent } from "../model/types.js";
import { parseQuantity } from "../model/quantity.js";
import { resolveTime } from "../model/time.js";
import { dateColumns } from "./date-columns.js";
import { remembered } from "./memo.js";
import { rowReader } from "./row.js";
import { splitRows, type Row } from "./rows.js";
import { isBlank, repeatsHeader, surveyTable, type TableOptions } from "./survey.js";

/** Where what is read goes, as it is read. */
export interface TableSink {
  readonly event: (event: TimelineEvent) => void;
  readonly problem: (p: Problem) => void;
  /** Filled with the places met; null where they are not wanted. */
  readonly places: Map<string, Place> | null;
}

/** Rows that can be gone through twice; what is wrong with their quotes is reported where asked for. */
export type TableRows = (report?: (p: Problem) => void) => Iterable<Row>;

/**
 * Reads a table in two passes: what the whole says (columns, orders of dates, ids), then row by row. A row that cannot be
 * read is reported; the others stay.
 */
export function scanTable(rows: TableRows, options: TableOptions, sink: TableSink): void {
  const survey = surveyTable(rows(sink.problem), options, sink.problem);
  if (survey === null) return;
  const { header } = survey;
  const read = rowReader({
    ...options,
    survey,
    dates: dateColumns(survey.columns, survey.clues, options, sink.problem),
    timeOf: remembered((text) => resolveTime(text, { zone: options.zone })),
    pathOf: remembered(parsePath),
    quantityOf: remembered((text) => parseQuantity(text, { language: options.language })),
    problem: sink.problem,
    places: sink.places,
  });
  for (const row of rows()) {
    if (row.row <= header.row || isBlank(row) || repeatsHeader(row, header)) continue;
    const event = read(row);
    if (event !== null) sink.event(event);
  }
  if (survey.rows === 0)
    sink.problem(problem("E-FILE-EMPTY", { message: "There is a header but no row below it", row: header.row }));
}

export interface TableResult {
  readonly data: TimelineData;
  readonly problems: readonly Problem[];
}

/** A table of text, the first row its header, as a document. */
export function readTable(
  text: string,
  options: TableOptions & { readonly delimiter?: string | undefined },
): TableResult {
  // Splitting twice is faster than keeping all cells from one pass for the next.
  return readRows((report) => splitRows([text], { delimiter: options.delimiter, report }), options);
}

/** Rows of cells, the first of them the header, as a document. */
export function readRows(rows: TableRows, options: TableOptions): TableResult {
  const events: TimelineEvent[] = [];
  const problems: Problem[] = [];
  const places = new Map<string, Place>();
  scanTable(rows, options, {
    event: (event) => events.push(event),
    problem: (p) => problems.push(p),
    places,
  });
  return {
    data: {
      ...(options.language === undefined ? {} : { language: options.language }),
      ...(options.zone === undefined ? {} : { zone: options.zone }),
      events,
      ...(places.size > 0 ? { places: [...places.values()] } : {}),
    },
    problems,
  };
}
