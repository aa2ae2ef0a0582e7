import type { Problem } from "../model/problem.js";
import { problem } from "./problems.js";
import { parseQuantity } from "../model/quantity.js";
import { resolveTime } from "../model/time.js";
import type { TimelineData, TimelineEvent } from "../model/types.js";
import { isBlank, repeatsHeader } from "./cells.js";
import { placeOf, type Columns } from "./columns.js";
import { uncurled } from "./curly.js";
import { dateColumns, statedOrder, type DateColumns } from "./date-columns.js";
import { farDates } from "./far.js";
import { IdIndex } from "./ids.js";
import { isoMoments } from "./iso-days.js";
import { remembered } from "./memo.js";
import { claimsIn, listOf } from "./parts.js";
import { placeIndex, type PlaceIndex } from "./places.js";
import type { CellFix } from "./reading.js";
import { rowReader } from "./row.js";
import { splitRows, type Row } from "./rows.js";
import { headFinder, surveyRows, type Head, type TableOptions } from "./survey.js";

/** Where what is read goes, as it is read. */
export interface TableSink {
  readonly event: (event: TimelineEvent, row: Row) => void;
  readonly problem: (p: Problem) => void;
  /** Forgets all that came: it is going to come again, read better. */
  readonly restart: () => void;
  /** Told the columns, what can be mended in a row, and then that the row is done; blank rows and headers are rows, too. */
  readonly mend?:
    | {
        readonly head: (columns: Columns) => void;
        readonly fix: (fix: CellFix) => void;
        readonly done: (row: Row) => void;
      }
    | undefined;
}

/** Rows from the first on, each time anew; what is wrong with their quotes is reported where asked for. */
export type TableRows = (report?: (p: Problem) => void) => Iterable<Row> & { readonly delimiter?: string };

/**
 * Reads a table row by row. Most tables need one pass over their rows. Where rows turn out to say something that all of
 * them together must decide (the order of day and month, day numbers, versions, links), it starts anew with a survey of
 * all. A row that cannot be read is reported; the others stay.
 *
 * @returns the places that the table names
 */
export function scanTable(rows: TableRows, options: TableOptions, sink: TableSink): PlaceIndex {
  if (sink.mend === undefined) {
    const places = scanOnce(rows, options, sink);
    if (places !== null) return places;
    sink.restart();
  }
  return scanSurveyed(rows, options, sink);
}

/** Null when a survey is needed. */
function scanOnce(rows: TableRows, options: TableOptions, sink: TableSink): PlaceIndex | null {
  let isNeeded = false;
  const needSurvey = (): void => {
    isNeeded = true;
  };
  const begin = (head: Head): RowScan =>
    rowScan(head, options, sink, { dates: statedOrder(options), ids: new IdIndex(), needSurvey });
  return scan(rows, options, sink, begin, () => isNeeded);
}

function scanSurveyed(rows: TableRows, options: TableOptions, sink: TableSink): PlaceIndex {
  const begin = (head: Head): RowScan => {
    const all = rows();
    const { clues, ids } = surveyRows(joinedRows(all, head, all.delimiter), head);
    const dates = dateColumns(head.columns, clues, options, sink.problem);
    return rowScan(head, options, sink, { dates, ids, needSurvey: null });
  };
  return scan(rows, options, sink, begin, () => false)!;
}

/** One pass: `begin` is called with the head of the table; null when `stop` says so after a row. */
function scan(
  rows: TableRows,
  options: TableOptions,
  sink: TableSink,
  begin: (head: Head) => RowScan,
  stop: () => boolean,
): PlaceIndex | null {
  const all = rows(sink.problem);
  const { delimiter = "," } = all;
  const finder = headFinder(options, sink.problem);
  let isEmpty = true;
  let head: Head | null = null;
  let reader: RowScan | undefined;
  for (const given of all) {
    let row = given;
    if (head === null && !isBlank(row)) {
      isEmpty = false;
      row = { ...row, cells: [...row.cells] };
      head = finder.next(row);
      if (head !== null) {
        sink.mend?.head(head.columns);
        reader = begin(head);
      }
    } else if (head !== null && reader && !isBlank(row) && !repeatsHeader(row, head.header)) {
      row = uncurled(row, head.header.cells.length, delimiter);
      reader.read(row);
      if (stop()) return null;
    }
    sink.mend?.done(row);
  }
  finder.end();
  if (isEmpty) sink.problem(problem("E-FILE-EMPTY", { message: "The file is empty" }));
  return reader?.end() ?? placeIndex();
}

function* joinedRows(rows: Iterable<Row>, { header }: Head, delimiter = ","): Generator<Row> {
  for (const row of rows) yield uncurled(row, header.cells.length, delimiter);
}

interface RowScan {
  readonly read: (row: Row) => void;
  readonly end: () => PlaceIndex;
}

interface KnownOfRows {
  readonly dates: DateColumns;
  readonly ids: IdIndex;
  readonly needSurvey: (() => void) | null;
}

function rowScan(head: Head, options: TableOptions, sink: TableSink, known: KnownOfRows): RowScan {
  const { header, columns } = head;
  const far = farDates();
  const places = placeIndex();
  let count = 0;
  const read = rowReader({
    ...options,
    ...known,
    head,
    places,
    versions: new IdIndex(),
    onlyMidnights: { time: true, start: true, end: true },
    isoMoment: isoMoments(options.zone),
    timeOf: remembered((text) => resolveTime(text, { zone: options.zone })),
    claimsOf: remembered(claimsIn),
    namesOf: remembered(listOf),
    quantityOf: remembered((text) => parseQuantity(text, { language: options.language, policy: options.dozens })),
    problem: sink.problem,
    seen: far.add,
    fix: sink.mend?.fix ?? null,
  });
  return {
    read: (row) => {
      count++;
      const event = read(row);
      if (event !== null) sink.event(event, row);
    },
    end: () => {
      for (const { problem, row, field } of far.list())
        sink.problem({ ...problem, row, ...placeOf(columns.headers, columns.fields.get(field)!.index) });
      if (count === 0)
        sink.problem(problem("E-FILE-EMPTY", { message: "There is a header but no row below it", row: header.row }));
      return places;
    },
  };
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
  // Splitting again, where rows must be seen together, is faster than keeping all cells from the first pass.
  return readRows((report) => splitRows([text], { delimiter: options.delimiter, report, reuse: true }), options);
}

/** Rows of cells, the first of them the header, as a document. */
export function readRows(rows: TableRows, options: TableOptions, onEvent?: TableSink["event"]): TableResult {
  const events: TimelineEvent[] = [];
  const problems: Problem[] = [];
  const places = scanTable(rows, options, {
    event: (event, row) => {
      events.push(event);
      onEvent?.(event, row);
    },
    problem: (p) => problems.push(p),
    restart: () => {
      events.length = 0;
      problems.length = 0;
    },
  }).list();
  return {
    data: {
      ...(options.language === undefined ? {} : { language: options.language }),
      ...(options.zone === undefined ? {} : { zone: options.zone }),
      events,
      ...(places.length > 0 ? { places } : {}),
    },
    problems,
  };
}
