import type { Problem, Result } from "../model/problem.js";
import { problem } from "./problems.js";
import type { Quantity } from "../model/types.js";
import type { QuantityColumns } from "./columns.js";
import { remembered } from "./memo.js";
import { saysNothing } from "./nothing.js";
import type { Draft } from "./reading.js";

type Report = (p: Problem, index: number) => void;
interface QuantityContext {
  readonly quantityOf: (text: string) => Result<Quantity>;
}

/** What a cell of words says, with what is wrong with it; shared by all rows that say the same. */
interface Said {
  readonly quantity: Quantity | null;
  readonly problems: readonly Problem[];
}

/** Makes the reader of a row's quantities: the words of each measure, and its bounds where they have columns of their own. */
export function quantitiesReader(
  columns: readonly QuantityColumns[],
  context: QuantityContext,
  report: Report,
): (event: Draft, texts: readonly string[]) => void {
  const readers = columns.map((column) => quantityReader(column, context, report));
  // Most rows say one of a few things: their lists are shared as what is in them is.
  const alone = new WeakMap<Quantity, readonly Quantity[]>();
  const listOf = (quantity: Quantity): readonly Quantity[] => {
    let list = alone.get(quantity);
    if (list === undefined) alone.set(quantity, (list = Object.freeze([quantity])));
    return list;
  };
  return (event, texts) => {
    let first: Quantity | null = null;
    let all: Quantity[] | undefined;
    for (const read of readers) {
      const quantity = read(texts);
      if (quantity === null) continue;
      if (first === null) first = quantity;
      else if (all === undefined) all = [first, quantity];
      else all.push(quantity);
    }
    if (first !== null) event.quantities = all ?? listOf(first);
  };
}

function quantityReader(
  { measure, said, low, best, high }: QuantityColumns,
  { quantityOf }: QuantityContext,
  report: Report,
): (texts: readonly string[]) => Quantity | null {
  const saidBy = remembered((text) => saidOf(measure, text, quantityOf));
  const words = (texts: readonly string[]): Quantity | null => {
    const text = texts[said];
    if (text === undefined || text === "") return null;
    const { quantity, problems } = saidBy(text);
    for (const p of problems) report(p, said);
    return quantity;
  };
  if (low < 0 && best < 0 && high < 0) return words;
  const bound = (texts: readonly string[], index: number): number | null => {
    const text = texts[index] ?? "";
    if (text === "" || saysNothing(text)) return null;
    const r = quantityOf(text);
    if (r.ok && typeof r.value.best === "number" && r.value.low === r.value.high) return r.value.best;
    report(r.ok ? problem("E-NUMBER", { value: text, hint: "Write a number" }) : r.problem, index);
    return null;
  };
  return (texts) => {
    const told = words(texts);
    const own = { low: bound(texts, low), best: bound(texts, best), high: bound(texts, high) };
    if (own.low === null && own.best === null && own.high === null) return told;
    const all = {
      low: own.low ?? told?.low ?? null,
      best: own.best ?? told?.best ?? null,
      high: own.high ?? told?.high ?? null,
    };
    const wrong = outOfOrder(all);
    if (wrong !== null) {
      const numbers = [all.low, all.best, all.high].filter((n) => n !== null).join(" ≤ ");
      report(
        problem("W-NUMBER-ORDER", { value: numbers }),
        [wrong === "low" ? low : high, low, high, best].find((i) => i >= 0)!,
      );
    }
    return { measure, ...(told === null ? {} : { said: told.said }), ...all };
  };
}

type Numbers = Readonly<Record<"low" | "best" | "high", number | null>>;

/** The bound that does not hold: the lower one, where it is above the best or the upper. */
function outOfOrder({ low, best, high }: Numbers): "low" | "high" | null {
  if (low !== null && low > (best ?? high ?? Infinity)) return "low";
  return high !== null && high < (best ?? low ?? -Infinity) ? "high" : null;
}

function saidOf(measure: string, said: string, quantityOf: QuantityContext["quantityOf"]): Said {
  if (saysNothing(said)) return { quantity: null, problems: [] };
  const r = quantityOf(said);
  if (r.ok) {
    const { low, best, high } = r.value;
    return { quantity: Object.freeze({ measure, said, low, best, high }), problems: r.problems ?? [] };
  }
  // Words we cannot read are still the source's words; a number we refuse is not shown.
  const isWords = r.problem.code === "E-NUMBER" && /\p{L}{2}/u.test(said) && !/^(?:0x|nan$|[+-]?infinity$)/i.test(said);
  return {
    quantity: isWords ? Object.freeze({ measure, said }) : null,
    problems: [isWords ? problem("W-NUMBER-WORDS", { value: said }) : r.problem],
  };
}
