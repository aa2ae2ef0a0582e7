import type { Problem } from "../model/problem.js";
import { problem } from "./problems.js";
import type { Field } from "./fields.js";

/** So many events at either end may be strangers, a slip of the hand each. */
const STRANGERS = 3;
/** With fewer events than this nothing is usual. */
const FEWEST = 20;
/** A stranger lies more than so many times the length of all others away, and more than so many years. */
const TIMES = 3;
const YEARS = 50;
const YEAR_MS = 365.2425 * 864e5;

interface Dated {
  readonly ms: number;
  readonly row: number;
  readonly field: Field;
  readonly text: string;
}

/** Watches for dates far away from all others, such as 2918 among launches of this century. */
export interface FarDates {
  /** Adds the first moment of an event, in ms. */
  readonly add: (ms: number, row: number, field: Field, text: string) => void;
  readonly list: () => readonly (Dated & { readonly problem: Problem })[];
}

export function farDates(): FarDates {
  let count = 0;
  /** The earliest and the latest, the outermost first; of equal ones that of the upper row. */
  const lows: Dated[] = [];
  const highs: Dated[] = [];
  let low = Infinity;
  let high = -Infinity;
  const keep = (ends: Dated[], sign: 1 | -1, dated: Dated): void => {
    let i = ends.length;
    while (i > 0 && sign * (ends[i - 1]!.ms - dated.ms) > 0) i--;
    ends.splice(i, 0, dated);
    if (ends.length > STRANGERS + 1) ends.pop();
  };
  return {
    add: (ms, row, field, text) => {
      count++;
      if (ms >= low && ms <= high) return;
      const dated = { ms, row, field, text };
      keep(lows, 1, dated);
      keep(highs, -1, dated);
      if (count <= STRANGERS) return;
      low = lows[STRANGERS]!.ms;
      high = highs[STRANGERS]!.ms;
    },
    list: () => {
      if (count < FEWEST) return [];
      return [...strangers(lows, high, "before"), ...strangers(highs, low, "after")].sort((a, b) => a.row - b.row);
    },
  };
}

/** Of the outermost dates of one side those beyond a gap that all others do not explain. */
function strangers(ends: readonly Dated[], other: number, side: "before" | "after"): (Dated & { problem: Problem })[] {
  for (let k = STRANGERS; k > 0; k--) {
    const gap = Math.abs(ends[k - 1]!.ms - ends[k]!.ms);
    if (gap <= YEARS * YEAR_MS || gap <= TIMES * Math.abs(ends[k]!.ms - other)) continue;
    return ends.slice(0, k).map((dated) => {
      const years = Math.round(Math.abs(dated.ms - ends[k]!.ms) / YEAR_MS);
      const message = `This date lies ${years} years ${side} all others`;
      return { ...dated, problem: problem("W-DATE-FAR", { value: dated.text, message }) };
    });
  }
  return [];
}
