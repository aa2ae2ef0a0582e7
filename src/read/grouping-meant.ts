import { isObject } from "../model/object.js";
import type { TimelineData } from "../model/types.js";
import { fieldOf } from "./fields.js";

interface Groupings {
  readonly laneBy?: unknown;
  readonly colorBy?: unknown;
}

const OURS: ReadonlySet<unknown> = new Set(["lane", "place", "region", "category"]);

/**
 * Groupings by names that a table's own header has: "Место" was read as place, and no event has a field of that name any
 * more. A field that some event has is meant first.
 */
export function groupingsMeant<T extends Groupings>(options: T, { events }: Pick<TimelineData, "events">): T {
  const meant = (by: unknown): unknown => {
    if (Array.isArray(by)) return by.map(meant);
    if (!isObject(by) || typeof by["field"] !== "string") return by;
    const name = by["field"];
    const field = fieldOf(name);
    if (field === undefined || events.some((e) => Object.hasOwn(e.extra ?? {}, name))) return by;
    return field === "actors" ? "actor" : OURS.has(field) ? field : by;
  };
  const { laneBy, colorBy } = options;
  return {
    ...options,
    ...(laneBy === undefined ? {} : { laneBy: meant(laneBy) }),
    ...(colorBy === undefined ? {} : { colorBy: meant(colorBy) }),
  };
}
