import { clean, LONGEST_TEXT } from "../model/text.js";
import { unguarded } from "./guard.js";
import type { Row } from "./rows.js";

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;
const APOSTROPHE = 39;
const SPACE = 32;

/** Letters that are composed as they stand (Latin, Cyrillic) and common marks: what needs no cleaning. */
const PLAIN = new Uint8Array(0x2120);
for (const [from, to] of [
  [0x21, 0x7e],
  [0xa1, 0xac],
  [0xae, 0x2ff],
  [0x400, 0x482],
  [0x48a, 0x52f],
  [0x2010, 0x2027],
  [0x20ac, 0x20ac],
  [0x2116, 0x2116],
] as const)
  PLAIN.fill(1, from, to + 1);

/** Whether a character beyond ASCII needs no cleaning. */
export const isPlainCode = (code: number): boolean => code < PLAIN.length && PLAIN[code] === 1;

/** Whether a cell is a text that may be shown as it stands: nothing to clean, nothing to trim, no guard. */
export function isPlain(cell: string): boolean {
  const n = cell.length;
  for (let i = 0; i < n; i++) {
    const c = cell.charCodeAt(i);
    if (c > SPACE && c < 0x7f) continue;
    if (c === SPACE ? i === 0 || i === n - 1 || cell.charCodeAt(i - 1) === SPACE : !isPlainCode(c)) return false;
  }
  return n <= LONGEST_TEXT && cell.charCodeAt(0) !== APOSTROPHE;
}

/** A cell without the blanks around it, and without the apostrophe that keeps spreadsheets from running it. */
export const writtenIn = (cell: string | undefined): string => (cell === undefined ? "" : unguarded(cell.trim()));

/** A cell as a text that may be shown. */
export const textIn = (cell: string | undefined): string =>
  cell === undefined || cell === "" ? "" : isPlain(cell) ? cell : clean(writtenIn(cell));

export const hasControls = (cell: string): boolean => CONTROL.test(cell);
export const withoutControls = (cell: string): string => cell.replace(new RegExp(CONTROL, "g"), "");

export const isBlank = ({ cells }: Row): boolean => cells.every((c) => c === "" || c.trim() === "");

export const repeatsHeader = ({ cells }: Row, header: Row): boolean =>
  cells.length === header.cells.length && cells.every((c, i) => c.trim() === header.cells[i]!.trim());
