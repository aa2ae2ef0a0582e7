import type { Problem } from "../model/problem.js";
import { problem } from "../model/problems.js";

export interface Row {
  readonly cells: readonly string[];
  /** As a spreadsheet counts: the first row of the file is 1. */
  readonly row: number;
  /** Line of the file on which the row begins. */
  readonly line: number;
}

export interface Rows {
  readonly rows: readonly Row[];
  readonly delimiter: string;
  readonly problems: readonly Problem[];
}

const DELIMITERS = [",", ";", "\t", "|"] as const;

/**
 * Splits delimited text (RFC 4180 and its relatives): quoted cells with line breaks and doubled quotes; CRLF, LF or CR.
 * d3-dsv's row form does the same, but neither tells the line of a quotation mark that is never closed, nor survives one.
 */
export function splitRows(text: string, delimiter?: string): Rows {
  let body = text;
  let skipped = 0;
  const sep = /^sep=(.)\r?\n/i.exec(text);
  if (sep) {
    body = text.slice(sep[0].length);
    skipped = 1;
  }
  const d = delimiter ?? sep?.[1] ?? sniff(body);
  const rows: Row[] = [];
  const problems: Problem[] = [];
  let i = 0;
  let line = 1 + skipped;
  let row = 1 + skipped;
  const n = body.length;
  while (i < n) {
    const startLine = line;
    const cells: string[] = [];
    for (;;) {
      let cell: string;
      if (body[i] === '"') {
        const end = closing(body, i + 1, d);
        if (end < 0) {
          problems.push(
            problem("E-QUOTE-OPEN", {
              row,
              message: `The quotation mark on line ${line} is never closed`,
              value: body.slice(i, i + 60),
            }),
          );
          // The mark is taken as a character, so that the rows after it are not lost.
          const stop = nextBreak(body, i);
          const rest = body.slice(i, stop).split(d);
          cells.push(...rest.slice(0, -1));
          cell = rest.at(-1) ?? "";
          i = stop;
        } else {
          cell = body.slice(i + 1, end).replace(/""/g, '"');
          for (let k = i; k < end; k++) if (body[k] === "\n" || (body[k] === "\r" && body[k + 1] !== "\n")) line++;
          i = end + 1;
          while (body[i] === " ") i++;
        }
      } else {
        let k = i;
        while (k < n && body[k] !== d && body[k] !== "\n" && body[k] !== "\r") k++;
        cell = body.slice(i, k);
        i = k;
      }
      cells.push(cell);
      if (body[i] === d) {
        i++;
        continue;
      }
      break;
    }
    if (body[i] === "\r" && body[i + 1] === "\n") i += 2;
    else if (i < n) i++;
    line++;
    rows.push({ cells, row: row++, line: startLine });
  }
  return { rows, delimiter: d, problems };
}

/** The quotation mark that closes a cell: not doubled, and followed by a delimiter, a line's end or the file's. */
function closing(text: string, from: number, d: string): number {
  for (let k = text.indexOf('"', from); k >= 0; k = text.indexOf('"', k + 1)) {
    if (text[k + 1] === '"') {
      k++;
      continue;
    }
    let after = k + 1;
    while (text[after] === " ") after++;
    const c = text[after];
    if (c === undefined || c === d || c === "\n" || c === "\r") return k;
  }
  return -1;
}

function nextBreak(text: string, from: number): number {
  let k = from;
  while (k < text.length && text[k] !== "\n" && text[k] !== "\r") k++;
  return k;
}

/** The delimiter that divides the first lines most, and most evenly; outside of quotes. */
function sniff(text: string): string {
  const lines = text
    .slice(0, 20000)
    .split(/\r\n|\n|\r/)
    .filter((l) => l.trim() !== "")
    .slice(0, 12);
  const header = lines[0] ?? "";
  let best: string = ",";
  let most = 0;
  for (const d of DELIMITERS) {
    const n = header.replace(/"[^"]*"/g, "").split(d).length - 1;
    if (n > most) {
      most = n;
      best = d;
    }
  }
  return best;
}
