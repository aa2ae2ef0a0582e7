import type { Problem } from "../model/problem.js";
import { problem } from "./problems.js";
import { LONGEST_TEXT } from "../model/text.js";
import { isPlain, isPlainCode } from "./cells.js";
import { dialectOf, HEAD } from "./sniff.js";

export interface Row {
  readonly cells: readonly string[];
  /** As a spreadsheet counts: the first row of the file is 1. */
  readonly row: number;
  /** The line of the file on which it begins, where that is another. */
  readonly line?: number;
  /** No cell has anything to be cleaned; not told where nobody has looked. */
  readonly plain?: boolean;
  /** With {@link SplitOptions.raw}: the row as written, its line break too, and begin and end of each cell in it. */
  readonly raw?: { readonly text: string; readonly spans: readonly number[] };
}

export interface SplitOptions {
  /** Default: the one that divides the first line most. */
  readonly delimiter?: string | undefined;
  readonly report?: ((p: Problem) => void) | undefined;
  readonly raw?: boolean | undefined;
  /** The cells of a row are gone when the next is asked for: saves the room that a list of them takes in each row. */
  readonly reuse?: boolean | undefined;
}

/** Characters in which a quoted cell must close. It bounds what is looked ahead, and so the memory. */
const QUOTED_MOST = 1 << 20;

const QUOTE = 34;
const LF = 10;
const CR = 13;
const SPACE = 32;
const APOSTROPHE = 39;
const TILDE = 126;

/** Where a splitter stands in the text it holds. */
interface Scan {
  text: string;
  /** No more text will come. */
  ended: boolean;
  at: number;
  row: number;
  line: number;
  /** No quotation mark before this closes a cell, apart from marks that stand together with the one that opens it. */
  noneBefore: number;
  /** Characters looked at, for tests of the work done. */
  looked: number;
  /** Of the row before, to be used again. */
  readonly cells: string[];
}

/** The rows of a table, once. */
export interface SplitRows extends Iterable<Row> {
  readonly delimiter: string;
  /** A line such as "sep=;" before them, which is no row. */
  readonly prefix: string;
  /** Characters looked at so far, for tests of the work done. */
  readonly looked: () => number;
}

/**
 * Splits delimited text (RFC 4180 and its relatives): quoted cells with line breaks and doubled quotes; CRLF, LF or CR.
 * Text comes in chunks cut anywhere; memory is bounded by the longest row, the work by the length. A quotation mark that
 * is never closed is reported and taken as a character, so that the rows after it are not lost.
 *
 * @example
 * for (const { cells } of splitRows(["title,start\nA,20", "22-01-05"])) …
 */
export function splitRows(chunks: Iterable<string>, options: SplitOptions = {}): SplitRows {
  const source = chunks[Symbol.iterator]();
  const scan: Scan = { text: "", ended: false, at: 0, row: 1, line: 1, noneBefore: 0, looked: 0, cells: [] };
  refill(scan, source, HEAD);
  const { delimiter, skip } = dialectOf(scan.text.slice(0, HEAD), options.delimiter);
  const prefix = scan.text.slice(0, skip);
  if (skip > 0) Object.assign(scan, { at: skip, row: 2, line: 2 });
  return {
    delimiter,
    prefix,
    looked: () => scan.looked,
    [Symbol.iterator]: () => rowsOf(scan, source, delimiter.charCodeAt(0), options),
  };
}

/** Not a generator: those make an object a row. */
function rowsOf(scan: Scan, source: Iterator<string>, delimiter: number, options: SplitOptions): Iterator<Row, void> {
  const result: { done: boolean; value: Row | undefined } = { done: false, value: undefined };
  return {
    next: () => {
      for (;;) {
        const row = scan.at < scan.text.length ? scanRow(scan, delimiter, options) : null;
        result.value = row ?? undefined;
        result.done = row === null && scan.ended;
        if (row !== null || scan.ended) return result as IteratorResult<Row, void>;
        // As much again as is left over: a row longer than the chunks is begun anew only a few times.
        refill(scan, source, Math.max(1, scan.text.length - scan.at));
      }
    },
  };
}

function refill(scan: Scan, source: Iterator<string>, least: number): void {
  const parts = [scan.text.slice(scan.at)];
  for (let got = 0; got < least && !scan.ended;) {
    const next = source.next();
    if (next.done === true) scan.ended = true;
    else {
      parts.push(next.value);
      got += next.value.length;
    }
  }
  scan.text = parts.join("");
  scan.at = 0;
  scan.noneBefore = 0;
}

/** The row at the scan's place, which moves behind it; null, and nothing moves, where its end is still to come. */
function scanRow(scan: Scan, delimiter: number, { raw = false, reuse = false, report }: SplitOptions): Row | null {
  const { text } = scan;
  const n = text.length;
  const begin = scan.at;
  const cells = reuse ? scan.cells : [];
  let count = 0;
  const spans: number[] | null = raw ? [] : null;
  let open = -1;
  let breaks = 0;
  let plain = true;
  let i = begin;
  for (;;) {
    const from = i;
    let c = i < n ? text.charCodeAt(i) : -1;
    let quoted = false;
    if (c === QUOTE && open < 0) {
      const end = closing(scan, i + 1, delimiter);
      if (end === MORE) return unfinished(scan, begin);
      if (end === NEVER) open = i;
      else {
        const raw = text.slice(i + 1, end);
        const inner = raw.includes('"') ? raw.replace(/""/g, '"') : raw;
        cells[count++] = inner;
        plain &&= isPlain(inner);
        breaks += lineBreaks(raw);
        i = end + 1;
        while (text.charCodeAt(i) === SPACE) i++;
        quoted = true;
      }
    }
    if (!quoted) {
      let before = SPACE;
      for (; i < n; i++) {
        c = text.charCodeAt(i);
        if (c === delimiter || c === LF || c === CR) break;
        if ((c <= SPACE || c > TILDE) && (c === SPACE ? before === SPACE : !isPlainCode(c))) plain = false;
        before = c;
      }
      if (from < i && (before === SPACE || text.charCodeAt(from) === APOSTROPHE || i - from > LONGEST_TEXT))
        plain = false;
      cells[count++] = text.slice(from, i);
    }
    spans?.push(from - begin, i - begin);
    if (i >= n) break;
    c = text.charCodeAt(i);
    if (c !== delimiter) break;
    i++;
  }
  // A line's end may still come, or the second half of one.
  if (!scan.ended && (i >= n || (text.charCodeAt(i) === CR && i + 1 >= n))) return unfinished(scan, begin);
  if (cells.length > count) cells.length = count;
  if (i < n) i += text.charCodeAt(i) === CR && text.charCodeAt(i + 1) === LF ? 2 : 1;
  if (open >= 0)
    report?.(
      problem("E-QUOTE-OPEN", {
        row: scan.row,
        ...(scan.line === scan.row ? {} : { line: scan.line }),
        hint: `It stands on line ${scan.line + breaks}; close it, or double it to mean the character itself`,
        value: text.slice(open, open + 60),
      }),
    );
  scan.at = i;
  scan.looked += i - begin;
  const { line } = scan;
  scan.line += breaks + 1;
  const row = scan.row++;
  if (spans !== null) return { cells, row, plain, line, raw: { text: text.slice(begin, i), spans } };
  return line === row ? { cells, row, plain } : { cells, row, plain, line };
}

function unfinished(scan: Scan, begin: number): null {
  scan.looked += scan.text.length - begin;
  return null;
}

function lineBreaks(text: string): number {
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === LF || (c === CR && text.charCodeAt(i + 1) !== LF)) n++;
  }
  return n;
}

/** The text ends before it can be told. */
const MORE = -1;
const NEVER = -2;

/**
 * The quotation mark that closes a cell: the last of an odd number together, followed by a delimiter, a line's end or
 * the file's. But for the marks beside the one that opens the cell, which do so does not depend on where the cell began:
 * what was searched in vain for one cell is not searched again for the next.
 */
function closing(scan: Scan, from: number, delimiter: number): number {
  const { text, ended } = scan;
  const n = text.length;
  const most = from + QUOTED_MOST;
  for (let k = from; ;) {
    const start = text.charCodeAt(k) === QUOTE ? k : text.indexOf('"', Math.max(k, scan.noneBefore));
    scan.looked += Math.max(0, (start < 0 ? n : start) - Math.max(k, scan.noneBefore));
    if (start < 0 || start > most) {
      scan.noneBefore = Math.max(scan.noneBefore, start < 0 ? n : start);
      return ended || n > most ? NEVER : MORE;
    }
    let end = start + 1;
    while (text.charCodeAt(end) === QUOTE) end++;
    let after = end;
    while (text.charCodeAt(after) === SPACE) after++;
    if (after >= n && !ended) return MORE;
    if ((end - start) % 2 === 1) {
      const c = after < n ? text.charCodeAt(after) : LF;
      if (c === delimiter || c === LF || c === CR) return end - 1;
    }
    k = end;
    if (start > from) scan.noneBefore = Math.max(scan.noneBefore, end);
  }
}
