export type DateOrder = "dmy" | "mdy" | "ymd";

/** Month names and their first letters, as tables are filled in English, French, German, Russian and Kazakh. */
const MONTHS: readonly (readonly string[])[] = [
  ["jan", "janv", "januar", "янв", "қаң"],
  ["feb", "fév", "févr", "fev", "фев", "ақп"],
  ["mar", "mars", "märz", "мар", "нау"],
  ["apr", "avr", "апр", "сәу"],
  ["may", "mai", "мая", "май", "мам"],
  ["jun", "juin", "июн", "мау"],
  ["jul", "juil", "июл", "шіл"],
  ["aug", "août", "aout", "авг", "там"],
  ["sep", "sept", "сен", "қыр"],
  ["oct", "okt", "окт", "қаз"],
  ["nov", "ноя", "қар"],
  ["dec", "déc", "dez", "дек", "жел"],
];

function monthOf(word: string): number | null {
  const w = word.toLowerCase().replace(/\.$/, "");
  if (w.length < 3) return null;
  const i = MONTHS.findIndex((names) => names.some((n) => w.startsWith(n)));
  return i < 0 ? null : i + 1;
}

const two = (n: number): string => String(n).padStart(2, "0");

/** "1:50 p.m." as T13:50; empty for no time; null for one that does not exist. */
function clock(text: string): string | null {
  const t = text
    .trim()
    .toLowerCase()
    .replace(/\./g, "")
    .replace(/^(?:at|um|à|в)\s+/, "");
  if (t === "") return "";
  if (t === "noon") return "T12:00";
  if (t === "midnight") return "T00:00";
  const m = /^(\d{1,2})(?:[:h](\d{2})(?::(\d{2}))?)?\s*(am|pm|uhr|ч)?(?:\s*(z|utc|[+-]\d{2}:?\d{2}))?$/.exec(t);
  if (!m || (m[2] === undefined && m[4] === undefined)) return null;
  let h = Number(m[1]);
  if (m[4] === "am" || m[4] === "pm") {
    if (h < 1 || h > 12) return null;
    h = (h % 12) + (m[4] === "pm" ? 12 : 0);
  }
  if (h > 24) return null;
  const zone = m[5] === undefined ? "" : m[5] === "z" || m[5] === "utc" ? "Z" : m[5];
  return `T${two(h)}:${m[2] ?? "00"}${m[3] === undefined ? "" : `:${m[3]}`}${zone}`;
}

const ISO = /^\d{4}-\d{2}(?:-\d{2}(?:T[\d:]+)?)?$/;

export type Spelling =
  | { readonly edtf: string }
  | { readonly ambiguous: true; readonly a: number; readonly b: number; readonly year: string }
  | null;

/**
 * A common spelling of a date as EDTF: "6 January 2022", "Jan. 6, 2022, 1:50 p.m.", "06.01.2022", "2022/01/06". Null for
 * what is none; `ambiguous` for numbers whose order only the column can tell.
 */
export function spelledDate(text: string, order: DateOrder | null): Spelling {
  // Most dates are written as they should be.
  if (ISO.test(text)) return null;
  const t = text.trim().replace(/[\s\u00a0]+/g, " ");
  if (t.length > 64) return null;
  let m = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:,?\s+(.+))?$/.exec(t);
  if (m) return made(Number(m[1]), Number(m[2]), Number(m[3]), m[4]);
  m = /^(\d{4}-\d{2}-\d{2}),?\s+(.+)$/.exec(t);
  if (m) {
    const c = clock(m[2]!);
    return c === null ? null : { edtf: m[1]! + c };
  }
  m = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:,?\s+(.+))?$/.exec(t);
  if (m) {
    const [a, b, y] = [Number(m[1]), Number(m[3]), Number(m[4])];
    // With points the day comes first, wherever dates are written so.
    const known = order === "dmy" || order === "mdy" ? order : m[2] === "." ? "dmy" : null;
    if (known === null) return { ambiguous: true, a, b, year: m[4]! };
    return known === "dmy" ? made(y, b, a, m[5]) : made(y, a, b, m[5]);
  }
  // 6 January 2022; 6. Januar 2022; 6 января 2022 г.
  m =
    /^(\d{1,2})(?:st|nd|rd|th|er|\.)?\s+(?:de\s+)?([\p{L}.]{3,12})\s+(\d{4})(?:\s*(?:г\.|года|ж\.))?(?:,?\s+(.+))?$/u.exec(
      t,
    );
  if (m) {
    const month = monthOf(m[2]!);
    return month === null ? null : made(Number(m[3]), month, Number(m[1]), m[4]);
  }
  // January 6, 2022, 1:50 p.m.
  m = /^([\p{L}.]{3,12})\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:,?\s+(.+))?$/u.exec(t);
  if (m) {
    const month = monthOf(m[1]!);
    return month === null ? null : made(Number(m[3]), month, Number(m[2]), m[4]);
  }
  // January 2022
  m = /^([\p{L}.]{3,12})\s+(\d{4})$/u.exec(t);
  if (m) {
    const month = monthOf(m[1]!);
    return month === null ? null : { edtf: `${m[2]!}-${two(month)}` };
  }
  return null;
}

function made(year: number, month: number, day: number, time: string | undefined): Spelling {
  // A day that does not exist stays in the text, for the calendar to refuse by name.
  const c = clock(time ?? "");
  if (c === null || month > 12) return null;
  return { edtf: `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}${c}` };
}

/** What the dates of a column, seen one after the other, leave possible. */
export interface OrderClues {
  dmy: boolean;
  mdy: boolean;
  /** Dates whose order shows in none of their own numbers. */
  undecided: number;
  seen: number;
}

export const noClues = (): OrderClues => ({ dmy: true, mdy: true, undecided: 0, seen: 0 });

/** Adds what one cell says about the order of its column. */
export function addClue(clues: OrderClues, cell: string): void {
  const s = spelledDate(cell, null);
  if (s === null || !("ambiguous" in s)) return;
  clues.seen++;
  if (s.b > 12) clues.dmy = false;
  if (s.a > 12) clues.mdy = false;
  if (s.a <= 12 && s.b <= 12 && s.a !== s.b) clues.undecided++;
}

/** The order that a whole column leaves possible; null when it leaves both, or none. */
export const orderOf = ({ dmy, mdy, seen }: OrderClues): "dmy" | "mdy" | null =>
  seen > 0 && dmy !== mdy ? (dmy ? "dmy" : "mdy") : null;
