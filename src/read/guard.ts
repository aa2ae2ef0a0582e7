/**
 * Spreadsheets run text that begins like a formula, also from a CSV file (CWE-1236; OWASP ASVS 1.2.10). An apostrophe
 * before it keeps it text. Text that has apostrophes there of its own gets one more, so that none is lost on the way back.
 */
const RISKY = /^'*[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/;
const GUARDED = /^'+[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/;

/** Numbers, years before our era, and the sign for "removed" are no formulas. */
const HARMLESS = /^[+-]?\d+(?:\.\d+)?$|^-$/;

/** A text as a cell that no spreadsheet runs. */
export const guarded = (text: string): string => (RISKY.test(text) && !HARMLESS.test(text) ? `'${text}` : text);

/** A cell as meant; the inverse of {@link guarded}. */
export const unguarded = (cell: string): string => (GUARDED.test(cell) ? cell.slice(1) : cell);
