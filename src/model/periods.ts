import type { Problem } from "./problem.js";
import { problem } from "./problems.js";
import type { ResolvedPeriod } from "./resolved.js";
import { pickText } from "./text.js";
import { resolveTime } from "./time.js";
import type { Period } from "./types.js";

/**
 * Makes named periods ready to lay out: a season, a state of emergency. One whose time cannot be read is reported and
 * left out.
 *
 * @param periods of the right types; null for what was left out before
 * @param at where they stand, as Problems name it
 * @example
 * resolvePeriods([{ title: "State of emergency", time: "2022-01-05/2022-01-19" }], "periods", context)
 */
export function resolvePeriods(
  periods: readonly (Period | null)[],
  at: string,
  context: { readonly language: string; readonly own: string; readonly zone: string; readonly problems: Problem[] },
): ResolvedPeriod[] {
  const { language, own, zone, problems } = context;
  return periods.flatMap((period, i): ResolvedPeriod[] => {
    if (period === null) return [];
    const path = `${at}[${i}]`;
    const time = resolveTime(period.time, { zone });
    if (!time.ok) {
      problems.push({ ...time.problem, path: `${path}.time` });
      return [];
    }
    for (const p of time.problems ?? []) problems.push({ ...p, path: `${path}.time` });
    const title = pickText(period.title, language, own);
    if (title !== "") return [{ title, span: time.value }];
    problems.push(problem("E-DATA-TYPE", { path: `${path}.title`, message: "This period has no name" }));
    return [];
  });
}

/** By their beginning, then by name: never by where they were written. */
export function inPeriodOrder(periods: readonly ResolvedPeriod[]): ResolvedPeriod[] {
  const at = ({ span }: ResolvedPeriod): number => span.startMin ?? span.startMax ?? -Infinity;
  return [...periods].sort((a, b) => at(a) - at(b) || (a.title < b.title ? -1 : 1));
}
