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
export const DATE_LIMIT = 8.64e15;
const QUARTER_MS = 9e5;
const QUARTERS_A_DAY = 96;

/** Whether `id` is an IANA zone that this platform knows, "UTC", "Z", or a fixed offset (see {@link isOffset}). */
export function isZone(id: string): boolean {
  if (id === "UTC" || id === "Z" || isOffset(id)) return true;
  // "EST" and the like are legacy aliases; "ALMT" is nothing at all. Real zones have a slash.
  if (id.length > 64 || !/^[A-Za-z][\w+-]*(?:\/[\w+-]+)+$/.test(id)) return false;
  return memoOf(id).exists;
}

/** Whether `text` is an offset ±HH:MM that clocks show today: -12:00 to +14:00; zero has no minus sign (ISO 8601-1). */
export function isOffset(text: string): boolean {
  const minutes = fixedOffset(text);
  return (
    minutes !== null && minutes >= -12 * 60 && minutes <= 14 * 60 && Number(text.slice(4)) < 60 && text !== "-00:00"
  );
}

function fixedOffset(zone: string): number | null {
  const m = FIXED.exec(zone);
  return m ? (m[1] === "-" ? -1 : 1) * (Number(m[2]) * 60 + Number(m[3])) : null;
}

interface Memo {
  readonly exists: boolean;
  /** Offsets in minutes by quarter hour: rules change at most at quarter hours. */
  readonly offsets: Map<number, number>;
}
// The platform's formatter takes microseconds; a document names few zones, many times. Both maps are bounded.
const MAX_ZONES = 32;
const MAX_OFFSETS = 4096;
const memos = new Map<string, Memo>();

function memoOf(zone: string): Memo {
  let memo = memos.get(zone);
  if (memo === undefined) {
    if (memos.size >= MAX_ZONES) memos.clear();
    memo = { exists: !Number.isNaN(tzOffset(zone, new Date(0))), offsets: new Map() };
    memos.set(zone, memo);
  }
  return memo;
}

/** Offset from UTC in minutes at an instant; 0 where `Date` has no rules (deep time) and for zones that do not exist. */
export function zoneOffset(zone: string, ms: number): number {
  if (zone === "UTC" || zone === "Z" || Math.abs(ms) > DATE_LIMIT) return 0;
  const fixed = zone.startsWith("+") || zone.startsWith("-") ? fixedOffset(zone) : null;
  if (fixed !== null) return fixed;
  const memo = memoOf(zone);
  if (!memo.exists) return 0;
  const quarter = Math.floor(ms / QUARTER_MS);
  // No zone changes twice in a day of UTC: where both its ends agree, so does all between.
  const day = Math.floor(quarter / QUARTERS_A_DAY) * QUARTERS_A_DAY;
  const offset = offsetAt(zone, day, memo);
  return offset === offsetAt(zone, day + QUARTERS_A_DAY, memo) ? offset : offsetAt(zone, quarter, memo);
}

function offsetAt(zone: string, quarter: number, { offsets }: Memo): number {
  let offset = offsets.get(quarter);
  if (offset === undefined) {
    if (offsets.size >= MAX_OFFSETS) offsets.clear();
    offset = tzOffset(zone, new Date(quarter * QUARTER_MS));
    offsets.set(quarter, offset);
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
  const fits = (offset: number): boolean => zoneOffset(zone, utc - offset) * 6e4 === offset;
  const earlier = Math.max(before, after);
  const later = Math.min(before, after);
  if (fits(earlier))
    return earlier !== later && fits(later) ? { ms: utc - earlier, overlap: true } : { ms: utc - earlier };
  return fits(later) ? { ms: utc - later } : { ms: utc - before, gap: true };
}
