import { problem } from "./problems.js";
import { clean } from "../model/text.js";
import { PLAIN, REPEATED, SEEN } from "./ids.js";
import type { Draft, Reading } from "./reading.js";
import { hyphenated } from "./survey.js";

/** What only shows when rows are seen together: repeated ids, links to nothing or in a circle, retractions of nothing. */
export function checkTogether(event: Draft, id: string, { report, context }: Reading): void {
  const { ids, versions, needSurvey } = context;
  // Any number of rows of one id may say since when they are known, and one need not.
  if (id !== "" && event.knownFrom === undefined && (ids.mark(id, SEEN | PLAIN) & PLAIN) !== 0)
    report(problem("E-ID-DUPLICATE", { value: id }), "id");
  if (needSurvey !== null) {
    if (event.change === "retraction" || event.links) needSurvey();
    return;
  }
  if (event.knownFrom && (ids.get(id) & REPEATED) !== 0 && versions.mark(`${id}\n${event.knownFrom}`, SEEN) !== 0)
    report(problem("W-KNOWN-TWICE", { value: event.knownFrom }), "known_from");
  if (event.change === "retraction" && (ids.get(id) & REPEATED) === 0)
    report(problem("W-RETRACT-UNKNOWN", { value: id }), "change");
  for (const { type, to } of event.links ?? []) {
    const target = hyphenated(clean(to, 200));
    if (target === id || (ids.get(target) & SEEN) === 0) report(problem("W-REF-UNKNOWN", { value: target }), "link");
    else if (type === "part-of" && id !== "" && !ids.join(id, target))
      report(problem("E-CYCLE", { value: target }), "link");
  }
}
