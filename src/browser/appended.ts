import { givenId } from "../model/own-id.js";
import type { Problem } from "../model/problem.js";
import { problem } from "../model/problems.js";
import { pathOf } from "../model/resolve-event.js";
import type { TimelineData, TimelineEvent } from "../model/types.js";

export interface Appended {
  readonly data: TimelineData;
  /** Of ids that were taken. */
  readonly problems: readonly Problem[];
}

/**
 * Puts events behind those of a document. One with an id that is there already, and that does not say since when it was
 * known, is no later version of it but another event: it gets an id of its own, so that those that were there keep theirs.
 */
export function appender(): (before: TimelineData, more: readonly TimelineEvent[]) => Appended {
  let last: TimelineData | null = null;
  let taken = new Set<string>();
  return (before, more) => {
    const old: readonly TimelineEvent[] = Array.isArray(before.events) ? before.events : [];
    if (before !== last) taken = new Set(old.map(idOf));
    const problems: Problem[] = [];
    const added = more.map((event, i) => {
      const wanted = idOf(event);
      let id = wanted;
      if (wanted !== "" && !event.knownFrom) for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`;
      taken.add(id);
      if (id === wanted) return event;
      const message = `This id is taken; both are kept, this one as ${id}`;
      problems.push(problem("E-ID-DUPLICATE", { path: `${pathOf(old.length + i)}.id`, value: wanted, message }));
      return { ...event, id };
    });
    last = { ...before, events: [...old, ...added] };
    return { data: last, problems };
  };
}

/** "" for what has none, or is no event at all. */
const idOf = (event: unknown): string =>
  typeof event === "object" && event !== null ? givenId(event as TimelineEvent) : "";
