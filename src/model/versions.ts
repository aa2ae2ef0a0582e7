import { mistake } from "./mistake.js";
import { shown } from "./problems.js";
import { parseInstant } from "./time.js";
import type { Change, NumberTrack, TimelineData, TimelineEvent, TimelineInput, TimePoint } from "./types.js";
import { DATE_LIMIT, isZone } from "./zone.js";

/** The document's zone; UTC for none, or for one that does not exist. */
const zoneOf = ({ zone }: TimelineData): string => (typeof zone === "string" && isZone(zone) ? zone : "UTC");

/**
 * The document itself, or one of an array of events.
 *
 * @param call the function that was given it, for the message
 * @throws TypeError when it is neither; also a promise of it, which would make a picture of nothing
 */
export function documentOf(data: TimelineInput, call: string): TimelineData {
  if (typeof data !== "object" || data === null || typeof (data as { then?: unknown }).then === "function")
    throw mistake(call, "a document { events: […] } or an array of events", data);
  return Array.isArray(data) ? { events: data as readonly TimelineEvent[] } : (data as TimelineData);
}

const eventsOf = ({ events }: TimelineData): readonly TimelineEvent[] => (Array.isArray(events) ? events : []);

/** Instant of `knownFrom`; a version without one was always known. */
export function knownAt(event: Pick<TimelineEvent, "knownFrom"> | null, zone: string): number {
  if (event?.knownFrom === undefined || event.knownFrom === null) return -Infinity;
  const r = parseInstant(event.knownFrom, { zone });
  return r.ok ? r.value.ms : -Infinity;
}

/** The versions of each event, oldest first; rows of one id belong together when all but the first say since when. */
function versionsById(data: TimelineData): ReadonlyMap<string, readonly TimelineEvent[]> {
  const zone = zoneOf(data);
  const byId = new Map<string, TimelineEvent[]>();
  for (const event of eventsOf(data)) {
    if (typeof event?.id !== "string") continue;
    const list = byId.get(event.id);
    if (list === undefined) byId.set(event.id, [event]);
    else list.push(event);
  }
  return new Map([...byId].map(([id, list]) => [id, oldestFirst(list, (event) => event, zone)]));
}

/** Versions of one event, oldest first; those known from the same moment by their text, whatever the order of the rows. */
export function oldestFirst<T>(versions: readonly T[], eventOf: (version: T) => TimelineEvent, zone: string): T[] {
  if (versions.length === 1) return [...versions];
  return versions
    .map((version) => ({ version, event: eventOf(version), at: knownAt(eventOf(version), zone) }))
    .sort((a, b) => (a.at === b.at ? (textOf(a.event) < textOf(b.event) ? -1 : 1) : a.at - b.at))
    .map(({ version }) => version);
}

const textOf = (event: TimelineEvent): string => JSON.stringify(event);

/** Versions laid one over the other, oldest first: what a later one does not mention stays, null removes. */
function folded(versions: readonly TimelineEvent[]): TimelineEvent {
  const fields = new Map<string, unknown>();
  const extra = new Map<string, unknown>();
  for (const version of versions) {
    for (const [key, value] of Object.entries(version)) {
      if (value === undefined || key === "__proto__") continue;
      if (value === null) fields.delete(key);
      else fields.set(key, value);
      if (key !== "extra") continue;
      if (value === null) extra.clear();
      else for (const [name, own] of Object.entries(value as object)) extra.set(name, own);
    }
  }
  if (fields.has("extra")) fields.set("extra", Object.fromEntries(extra));
  return Object.fromEntries(fields) as unknown as TimelineEvent;
}

/** The state of one event from its versions, oldest first; null when it is retracted. The note is the last version's own. */
export function stateOf(versions: readonly TimelineEvent[]): TimelineEvent | null {
  const last = versions.at(-1);
  if (last === undefined || last.change === "retraction") return null;
  return versions.length === 1 ? last : folded(versions);
}

const instantOf = (point: TimePoint, zone: string): number => {
  const r = parseInstant(point, { zone });
  if (!r.ok || Math.abs(r.value.ms) > DATE_LIMIT)
    throw new TypeError(
      `Not an instant of history: ${shown(point instanceof Date ? Number(point) : point)}. Write 2022-01-06T13:50+01:00`,
    );
  return r.value.ms;
};

/** ms of a moment given as an option; null where it is none. */
export function momentOf(moment: unknown, data: TimelineInput): number | null {
  if (typeof moment !== "string" && typeof moment !== "number" && !(moment instanceof Date)) return null;
  const r = parseInstant(moment, { zone: zoneOf(documentOf(data, "datelines")) });
  return r.ok && Math.abs(r.value.ms) <= DATE_LIMIT ? r.value.ms : null;
}

/**
 * The document as it stood at an instant: one row an event, later versions left out, `asOf` moved back to the instant.
 * The text of a retraction marked `redact` is not in it either: what was removed stays removed.
 *
 * @throws TypeError when `instant` is not a date-time
 * @example
 * asKnownAt(data, "2022-01-06T13:00+01:00")
 */
export function asKnownAt(input: TimelineInput, instant: TimePoint): TimelineData {
  const data = documentOf(input, "asKnownAt()");
  const zone = zoneOf(data);
  const t = instantOf(instant, zone);
  const versions = versionsById(data);
  const done = new Set<string>();
  const events: TimelineEvent[] = [];
  for (const event of eventsOf(data)) {
    const list = typeof event?.id === "string" ? versions.get(event.id) : undefined;
    if (list === undefined || !isVersioned(list)) {
      if (knownAt(event, zone) <= t) events.push(event);
      continue;
    }
    if (done.has(event.id!)) continue;
    done.add(event.id!);
    if (list.some((v) => v.change === "retraction" && v.redact === true)) continue;
    const state = stateOf(list.filter((v) => knownAt(v, zone) <= t));
    if (state !== null) events.push(state);
  }
  const asOf = data.asOf ? parseInstant(data.asOf, { zone }) : null;
  // A moment of the same document is told in the zone in which that tells its own.
  const inZone = asOf?.ok && String(data.asOf).includes("[") ? `[${asOf.value.zone}]` : "";
  return {
    ...data,
    events,
    ...(Array.isArray(data.tracks) ? { tracks: knownTracks(data.tracks, t, zone) as readonly NumberTrack[] } : {}),
    asOf: asOf?.ok && asOf.value.ms <= t ? data.asOf! : new Date(t).toISOString() + inZone,
  };
}

/** Number tracks without the figures that were not known yet. */
export function knownTracks(
  tracks: readonly (NumberTrack | null)[],
  instant: TimePoint,
  zone = "UTC",
): readonly (NumberTrack | null)[] {
  const t = instantOf(instant, zone);
  return tracks.map((track) =>
    Array.isArray(track?.points) && track.points.some((p) => knownAt(p, zone) > t)
      ? { ...track, points: track.points.filter((p) => knownAt(p, zone) <= t) }
      : track,
  );
}

/** Whether rows of one id are versions of one event: every row but one says since when it is known. */
export const isVersioned = (list: readonly TimelineEvent[]): boolean =>
  list.length > 1 && list.filter((v) => v.knownFrom === undefined || v.knownFrom === null).length <= 1;

/** One change to one event. */
export interface VersionChange {
  readonly id: string;
  readonly change: Change;
  /** ms */
  readonly at: number;
  /** The instant as written, with its offset. */
  readonly knownFrom: string;
  readonly fields: readonly string[];
  readonly before: TimelineEvent | null;
  /** null after a retraction. */
  readonly after: TimelineEvent | null;
  readonly note?: TimelineEvent["note"];
}

const ABOUT_VERSION = new Set(["id", "knownFrom", "change", "note", "redact", "deskNote"]);

/**
 * What became known after `a` and up to `b`, oldest first.
 *
 * @throws TypeError when an instant is not one
 * @example
 * changesBetween(data, "2022-01-06T12:00+01:00", "2022-01-06T14:00+01:00")
 */
export function changesBetween(input: TimelineInput, a: TimePoint, b: TimePoint): VersionChange[] {
  const data = documentOf(input, "changesBetween()");
  const zone = zoneOf(data);
  const from = instantOf(a, zone);
  const to = instantOf(b, zone);
  const out: VersionChange[] = [];
  for (const [id, versions] of versionsById(data)) {
    const redacted = versions.some((v) => v.change === "retraction" && v.redact === true);
    let state: TimelineEvent | null = null;
    for (const version of versions) {
      const at = knownAt(version, zone);
      const before: TimelineEvent | null = state;
      state = before === null ? version : folded([before, version]);
      if (!(at > from && at <= to)) continue;
      const after = version.change === "retraction" ? null : state;
      const fields = Object.keys(version).filter(
        (k) =>
          !ABOUT_VERSION.has(k) &&
          (before === null ||
            JSON.stringify(before[k as keyof TimelineEvent]) !== JSON.stringify(version[k as keyof TimelineEvent])),
      );
      out.push({
        id,
        at,
        fields,
        change: version.change ?? (before === null ? "new" : "update"),
        knownFrom: version.knownFrom ?? "",
        before: redacted ? null : before,
        after: redacted ? null : after,
        ...(version.note === undefined ? {} : { note: version.note }),
      });
    }
  }
  return out.sort((x, y) => x.at - y.at || (x.id < y.id ? -1 : x.id > y.id ? 1 : 0));
}

/** One moment at which what is known changed. */
export interface MomentOfChange {
  /** ms */
  readonly at: number;
  readonly changes: readonly VersionChange[];
}

/**
 * The moments at which what is known changed, oldest first; before the first stands the moment just before it, when
 * anything was always known. One or none where there is nothing to go through.
 */
export function momentsOfChange(data: TimelineData): readonly MomentOfChange[] {
  // Most stories were told once.
  if (!eventsOf(data).some((e) => (e?.knownFrom ?? null) !== null)) return [];
  const all = changesBetween(data, new Date(-8.64e15), new Date(8.64e15));
  const byTime = new Map<number, VersionChange[]>();
  for (const change of all) {
    const list = byTime.get(change.at);
    if (list === undefined) byTime.set(change.at, [change]);
    else list.push(change);
  }
  const stops = [...byTime].map(([at, changes]) => ({ at, changes })).sort((a, b) => a.at - b.at);
  if (stops.length === 0) return [];
  const first = stops[0]!.at;
  const always = eventsOf(data).some((e) => e !== null && typeof e === "object" && (e.knownFrom ?? null) === null);
  return always ? [{ at: first - 1000, changes: [] }, ...stops] : stops;
}
