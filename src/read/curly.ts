import type { Row } from "./rows.js";

const OPEN = /^\s*[\u201c\u201e\u201f\u00ab]/;
const CLOSE = /[\u201c\u201d\u201f\u00bb]\s*$/;

/** More delimiters than this between the marks of a row are not what happened; it bounds the work. */
const MOST_JOINED = 64;

/** A row in which cells were joined: `at` is where the joined ones stand now. */
export interface JoinedRow extends Row {
  readonly joined?: readonly number[];
}

/**
 * A row that has more cells than there are columns because a word processor made its quotation marks curly: “one, two”
 * was split at its comma. Such cells are joined again where that gives exactly as many cells as there are columns; any
 * other row is given back.
 */
export function uncurled(row: Row, columns: number, delimiter: string): JoinedRow {
  const { cells } = row;
  if (cells.length <= columns || cells.length > columns + MOST_JOINED || !cells.some((c) => OPEN.test(c))) return row;
  const out: string[] = [];
  const spans: number[] = [];
  const joined: number[] = [];
  for (let i = 0; i < cells.length; i++) {
    const end = OPEN.test(cells[i]!) ? closing(cells, i, cells.length - columns) : i;
    if (end > i) joined.push(out.length);
    out.push(end === i ? cells[i]! : inner(cells.slice(i, end + 1).join(delimiter)));
    if (row.raw) spans.push(row.raw.spans[2 * i]!, row.raw.spans[2 * end + 1]!);
    i = end;
  }
  if (out.length !== columns) return row;
  return { ...row, cells: out, joined, ...(row.raw ? { raw: { text: row.raw.text, spans } } : {}) };
}

/** The first cell from here that ends with a closing mark, at most so many further on; the cell itself if none does. */
function closing(cells: readonly string[], from: number, most: number): number {
  for (let k = from; k <= from + most && k < cells.length; k++)
    if (CLOSE.test(cells[k]!) && (k > from || cells[k]!.trim().length > 1)) return k;
  return from;
}

const inner = (text: string): string => text.trim().slice(1, -1).trim();
