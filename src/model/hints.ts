import type { Problem } from "./problem.js";
import { problem } from "./problems.js";
import type { LayoutHints } from "./types.js";

/** The farthest that a label may be moved, and the last row, and the last word, that one may ask for. */
export const FARTHEST = 500;
const MOST_ROWS = 99;
const MOST_WORDS = 999;
export const SIDES = ["left", "right", "above"] as const;

const isCount = (n: unknown, most: number): n is number =>
  typeof n === "number" && Number.isInteger(n) && n >= 1 && n <= most;
const isShift = (n: unknown): n is number => typeof n === "number" && Math.abs(n) <= FARTHEST;

/**
 * What the editor's hand may ask for, of what a document says. Fields that say nothing are left out: no nudge of nought,
 * unless it says that a label above its mark begins with it.
 *
 * @param path of the `layout`, for Problems
 */
export function hintsOf(layout: LayoutHints, path: string, problems: Problem[]): LayoutHints {
  const { pin, hide, side, row, nudge, break: breaks } = layout;
  const wrong = (field: string, value: unknown): void =>
    void problems.push(problem("E-LAYOUT", { path: `${path}.${field}`, value }));
  const shift = (axis: "x" | "y"): number => {
    const n = nudge?.[axis] ?? 0;
    if (isShift(n)) return n;
    wrong(`nudge.${axis}`, n);
    return Number.isNaN(n) ? 0 : Math.sign(n) * FARTHEST;
  };
  if (pin === true && hide === true) problems.push(problem("W-LAYOUT-BOTH", { path }));
  const has = row !== undefined && row !== null;
  if (has && !isCount(row, MOST_ROWS)) wrong("row", row);
  const words = (breaks ?? []).filter((n) => {
    const counted = isCount(n, MOST_WORDS);
    if (!counted && n !== null) wrong("break", n);
    return counted;
  });
  const [x, y] = nudge ? [shift("x"), shift("y")] : [0, 0];
  return {
    ...(pin === true ? { pin } : {}),
    ...(hide === true && pin !== true ? { hide } : {}),
    ...(side ? { side } : {}),
    ...(has && isCount(row, MOST_ROWS) ? { row } : {}),
    ...(x !== 0 || y !== 0 || (nudge && side === "above") ? { nudge: { x, y } } : {}),
    ...(words.length > 0 ? { break: [...new Set(words)].sort((a, b) => a - b) } : {}),
  };
}

/** Whether the editor's hand has given an event its place: it is labelled before all others are. */
export const isPlaced = ({ pin, nudge, row }: LayoutHints): boolean =>
  pin === true || nudge !== undefined || row !== undefined;

/**
 * What the editor's hand asks for, as a cell of a table says it.
 *
 * @example
 * hintsText({ pin: true, side: "left", nudge: { x: 12, y: -8 }, break: [3] }) // "pin; side left; nudge 12 -8; break 3"
 */
export function hintsText({ pin, hide, side, row, nudge, break: breaks }: LayoutHints): string {
  return [
    ...(pin === true ? ["pin"] : []),
    ...(hide === true ? ["hide"] : []),
    ...(side ? [`side ${side}`] : []),
    ...(row ? [`row ${row}`] : []),
    ...(nudge ? [`nudge ${tidy(nudge.x)} ${tidy(nudge.y)}`] : []),
    ...(breaks?.length ? [`break ${breaks.join(" ")}`] : []),
  ].join("; ");
}

const tidy = (n = 0): number => Math.round(n * 1000) / 1000;

/** The same the other way round; `wrong` is what is not understood. */
export function parseHints(text: string): { readonly hints: LayoutHints; readonly wrong: readonly string[] } {
  const hints: { -readonly [K in keyof LayoutHints]: LayoutHints[K] } = {};
  const wrong: string[] = [];
  for (const wish of text.split(";")) {
    const [word = "", ...rest] = wish
      .trim()
      .toLowerCase()
      .split(/[\s,]+/);
    const numbers = rest.map((n) => (/^[+-]?\d{1,4}(?:\.\d{1,3})?$/.test(n) ? Number(n) : NaN));
    const side = SIDES.find((s) => s === rest[0]);
    if (word === "") continue;
    if (word === "pin" && rest.length === 0) hints.pin = true;
    else if (word === "hide" && rest.length === 0) hints.hide = true;
    else if (word === "side" && rest.length === 1 && side !== undefined) hints.side = side;
    else if (word === "row" && rest.length === 1 && isCount(numbers[0], MOST_ROWS)) hints.row = numbers[0];
    else if (word === "nudge" && rest.length === 2 && numbers.every(isShift))
      hints.nudge = { x: numbers[0], y: numbers[1] };
    else if (word === "break" && rest.length > 0 && numbers.every((n) => isCount(n, MOST_WORDS))) hints.break = numbers;
    else wrong.push(wish.trim());
  }
  return { hints, wrong };
}
