import { tzOffset } from "@date-fns/tz/tzOffset";
import { civilFromDays, DAY_MS, daysFromCivil, weekdayOf } from "./calendar.js";

/** A wall-clock reading. */
export interface LocalTime {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly ms: number;
}
export interface LocalParts extends LocalTime {
  /** 0 = Sunday. */
  readonly weekday: number;
}

const FIXED = /^([+-])(\d\d):(\d\d)$/;
/** Beyond this `Date` and the zone rules end; farther out every zone is UTC. */
const DATE_LIMIT = 8.64e15;

/** Whether `id` is an IANA zone that this platform knows, "UTC", "Z", or a fixed offset ±HH:MM up to 18 hours. */
export function isZone(id: string): boolean {
  if (id === "UTC" || id === "Z") return true;
  const fixed = fixedOffset(id);
  if (fixed !== null) return Math.abs(fixed) <= 18 * 60;
  // "EST" and the like are legacy aliases; "ALMT" is nothing at all. Real zones have a slash.
  if (id === memo.zone) return true;
  if (!/^[A-Za-z][\w+-]*(?:\/[\w+-]+)+$/.test(id) || id.length > 64) return false;
  return !Number.isNaN(tzOffset(id, new Date(0)));
}

function fixedOffset(zone: string): number | null {
  const m = FIXED.exec(zone);
  return m ? (m[1] === "-" ? -1 : 1) * (Number(m[2]) * 60 + Number(m[3])) : null;
}

interface Memo {
  zone: string;
  /** Offsets at quarter hours, counted from 1970: rules change at most at quarter hours. */
  offsets: Map<number, number>;
}
const QUARTER_MS = 9e5;
const QUARTERS_A_DAY = 96;
// One zone at a time is used by far the most; a small bounded memo saves the platform's slow formatter.
let memo: Memo = { zone: "", offsets: new Map() };

/** Offset from UTC in minutes at an instant; 0 where `Date` has no rules (deep time) and for zones that do not exist. */
export function zoneOffset(zone: string, ms: number): number {
  if (zone === "UTC" || zone === "Z" || Math.abs(ms) > DATE_LIMIT) return 0;
  const fixed = fixedOffset(zone);
  if (fixed !== null) return fixed;
  if (memo.zone !== zone || memo.offsets.size > 4096) memo = { zone, offsets: new Map() };
  const quarter = Math.floor(ms / QUARTER_MS);
  // No zone changes twice in a day of UTC: where both its ends agree, so does all between.
  const day = Math.floor(quarter / QUARTERS_A_DAY) * QUARTERS_A_DAY;
  const offset = offsetAt(zone, day);
  return offset === offsetAt(zone, day + QUARTERS_A_DAY) ? offset : offsetAt(zone, quarter);
}

function offsetAt(zone: string, quarter: number): number {
  let offset = memo.offsets.get(quarter);
  if (offset === undefined) {
    const found = tzOffset(zone, new Date(quarter * QUARTER_MS));
    offset = Number.isNaN(found) ? 0 : found;
    memo.offsets.set(quarter, offset);
  }
  return offset;
}

/** The wall clock of a zone at an instant. */
export function toLocal(ms: number, zone: string): LocalParts {
  const local = ms + zoneOffset(zone, ms) * 6e4;
  const days = Math.floor(local / DAY_MS);
  const rest = local - days * DAY_MS;
  const { year, month, day } = civilFromDays(days);
  return {
    year,
    month,
    day,
    hour: Math.floor(rest / 36e5),
    minute: Math.floor(rest / 6e4) % 60,
    second: Math.floor(rest / 1e3) % 60,
    ms: Math.floor(rest % 1e3),
    weekday: weekdayOf(days),
  };
}

/**
 * The instant of a wall-clock reading. A time that the clock skips is moved on by the gap, of a time that it repeats the
 * earlier is taken (as Temporal's "compatible"); `gap` and `overlap` say that it happened.
 */
export function fromLocal(
  local: LocalTime,
  zone: string,
): { readonly ms: number; readonly gap?: true; readonly overlap?: true } {
  const utc =
    daysFromCivil(local.year, local.month, local.day) * DAY_MS +
    local.hour * 36e5 +
    local.minute * 6e4 +
    local.second * 1e3 +
    local.ms;
  if (zone === "UTC" || zone === "Z") return { ms: utc };
  const before = zoneOffset(zone, utc - DAY_MS) * 6e4;
  const after = zoneOffset(zone, utc + DAY_MS) * 6e4;
  if (before === after) {
    const ms = utc - before;
    if (zoneOffset(zone, ms) * 6e4 === before) return { ms };
  }
  const fits = [utc - before, utc - after].filter((ms) => ms + zoneOffset(zone, ms) * 6e4 === utc);
  if (fits.length === 0) return { ms: utc - before, gap: true };
  const ms = Math.min(...fits);
  return fits[0] !== fits.at(-1) ? { ms, overlap: true } : { ms };
}
