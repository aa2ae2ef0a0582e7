import type { Grouping, LaneGrouping } from "../layout/options.js";
import { laneIdsOf } from "../layout/lane-tree.js";
import { groupsOf } from "../layout/lanes.js";
import type { ResolvedEvent, Timeline } from "../model/resolved.js";
import type { Verification } from "../model/types.js";

type Some<T> = T | readonly T[] | null | undefined;

/** What to show. Everything that is left out, null or empty lets all events through. */
export interface Filter {
  /** Ids or names of categories (of colours, where they stand for something else). */
  readonly category?: Some<string>;
  /** Ids or names of lanes; a lane stands for all that lie in it. */
  readonly lane?: Some<string>;
  /** Words that stand in the event's texts, in any order and case. */
  readonly text?: string | null | undefined;
  /** The least important to show: 1 to 5. */
  readonly importance?: number | null | undefined;
  readonly verification?: Some<Verification>;
}

const listOf = <T>(some: Some<T>): readonly T[] =>
  some === null || some === undefined ? [] : Array.isArray(some) ? (some as readonly T[]) : [some as T];

/** A filter as a page without types may give it: none at all, or with the value of a field of its own as it stands. */
export function soundFilter(filter: Filter | ((event: never) => boolean) | null | undefined): Filter {
  // A function is the page's own, to which what the reader chooses is added.
  if (typeof filter === "function") return {};
  const { text, importance } = filter ?? {};
  if (typeof (text ?? "") === "string" && typeof (importance ?? 0) === "number") return filter ?? {};
  return { ...filter, text: String(text ?? ""), importance: Number(importance || NaN) };
}

/** Without case and accents, so that “Zhanaozen” finds “Zhańaózen”. */
export const folded = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Everything of an event that a reader may search for. */
function textOf(event: ResolvedEvent, { places, categories }: Timeline): string {
  const parts = [
    event.title,
    event.summary,
    event.span.said,
    ...event.places.map((p) => places.get(p)?.name),
    event.category === undefined ? "" : categories.get(event.category)?.name,
    ...event.actors,
    ...event.quantities.map((q) => `${q.measure} ${q.said}`),
    ...event.claims.flatMap((c) => c.path.flatMap((step) => step.map((s) => s.name))),
  ];
  return folded(parts.filter((p) => p !== undefined).join("\n"));
}

export interface FilterContext {
  readonly timeline: Timeline;
  readonly laneBy: LaneGrouping | null;
  readonly nested?: boolean | undefined;
  readonly colorBy: Grouping | null;
}

/** Whether an event passes; undefined where everything does, so that nothing need be asked. */
export function filterOf(
  filter: Filter,
  { timeline, laneBy, nested, colorBy }: FilterContext,
): ((event: ResolvedEvent) => boolean) | undefined {
  const tests: ((event: ResolvedEvent) => boolean)[] = [];
  const among = (
    wanted: readonly string[],
    idsOf: (event: ResolvedEvent) => readonly string[],
    nameOf: (id: string) => string,
  ): void => {
    const names = new Set(wanted);
    tests.push((event) => idsOf(event).some((id) => names.has(id) || names.has(nameOf(id))));
  };
  const categories = listOf(filter.category);
  const lanes = listOf(filter.lane);
  if (categories.length > 0 && colorBy !== null) {
    const { idsOf, nameOf } = groupsOf(timeline, colorBy);
    among(categories, idsOf, nameOf);
  }
  if (lanes.length > 0 && laneBy !== null) {
    const innermost = Array.isArray(laneBy) ? (laneBy.at(-1) as Grouping) : (laneBy as Grouping);
    among(lanes, laneIdsOf(timeline, laneBy, nested), groupsOf(timeline, innermost).nameOf);
  }
  const verification = new Set(listOf(filter.verification));
  if (verification.size > 0)
    tests.push((event) => event.verification !== undefined && verification.has(event.verification));
  const { importance } = filter;
  if (typeof importance === "number" && !Number.isNaN(importance))
    tests.push((event) => event.importance <= importance);
  const words = folded(filter.text ?? "")
    .split(/\s+/)
    .filter((w) => w !== "");
  if (words.length > 0)
    tests.push((event) => {
      const text = textOf(event, timeline);
      return words.every((w) => text.includes(w));
    });
  return tests.length === 0 ? undefined : (event) => tests.every((t) => t(event));
}

export const isEmptyFilter = (filter: Filter): boolean =>
  listOf(filter.category).length === 0 &&
  listOf(filter.lane).length === 0 &&
  listOf(filter.verification).length === 0 &&
  (filter.text ?? "").trim() === "" &&
  Number.isNaN(filter.importance ?? NaN);

/** The values of a field of a filter as a list. */
export const valuesOf = listOf as (some: Some<string>) => readonly string[];
