import type { Problem } from "../model/problem.js";
import { problem } from "../model/problems.js";
import type { ResolvedEvent, ResolvedQuantity, Timeline } from "../model/resolved.js";
import type { LayoutOptions } from "./options.js";

type Choice = LayoutOptions["quantity"];

const NONE: readonly never[] = [];
const plain = (name: string): string => name.trim().toLowerCase();

/** The measures that are asked for; null where all are. */
function chosen(choice: Choice): readonly string[] | null {
  if (choice === false) return NONE;
  if (choice === undefined || choice === true) return null;
  return (typeof choice === "string" ? [choice] : choice).map((name) => plain(String(name)));
}

/** Which quantities of an event labels and notes say. */
export function quantitiesBy(choice: Choice): (event: ResolvedEvent) => readonly ResolvedQuantity[] {
  const names = chosen(choice);
  if (names === null) return (event) => event.quantities;
  return ({ quantities }) =>
    quantities.length === 0 ? NONE : quantities.filter((q) => names.includes(plain(q.measure)));
}

/** A measure that no event has leaves labels without numbers, which nobody asks for by a name. */
export function unknownMeasures({ events }: Timeline, choice: Choice): readonly Problem[] {
  const names = chosen(choice);
  if (names === null || names.length === 0 || events.length === 0) return NONE;
  const there = [...new Set(events.flatMap((e) => e.quantities.map((q) => q.measure)))];
  return names
    .filter((name) => !there.some((measure) => plain(measure) === name))
    .map((name) => {
      const hint = there.length === 0 ? "No event has a quantity" : `There are ${there.slice(0, 8).join(", ")}`;
      return problem("W-OPTION", { path: "options.quantity", value: name, hint });
    });
}

/** "none", or names of measures with `;` between them, as people write them. */
export const quantityOf = (text: string): NonNullable<Choice> =>
  plain(text) === "none"
    ? false
    : text
        .split(";")
        .map((name) => name.trim())
        .filter((name) => name !== "");
