import { sound } from "../model/document-shape.js";
import type { Problem } from "../model/problem.js";
import { isObject } from "../model/object.js";
import type { TimelineData, TimelineEvent } from "../model/types.js";
import { FIELDS, fieldOf, type Field } from "../read/fields.js";
import { eventCells, type EventCells } from "./event-cells.js";
import { lostFields, type LostFields } from "./lost.js";
import { namesOf } from "./names.js";

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What the table has no place for. */
  readonly problems: readonly Problem[];
}

/** A document, or its events alone, as the table that our reader reads: only columns that are used. */
export function tableOf(input: TimelineData): Table {
  const lost = lostFields();
  const data = soundData(input, lost);
  loseDocument(data, lost);
  const names = namesOf(data);
  const events = data.events.map((event, i) =>
    eventCells(event, names, (field) => lost.add(field, `events[${i}].${field}`)),
  );
  const measures = new Set(events.flatMap((e) => [...e.quantities.keys()]));
  const extra = new Set(events.flatMap((e) => [...e.extra.keys()]));
  const fields = FIELDS.filter((field) => isNeeded(field, events, extra));
  return {
    header: [...fields, ...[...measures].map((m) => `quantity:${m}`), ...extra],
    rows: events.map((e) => [
      ...fields.map((f) => e.fields.get(f) ?? ""),
      ...[...measures].map((m) => e.quantities.get(m) ?? ""),
      ...[...extra].map((name) => e.extra.get(name) ?? ""),
    ]),
    problems: lost.problems(),
  };
}

/** The document without what has the wrong type, which is lost here as it is to everything else. */
function soundData({ events, ...rest }: TimelineData, lost: LostFields): TimelineData {
  const lose = (problems: readonly Problem[], at: string): void => {
    for (const { path = "" } of problems)
      lost.add(/(\w+)(?:\[\d+\])*$/.exec(path)?.[1] ?? "event", path.replace("events[0]", at));
  };
  const wrong: Problem[] = [];
  const around = sound({ ...rest, events: [] }, wrong);
  lose(wrong, "");
  const kept = (Array.isArray(events) ? (events as readonly unknown[]) : []).flatMap((event, i): TimelineEvent[] => {
    const found: Problem[] = [];
    const [checked] = sound({ events: [event as TimelineEvent] }, found).events;
    lose(found, `events[${i}]`);
    if (isObject(event)) return [found.length === 0 ? (event as unknown as TimelineEvent) : checked!];
    lost.add("event", `events[${i}]`);
    return [];
  });
  return { ...around, events: kept };
}

/** A blank column stands before an unknown one that the reader would take for it: "Date" is a name of "time". */
const isNeeded = (field: Field, events: readonly EventCells[], extra: ReadonlySet<string>): boolean =>
  field === "title" ||
  field === "start" ||
  events.some((e) => e.fields.has(field)) ||
  [...extra].some((name) => fieldOf(name) === field);

function loseDocument(data: TimelineData, lost: LostFields): void {
  for (const field of ["title", "description", "zone", "credit", "asOf", "embargo", "extra"] as const)
    if (data[field] != null) lost.add(field, field);
  const more = {
    places: (data.places ?? []).some(({ code, formerCodes, point, zone, extra }) =>
      [code, formerCodes, point, zone, extra].some((v) => v != null),
    ),
    sources: (data.sources ?? []).some(({ url, kind, affiliation, extra }) =>
      [url, kind, affiliation, extra].some((v) => v != null),
    ),
    categories: (data.categories ?? []).some(({ color, shape }) => color != null || shape != null),
    lanes: (data.lanes ?? []).length > 0,
    tracks: (data.tracks ?? []).length > 0,
  };
  for (const [field, is] of Object.entries(more)) if (is) lost.add(field, field);
}
