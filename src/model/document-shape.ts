import { isObject } from "./object.js";
import type { Problem } from "./problem.js";
import {
  any,
  fields,
  flag,
  identifier,
  instant,
  isSound,
  language,
  list,
  name,
  names,
  numeral,
  oneOf,
  secureUrl,
  text,
  url,
  type Shape,
} from "./shape.js";
import type { NumberTrack, Period, TimelineData, TimelineEvent } from "./types.js";

export const STATUSES = ["happened", "ongoing", "planned", "cancelled", "alleged"] as const;
export const CHANGES = ["new", "update", "correction", "clarification", "retraction"] as const;
export const VERIFICATIONS = [
  "unverified",
  "single-source",
  "corroborated",
  "confirmed",
  "disputed",
  "refuted",
  "withdrawn",
] as const;
const VERIFICATION = oneOf(...VERIFICATIONS);

/** A number, a text of one, or nothing we know: quantities are checked where they are read. */
const QUANTITY = fields({
  measure: text,
  said: text,
  low: numeral,
  best: numeral,
  high: numeral,
  unit: name,
  scope: oneOf("event", "running-total"),
  asOf: instant(),
  partOf: name,
  source: name,
});

/** A step of a path: one name, or several in parallel. */
const step: Shape = (value, path, problems) => (Array.isArray(value) ? names : name)(value, path, problems);
/** Steps, or one text with `>` and `|` between them. */
const path: Shape = (value, at, problems) => (typeof value === "string" ? text : steps)(value, at, problems);
const steps = list(step);

const CLAIM = fields(
  {
    about: oneOf("time", "quantity", "place", "text"),
    measure: name,
    text,
    quantity: QUANTITY,
    path,
    status: VERIFICATION,
    rank: oneOf("preferred", "normal", "deprecated"),
    at: instant(),
    url,
  },
  "path",
);

/** Only what stands beside a time: the time itself is read, and reported, by `resolveTime`. */
const timeWords = fields({ zone: any, said: text });
const time: Shape = (value, at, problems) =>
  isObject(value) && !(value instanceof Date) ? timeWords(value, at, problems) : value;

const EVENT_SHAPES = {
  id: identifier,
  title: text,
  summary: text,
  printTitle: text,
  time,
  places: names,
  lanes: names,
  category: name,
  actors: names,
  quantities: list(QUANTITY),
  claims: list(CLAIM),
  sources: names,
  links: list(fields({ type: name, to: identifier, label: text, main: flag }, "to")),
  importance: any,
  status: oneOf(...STATUSES),
  verification: VERIFICATION,
  media: list(fields({ url: secureUrl, alt: text, credit: text, caption: text }, "url")),
  urls: list(url),
  layout: fields({
    pin: flag,
    hide: flag,
    side: oneOf("left", "right", "above"),
    row: numeral,
    nudge: fields({ x: numeral, y: numeral }),
    break: list(numeral),
  }),
  knownFrom: instant("E-KNOWN-FROM"),
  change: oneOf(...CHANGES),
  redact: flag,
  note: text,
  deskNote: text,
  language,
  extra: fields({}),
};
const EVENT = fields(EVENT_SHAPES);

const SHAPES = ["circle", "square", "diamond", "triangle", "triangle-down", "cross", "star", "hexagon"] as const;

/** A number, or words for one in one or several languages. */
const figure: Shape = (value, at, problems) =>
  typeof value === "number" ? numeral(value, at, problems) : text(value, at, problems);

const TRACKS = list(
  fields(
    {
      title: text,
      unit: text,
      kind: oneOf("line", "step", "bars"),
      source: text,
      points: list(
        fields({ time, value: figure, low: numeral, high: numeral, knownFrom: instant("E-KNOWN-FROM") }, "time"),
      ),
    },
    "title",
    "points",
  ),
);

const PERIODS = list(fields({ title: text, time }, "title", "time"));

const DOCUMENT_SHAPES = {
  title: text,
  description: text,
  language,
  zone: any,
  places: list(
    fields(
      {
        id: identifier,
        name: text,
        parent: identifier,
        code: name,
        formerCodes: names,
        point: list(numeral),
        zone: any,
        extra: fields({}),
      },
      "id",
    ),
  ),
  sources: list(
    fields({ id: identifier, name: text, url, kind: name, affiliation: identifier, extra: fields({}) }, "id"),
  ),
  categories: list(fields({ id: identifier, name: text, color: any, shape: oneOf(...SHAPES) }, "id")),
  lanes: list(fields({ id: identifier, name: text, parent: identifier }, "id")),
  tracks: TRACKS,
  periods: PERIODS,
  credit: text,
  asOf: instant(),
  embargo: instant(),
  extra: fields({}),
};
const DOCUMENT = fields(DOCUMENT_SHAPES);

/** The fields of an event, and of a document, that we know. */
export const eventFields: ReadonlySet<string> = new Set(Object.keys(EVENT_SHAPES));
export const documentFields: ReadonlySet<string> = new Set(["$schema", "events", ...Object.keys(DOCUMENT_SHAPES)]);

/**
 * The document with every field of the type it should have: what has another is reported at its path and left out, all
 * else is as written. What is not an event at all stays, to be reported in its turn.
 */
export function sound(data: TimelineData, problems: Problem[]): TimelineData {
  const { events, ...rest } = data;
  const checked = DOCUMENT(rest, "", problems) as Omit<TimelineData, "events">;
  const good: TimelineEvent[] = [];
  for (let i = 0; i < events.length; i++) {
    const event: unknown = events[i];
    good.push(
      (isObject(event) && !isSound(EVENT, event) ? EVENT(event, `events[${i}]`, problems) : event) as TimelineEvent,
    );
  }
  return { ...checked, events: good };
}

/** Number tracks that come as an option, as {@link sound} makes those of a document. */
export const soundTracks = (tracks: unknown, path: string, problems: Problem[]): readonly (NumberTrack | null)[] =>
  (TRACKS(tracks, path, problems) ?? []) as readonly (NumberTrack | null)[];

/** Named periods that come as an option. */
export const soundPeriods = (periods: unknown, path: string, problems: Problem[]): readonly (Period | null)[] =>
  (PERIODS(periods, path, problems) ?? []) as readonly (Period | null)[];
