import type { Problem } from "../model/problem.js";
import { problem } from "../model/problems.js";
import type { Timeline } from "../model/resolved.js";
import type { Grouping, LaneGrouping } from "./options.js";

const FIELDS = ["lane", "place", "region", "category", "actor"] as const;
const isOurs = (text: string): boolean => (FIELDS as readonly string[]).includes(text);

/**
 * A grouping written by a person: a field we know by its name, "none" for no groups, or any other column.
 *
 * @example
 * groupingOf("Party") // { field: "Party" }
 */
export const groupingOf = (text: string): Grouping | null =>
  text === "none" ? null : (FIELDS.find((f) => f === text.toLowerCase()) ?? { field: text });

/** Groupings from the outermost in: "region > place". */
export function laneGroupingOf(text: string): LaneGrouping | null {
  const levels = text
    .split(">")
    .map((t) => t.trim())
    .filter((t) => t !== "");
  const groupings = levels.map(groupingOf).filter((g) => g !== null);
  return groupings.length > 1 ? groupings : groupingOf(levels[0] ?? text);
}

/** The caller's own field that a grouping stands for, also where it is named as ours are; null for any other grouping. */
export const ownField = (by: Grouping): string | null =>
  typeof by === "object" ? by.field : typeof by === "string" && !isOurs(by) ? by : null;

/** Fields of ours that hold lists, by the names that groupings have. */
const LISTS = { lane: "lanes", place: "places", actor: "actors" } as const;
const isList = (by: unknown): by is keyof typeof LISTS => typeof by === "string" && Object.hasOwn(LISTS, by);

/** A field that no event has makes one group of all, which nobody asks for. */
export function unknownFields(
  { events }: Timeline,
  laneBy: LaneGrouping | null,
  colorBy: Grouping | null,
): readonly Problem[] {
  const unknown = (path: string, by: Grouping | null): readonly Problem[] => {
    if (isList(by) && !events.some((e) => e[LISTS[by]].length > 0) && events.some((e) => Object.hasOwn(e.extra, by)))
      return [
        problem("W-FIELD-UNKNOWN", {
          path,
          value: by,
          hint: `Write ${LISTS[by]}: ["…"] in the events, or ${path}: { field: "${by}" }`,
        }),
      ];
    const field = by === null ? null : ownField(by);
    if (field === null || events.length === 0 || events.some((e) => Object.hasOwn(e.extra, field))) return [];
    const own = [...new Set(events.flatMap((e) => Object.keys(e.extra)))].slice(0, 8);
    const hint = `There are ${[...FIELDS, ...own].join(", ")}`;
    return [problem("W-FIELD-UNKNOWN", { path, value: field, hint })];
  };
  const lanes = Array.isArray(laneBy) ? (laneBy as readonly Grouping[]) : [laneBy as Grouping | null];
  return [...lanes.flatMap((by) => unknown("laneBy", by)), ...unknown("colorBy", colorBy)];
}
