import { clean, hash, LONGEST_NAME, pickText, slug } from "./text.js";
import type { TimelineEvent } from "./types.js";

/** The id an event has by itself: its own, or one made of title, time and place. */
export function ownId(event: TimelineEvent): string {
  const given = givenId(event);
  return given === "" ? madeId(event) : given.replace(/\s+/g, "-");
}

/** As it is written; "" where the event has none. */
export const givenId = ({ id }: TimelineEvent): string => (typeof id === "string" ? clean(id, LONGEST_NAME) : "");

export function madeId(event: TimelineEvent): string {
  const title = pickText(event.title, "en", "en");
  const time =
    typeof event.time === "object" && !(event.time instanceof Date) ? JSON.stringify(event.time) : String(event.time);
  return `${slug(title) || "event"}-${hash(`${title}\n${time}\n${JSON.stringify(event.places ?? [])}`)}`;
}
