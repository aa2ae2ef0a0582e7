import type { Grouping, LaneGrouping } from "./options.js";

const FIELDS = ["lane", "place", "region", "category", "actor"] as const;

/**
 * A grouping written by a person: a field we know by its name, "none" for no groups, or any other column.
 *
 * @example
 * groupingOf("Party") // { field: "Party" }
 */
export const groupingOf = (text: string): Grouping | null =>
  text === "none" ? null : (FIELDS.find((f) => f === text) ?? { field: text });

/** Groupings from the outermost in: "region > place". */
export function laneGroupingOf(text: string): LaneGrouping | null {
  const levels = text
    .split(">")
    .map((t) => t.trim())
    .filter((t) => t !== "");
  const groupings = levels.map(groupingOf).filter((g) => g !== null);
  return groupings.length > 1 ? groupings : groupingOf(levels[0] ?? text);
}
