import type { Arrangement } from "../layout/arrange.js";
import { breaksBefore } from "../layout/break-before.js";
import { capital, fill } from "../locale/phrases.js";

const made = new WeakMap<Arrangement, ReadonlyMap<string, string>>();

/** What is said before an event of a lane (its name) when time is left out before it: "Break of 10 years. ". */
export function breakWords(arrangement: Arrangement, event: number, lane: string): string {
  if (arrangement.scale.folded === null) return "";
  let words = made.get(arrangement);
  if (words === undefined) made.set(arrangement, (words = wordsOf(arrangement)));
  return words.get(`${event} ${lane}`) ?? "";
}

function wordsOf(arrangement: Arrangement): ReadonlyMap<string, string> {
  const { words: own, stop = ". " } = arrangement.locale;
  const { breakOf } = own.phrases;
  const words = new Map<string, string>();
  // Where all lanes share a column, which has no name, they are one list.
  const all = { name: "", events: arrangement.events };
  for (const { name, events } of [all, ...arrangement.lanes])
    for (const [place, breaks] of breaksBefore(arrangement, events))
      words.set(
        `${events[place]!} ${name}`,
        breaks.map((b) => capital(fill(breakOf, { length: b.name })) + stop).join(""),
      );
  return words;
}
