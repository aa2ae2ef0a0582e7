import type { Problem, Result } from "../model/problem.js";
import { problem } from "../model/problems.js";
import type { Quantity } from "../model/types.js";
import type { QuantityColumns } from "./columns.js";
import { saysNothing } from "./nothing.js";
import type { Draft } from "./reading.js";

interface QuantityContext {
  readonly quantityOf: (text: string) => Result<Quantity>;
  /** Reports what is wrong in a column of the file. */
  readonly report: (p: Problem, index: number) => void;
}

/** The quantities of a row: the words of each measure, and its bounds where they have columns of their own. */
export function readQuantities(
  event: Draft,
  texts: readonly string[],
  columns: readonly QuantityColumns[],
  context: QuantityContext,
): void {
  let out: Quantity[] | undefined;
  for (const column of columns) {
    const quantity = quantityIn(texts, column, context);
    if (quantity !== undefined) (out ??= []).push(quantity);
  }
  if (out !== undefined) event.quantities = out;
}

function quantityIn(texts: readonly string[], column: QuantityColumns, context: QuantityContext): Quantity | undefined {
  const { measure, said, low, best, high } = column;
  const words = saidIn(texts[said] ?? "", said, context);
  if (low < 0 && best < 0 && high < 0) return words === undefined ? undefined : { measure, ...words };
  const own = {
    low: numberIn(texts, low, context),
    best: numberIn(texts, best, context),
    high: numberIn(texts, high, context),
  };
  const all = {
    low: own.low ?? words?.low ?? null,
    best: own.best ?? words?.best ?? null,
    high: own.high ?? words?.high ?? null,
  };
  if (words === undefined && all.low === null && all.best === null && all.high === null) return undefined;
  const wrong = outOfOrder(all);
  if (wrong !== null) {
    const at = [wrong === "low" ? low : high, low, high, best].find((i) => i >= 0)!;
    const numbers = [all.low, all.best, all.high].filter((n) => n !== null).join(" ≤ ");
    context.report(problem("W-NUMBER-ORDER", { value: numbers }), at);
  }
  return { measure, ...(words === undefined ? {} : { said: words.said }), ...all };
}

type Numbers = Readonly<Record<"low" | "best" | "high", number | null>>;

/** The bound that does not hold: the lower one, where it is above the best or the upper. */
function outOfOrder({ low, best, high }: Numbers): "low" | "high" | null {
  if (low !== null && low > (best ?? high ?? Infinity)) return "low";
  return high !== null && high < (best ?? low ?? -Infinity) ? "high" : null;
}

type Words = Pick<Quantity, "said" | "low" | "best" | "high">;

function saidIn(said: string, index: number, { quantityOf, report }: QuantityContext): Words | undefined {
  if (said === "" || saysNothing(said)) return undefined;
  const r = quantityOf(said);
  if (r.ok) {
    for (const p of r.problems ?? []) report(p, index);
    const { low, best, high } = r.value;
    return { said, low, best, high };
  }
  // Words we cannot read are still the source's words; a number we refuse is not shown.
  const words = r.problem.code === "E-NUMBER" && /\p{L}{2}/u.test(said) && !/^(?:0x|nan$|[+-]?infinity$)/i.test(said);
  report(words ? problem("W-NUMBER-WORDS", { value: said }) : r.problem, index);
  return words ? { said } : undefined;
}

/** A bound: a number, not words about one. */
function numberIn(texts: readonly string[], index: number, { quantityOf, report }: QuantityContext): number | null {
  const text = texts[index] ?? "";
  if (text === "" || saysNothing(text)) return null;
  const r = quantityOf(text);
  if (r.ok && typeof r.value.best === "number" && r.value.low === r.value.high) return r.value.best;
  report(r.ok ? problem("E-NUMBER", { value: text, hint: "Write a number" }) : r.problem, index);
  return null;
}
