import type { Counted } from "./types.js";

/** The English interface words; the other languages have the same keys. Slots in braces. */
export const words: {
  readonly phrases: { readonly [K in PhraseKey]: string };
  readonly counted: { readonly [K in CountedKey]: Counted };
} = {
  phrases: {
    asKnown: "As known {date}",
    notYetKnown: "not yet known",
    sources: "Sources",
    notes: "Notes",
    legend: "Key",
    credit: "Source: {credit}",
    via: "{origin}, via {relays}",
    quoted: "{source}",
    timeIn: "{place} time, {offset}",
    zoneAhead: "{places} {difference} ahead",
    zoneBehind: "{places} {difference} behind",
    to: "to {date}",
    from: "from {date}",
    until: "until {date}",
    earlier: "earlier",
    later: "later",
    added: "added {time}",
    updated: "updated {time}",
    corrected: "corrected {time}",
    clarified: "clarified {time}",
    retracted: "retracted {time}",
    noEvents: "No events",
    otherEvents: "other events, counted",
    otherCategory: "other",
    markDay: "on that day, hour not known",
    markMoment: "at that moment",
    markWithin: "at one moment in this time",
    markBefore: "some time before",
    markAfter: "some time after",
    markDuring: "the whole time",
    markPossible: "possibly already or still",
    markOpen: "still going on",
    markTorn: "runs on beyond the picture",
    markApproximate: "approximate",
    markUncertain: "uncertain",
    link: "leads to",
    lane: "lane {lane}",
    allLanes: "All events",
  },
  counted: {
    events: { one: "{n} event", other: "{n} events" },
    moreEvents: { one: "{n} more event", other: "{n} more events" },
    earlierEvents: { one: "{n} earlier", other: "{n} earlier" },
    laterEvents: { one: "{n} later", other: "{n} later" },
    hours: { one: "{n} hour", other: "{n} hours" },
    lanes: { one: "{n} lane", other: "{n} lanes" },
  },
};

export type PhraseKey =
  | "asKnown" | "notYetKnown" | "sources" | "notes" | "legend" | "credit" | "via" | "quoted" | "timeIn" | "zoneAhead"
  | "zoneBehind" | "to" | "from" | "until" | "earlier" | "later" | "added" | "updated" | "corrected" | "clarified"
  | "retracted" | "noEvents" | "otherEvents" | "otherCategory" | "markDay" | "markMoment" | "markWithin" | "markBefore"
  | "markAfter" | "markDuring" | "markPossible" | "markOpen" | "markTorn" | "markApproximate" | "markUncertain" | "link"
  | "lane" | "allLanes";
export type CountedKey = "events" | "moreEvents" | "earlierEvents" | "laterEvents" | "hours" | "lanes";
