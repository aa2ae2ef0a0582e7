import { shown } from "../model/problems.js";
import { placeOf } from "./columns.js";
import { guarded } from "./guard.js";
import type { CellFix } from "./reading.js";
import type { ReadOptions } from "./read.js";
import { splitRows, type Row } from "./rows.js";
import { scanTable, type TableRows } from "./table.js";

/** Cells of one column that were mended for the same reason: the first, how often, and in which rows (the first few). */
export interface Fixed {
  readonly code: string;
  readonly row: number;
  readonly column: string;
  readonly letter: string;
  /** What stood there and what stands there now, as messages show it. */
  readonly value: string;
  readonly fix: string;
  readonly count: number;
  readonly rows: readonly number[];
}

const LISTED = 10;

/**
 * Writes a table again with what can be mended without guessing: dates in the order that their column leaves possible,
 * day numbers where a whole column holds them, other digits, quotation marks and dashes in dates, spaces in ids, curly
 * quotation marks around cells, control characters. All else stays as it is, to the character. The result reads as the
 * table did, with the same events, and more where a row could not be read before.
 *
 * @param text the text of the table from its beginning, each time anew
 * @example
 * fixTable(() => ["title,start\nA,13/01/2022"], {}, (piece) => out.push(piece))
 */
export function fixTable(
  text: () => Iterable<string>,
  options: ReadOptions & { readonly delimiter?: string | undefined },
  write: (piece: string) => void,
): readonly Fixed[] {
  const groups = new Map<string, Fixed & { count: number; rows: number[] }>();
  let headers: readonly string[] | null = null;
  let delimiter = ",";
  /** Of the row being read, by column; of two for a cell the first counts. */
  const fixes = new Map<number, CellFix>();
  let isBegun = false;
  const rows: TableRows = (report) => {
    const all = splitRows(text(), { delimiter: options.delimiter, report, raw: true });
    if (!isBegun) write(all.prefix);
    isBegun = true;
    delimiter = all.delimiter;
    return all;
  };
  const tell = (row: Row, { index, text, code }: CellFix): void => {
    const { column, letter } = placeOf(headers ?? [], index);
    const key = JSON.stringify([code, index]);
    let group = groups.get(key);
    if (group === undefined) {
      const { raw } = row;
      const value = shown(raw!.text.slice(raw!.spans[2 * index], raw!.spans[2 * index + 1]));
      groups.set(key, (group = { code, row: row.row, column, letter, value, fix: shown(text), count: 0, rows: [] }));
    }
    group.count++;
    if (group.rows.length < LISTED) group.rows.push(row.row);
  };
  scanTable(rows, options, {
    event: () => undefined,
    problem: () => undefined,
    restart: () => undefined,
    mend: {
      head: (columns) => {
        headers = columns.headers;
      },
      fix: (fix) => {
        if (!fixes.has(fix.index)) fixes.set(fix.index, fix);
      },
      done: (row) => {
        for (const fix of fixes.values()) tell(row, fix);
        write(mended(row, [...fixes.values()], delimiter));
        fixes.clear();
      },
    },
  });
  return [...groups.values()];
}

/** The row as written, with other texts in some of its cells. */
function mended({ raw }: Row, fixes: readonly CellFix[], delimiter: string): string {
  const { text, spans } = raw!;
  let out = "";
  let at = 0;
  for (const fix of fixes.toSorted((a, b) => a.index - b.index)) {
    const [from, to] = [spans[2 * fix.index]!, spans[2 * fix.index + 1]!];
    out += text.slice(at, from) + asCell(fix.text, text[from] === '"', delimiter);
    at = to;
  }
  return out + text.slice(at);
}

function asCell(text: string, wasQuoted: boolean, delimiter: string): string {
  const cell = guarded(text);
  return wasQuoted || cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}
