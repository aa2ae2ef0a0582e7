import type { Civil } from "../calendar.js";
import type { Precision } from "../span.js";
import { fromLocal, isOffset, isZone } from "../zone.js";
import type { Cursor } from "./cursor.js";
import type { EdtfContext, EdtfDate } from "./types.js";

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly ms: number;
  readonly precision: Precision;
}

const HOUR_MS = 36e5;
const MINUTE_MS = 6e4;

/** The time of day after the T: `HH[:MM[:SS[.s]]]`, offset, `[Zone/Name]`; as a moment of that date. */
export function scanTimeOfDay(c: Cursor, date: Civil, context: EdtfContext): EdtfDate {
  const { hour, minute, second, ms, precision } = scanClock(c);
  const offset = scanOffset(c);
  const zone = scanZoneName(c) ?? offset ?? context.zone;
  // An offset beside a zone's name decides the instant (RFC 9557); the name is kept.
  const { year, month, day } = date;
  const local = fromLocal({ year, month, day, hour, minute, second, ms }, offset ?? zone);
  const length = precision === "hour" ? HOUR_MS : precision === "minute" ? MINUTE_MS : 0;
  const moment: EdtfDate = { min: local.ms, max: local.ms + length, precision, zone };
  if (local.gap) moment.clock = "gap";
  else if (local.overlap) moment.clock = "overlap";
  return moment;
}

function scanClock(c: Cursor): Clock {
  const at = c.position;
  const hour = c.twoDigits();
  let minute = 0;
  let second = 0;
  let ms = 0;
  let precision: Precision = "hour";
  if (c.take(":")) {
    minute = c.twoDigits();
    precision = "minute";
    if (c.take(":")) {
      second = c.twoDigits();
      precision = "second";
      if (isDecimalSign(c)) {
        c.position++;
        ms = scanFraction(c);
        precision = "millisecond";
      }
    }
  }
  if (hour > 24 || minute > 59 || second > 59 || (hour === 24 && minute + second + ms > 0)) c.fail("E-DATE-CLOCK", at);
  return { hour, minute, second, ms, precision };
}

const isDecimalSign = (c: Cursor): boolean => (c.peek() === "." && c.peek(1) !== ".") || (c.peek() === "," && !c.inSet);

/** Up to nine decimals of a second, as whole ms. */
function scanFraction(c: Cursor): number {
  let ms = c.digit() * 100;
  for (let unit = 10, n = 1; n < 9 && c.isDigit(); n++, unit /= 10) ms += c.digit() * unit;
  return Math.floor(ms);
}

/** `Z`, `±HH`, `±HH:MM` or `±HHMM`; null where there is none. */
function scanOffset(c: Cursor): string | null {
  if (c.take("Z")) return "UTC";
  const at = c.position;
  const minus = c.takeMinus();
  if (!minus && !c.take("+")) return null;
  const hours = c.twoDigits();
  const minutes = c.take(":") || c.isDigit() ? c.twoDigits() : 0;
  const pad = (n: number): string => String(n).padStart(2, "0");
  const offset = `${minus ? "-" : "+"}${pad(hours)}:${pad(minutes)}`;
  if (!isOffset(offset)) c.fail("E-DATE-OFFSET", at);
  return offset;
}

/** RFC 9557: the zone's name in brackets; null where there is none. */
function scanZoneName(c: Cursor): string | null {
  const at = c.position;
  if (!c.take("[")) return null;
  let name = "";
  for (; c.peek() !== "]"; c.position++) {
    if (c.peek() === "") c.fail("E-ZONE", at);
    name += c.peek();
  }
  if (!isZone(name)) c.fail("E-ZONE", at);
  c.position++;
  return name;
}
