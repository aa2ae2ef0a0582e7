import { givenId, madeId } from "./own-id.js";
import type { Problem } from "./problem.js";
import { problem } from "./problems.js";
import { pathOf, type Draft } from "./resolve-event.js";
import type { TimelineData, TimelineEvent } from "./types.js";
import { isVersioned, knownAt, oldestFirst, stateOf } from "./versions.js";

/** One event at its newest version, with the number of its row and its history, and what is made of it. */
export interface Current {
  readonly event: TimelineEvent;
  readonly row: number;
  readonly id: string;
  /** Its versions, oldest first; empty where there is but one. */
  readonly history: readonly TimelineEvent[];
  draft: Draft | null;
  /** Its place in the total order. */
  start: number;
}

const NO_HISTORY: readonly never[] = [];

/** Folds versions; gives ids to events without one, and a new one to a repeated one. */
export function current(data: TimelineData, zone: string, problems: Problem[], byId: Map<string, Current>): Current[] {
  const repeated = new Map<string, Current[]>();
  data.events.forEach((event, row) => {
    if (typeof event !== "object" || event === null || Array.isArray(event)) {
      problems.push(problem("E-EVENT-TYPE", { path: pathOf(row), value: event }));
      return;
    }
    const id = idOf(event, row, problems);
    const one: Current = { event, row, id, history: NO_HISTORY, draft: null, start: NaN };
    const first = byId.get(id);
    if (first === undefined) byId.set(id, one);
    else if (repeated.has(id)) repeated.get(id)!.push(one);
    else repeated.set(id, [first, one]);
  });
  const taken = repeated.size > 0 ? new Set(byId.keys()) : new Set<string>();
  const out: Current[] = [];
  byId.forEach((one, id) => {
    const list = repeated.get(id);
    if (list !== undefined)
      for (const o of versionOf(list, zone, problems) ?? apart(list, taken, problems)) out.push(o);
    else if (one.event.change !== "retraction") out.push(one);
    else problems.push(problem("W-RETRACT-UNKNOWN", { path: pathOf(one.row), value: id }));
  });
  return out;
}

export function idOf(event: TimelineEvent, row: number, problems: Problem[]): string {
  const given = givenId(event);
  if (given === "") return madeId(event);
  if (!/\s/.test(given)) return given;
  problems.push(problem("E-ID-SPACE", { path: `${pathOf(row)}.id`, value: given }));
  return given.replace(/\s+/g, "-");
}

/** The newest version of rows of one id; none after a retraction, null when they are no versions of one event. */
function versionOf(list: readonly Current[], zone: string, problems: Problem[]): Current[] | null {
  const versions = oldestFirst(list, ({ event }) => event, zone);
  const history = versions.map((v) => v.event);
  if (!isVersioned(history)) return null;
  versions.slice(1).forEach(({ event, row }, i) => {
    if (knownAt(event, zone) === knownAt(history[i]!, zone))
      problems.push(problem("W-KNOWN-TWICE", { path: `${pathOf(row)}.knownFrom`, value: event.knownFrom ?? "" }));
  });
  const event = stateOf(history);
  return event === null ? [] : [{ ...versions[0]!, event, history }];
}

/** Different events of one id, each under its own. Which keeps the id must not depend on the order of the rows. */
function apart(list: readonly Current[], taken: Set<string>, problems: Problem[]): Current[] {
  const sorted = [...list].sort((a, b) => (JSON.stringify(a.event) < JSON.stringify(b.event) ? -1 : 1));
  const first = sorted[0]!;
  let n = 1;
  return sorted.map((one, i) => {
    let id = one.id;
    while (i > 0 && taken.has(id)) id = `${one.id}-${++n}`;
    taken.add(id);
    if (i > 0 && list[0]!.event.id !== undefined)
      problems.push(
        problem("E-ID-DUPLICATE", {
          path: `${pathOf(one.row)}.id`,
          value: one.id,
          message: `This id is also that of ${pathOf(first.row)}; both are kept, this one as ${id}`,
        }),
      );
    return { ...one, id };
  });
}
