import { daysFromCivil, daysInMonth, DAY_MS } from "./calendar.js";
import type { Precision, Qualifier } from "./span.js";
import type { ProblemCode } from "./problems.js";
import { fromLocal, isZone } from "./zone.js";

/**
 * A scanner for our profile of EDTF (ISO 8601-2:2019, annex A): one pass over at most 64 characters, checked against the
 * calendar, without `Date` for the years.
 */
export interface EdtfContext {
  readonly zone: string;
  readonly hemisphere: "north" | "south";
}

/** One date or moment: [min, max) in ms; equal for instants. */
export interface EdtfDate {
  readonly min: number;
  readonly max: number;
  readonly precision: Precision;
  readonly qualifier?: Qualifier;
  readonly zone: string;
  readonly clock?: "gap" | "overlap";
}

/** One end of an interval, or one member of a set. */
export type EdtfEnd =
  | { readonly is: "date"; readonly date: EdtfDate }
  | { readonly is: "within"; readonly from: EdtfDate | null; readonly to: EdtfDate | null }
  | { readonly is: "open" }
  | { readonly is: "unknown" };

export type Edtf =
  | { readonly form: "one"; readonly end: EdtfEnd }
  | { readonly form: "interval"; readonly start: EdtfEnd; readonly end: EdtfEnd };

export type EdtfResult =
  { readonly ok: true; readonly value: Edtf } | { readonly ok: false; readonly code: ProblemCode; readonly at: number };

class Failure {
  constructor(
    readonly code: ProblemCode,
    readonly at: number,
  ) {}
}

/** Reads one expression. */
export function scanEdtf(text: string, context: EdtfContext): EdtfResult {
  const s = new Scanner(text, context);
  try {
    return { ok: true, value: s.expression() };
  } catch (failure) {
    if (failure instanceof Failure) return { ok: false, code: failure.code, at: failure.at };
    throw failure;
  }
}

const QUALIFIERS: Readonly<Record<string, Qualifier>> = { "?": "uncertain", "~": "approximate", "%": "both" };
/** The farthest year, before or after now. */
export const MAX_YEAR = 14e9;

// A class only because a scanner is a position that moves.
class Scanner {
  private i = 0;
  constructor(
    private readonly s: string,
    private readonly context: EdtfContext,
  ) {}

  expression(): Edtf {
    const start = this.end();
    if (this.i === this.s.length) {
      if (start.is === "open" || start.is === "unknown") this.fail();
      return { form: "one", end: start };
    }
    if (this.s[this.i] !== "/") this.fail();
    this.i++;
    const end = this.end();
    if (this.i !== this.s.length) this.fail();
    if (start.is === "unknown" && end.is === "unknown") this.fail("E-DATE-FORMAT", 0);
    return { form: "interval", start, end };
  }

  private fail(code: ProblemCode = "E-DATE-FORMAT", at = this.i): never {
    throw new Failure(code, at);
  }

  private end(): EdtfEnd {
    const c = this.s[this.i];
    if (c === undefined || c === "/") return { is: "unknown" };
    if (c === "." && this.s[this.i + 1] === ".") {
      this.i += 2;
      return { is: "open" };
    }
    if (c === "[") return this.set();
    return { is: "date", date: this.date() };
  }

  /** `[A..B]`, `[..B]`, `[A..]`, `[A,B,C]`: one moment, somewhere in between. */
  private set(): EdtfEnd {
    this.i++;
    let from: EdtfDate | null = null;
    let to: EdtfDate | null = null;
    let openStart = false;
    let openEnd = false;
    for (let first = true; ; first = false) {
      if (this.dots()) {
        if (!first || openStart) this.fail();
        openStart = true;
      } else if (!first || openStart || this.s[this.i] === "]") {
        if (this.s[this.i] === "]") break;
      }
      const date = this.date();
      if (from === null || date.min < from.min) from = date;
      if (to === null || date.max > to.max) to = date;
      if (this.dots()) {
        if (this.s[this.i] === "]") openEnd = true;
        else {
          const last = this.date();
          if (last.max <= date.min) this.fail("E-DATE-ORDER");
          if (to === null || last.max > to.max) to = last;
        }
      }
      if (this.s[this.i] === ",") {
        this.i++;
        while (this.s[this.i] === " ") this.i++;
        continue;
      }
      break;
    }
    if (this.s[this.i] !== "]") this.fail();
    this.i++;
    if (from === null) this.fail();
    return { is: "within", from: openStart ? null : from, to: openEnd ? null : to };
  }

  private dots(): boolean {
    if (this.s[this.i] !== "." || this.s[this.i + 1] !== ".") return false;
    this.i += 2;
    return true;
  }

  private digit(): number {
    const d = this.s.charCodeAt(this.i) - 48;
    if (!(d >= 0 && d <= 9)) this.fail();
    this.i++;
    return d;
  }

  private two(): number {
    const a = this.digit();
    return a * 10 + this.digit();
  }

  private date(): EdtfDate {
    const at = this.i;
    const { year, unspecified } = this.year();
    if (unspecified > 0) {
      const step = 10 ** unspecified;
      return this.close(
        year,
        1,
        1,
        year + step,
        1,
        1,
        unspecified === 1 ? "decade" : unspecified === 2 ? "century" : "millennium",
        at,
      );
    }
    if (this.s[this.i] !== "-") return this.close(year, 1, 1, year + 1, 1, 1, "year", at);
    this.i++;
    if (this.unspecified()) {
      // "2022-XX-XX" knows no more than "2022".
      if (this.s[this.i] === "-" && !(this.i++, this.unspecified())) this.fail();
      return this.close(year, 1, 1, year + 1, 1, 1, "year", at);
    }
    const monthAt = this.i;
    const month = this.two();
    if (month >= 21 && month <= 24) return this.season(year, month, at);
    if (month < 1 || month > 12) this.fail("E-DATE-CALENDAR", monthAt);
    const [nextYear, nextMonth] = month === 12 ? [year + 1, 1] : [year, month + 1];
    if (this.s[this.i] !== "-") return this.close(year, month, 1, nextYear, nextMonth, 1, "month", at);
    this.i++;
    if (this.unspecified()) return this.close(year, month, 1, nextYear, nextMonth, 1, "month", at);
    const dayAt = this.i;
    const day = this.two();
    if (day < 1 || day > daysInMonth(year, month)) this.fail("E-DATE-CALENDAR", dayAt);
    if (this.s[this.i] === "T" || (this.s[this.i] === " " && this.isDigit(this.i + 1))) {
      this.i++;
      return this.time(year, month, day, at);
    }
    const last = day === daysInMonth(year, month);
    return last
      ? this.close(year, month, day, nextYear, nextMonth, 1, "day", at)
      : this.close(year, month, day, year, month, day + 1, "day", at);
  }

  private isDigit(i: number): boolean {
    const d = this.s.charCodeAt(i) - 48;
    return d >= 0 && d <= 9;
  }

  private unspecified(): boolean {
    if (this.s[this.i] !== "X" || this.s[this.i + 1] !== "X") return false;
    this.i += 2;
    return true;
  }

  /** Four digits, signed, `Y` and more digits; unknown last digits as X. */
  private year(): { readonly year: number; readonly unspecified: number } {
    const at = this.i;
    const long = this.s[this.i] === "Y";
    if (long) this.i++;
    let sign = 1;
    if (this.s[this.i] === "-") {
      sign = -1;
      this.i++;
    } else if (this.s[this.i] === "+" && !long) this.i++;
    let year = 0;
    let digits = 0;
    while (this.isDigit(this.i) && digits < 13) {
      year = year * 10 + this.digit();
      digits++;
    }
    let unspecified = 0;
    while (!long && this.s[this.i] === "X" && digits + unspecified < 4) {
      this.i++;
      unspecified++;
    }
    if (long ? digits < 5 : digits + unspecified !== 4 || digits === 0)
      this.fail(digits + unspecified > 4 ? "E-DATE-NUMBER" : "E-DATE-FORMAT", at);
    if (year > MAX_YEAR) this.fail("E-DATE-RANGE", at);
    const first = sign * year * 10 ** unspecified;
    // Of a negative "-019X" the first year is the one farthest back.
    return { year: sign < 0 && unspecified > 0 ? first - (10 ** unspecified - 1) : first, unspecified };
  }

  private season(year: number, month: number, at: number): EdtfDate {
    const north = [3, 6, 9, 12];
    const start = north[(month - 21 + (this.context.hemisphere === "south" ? 2 : 0)) % 4]!;
    const end = start + 3;
    return this.close(year, start, 1, end > 12 ? year + 1 : year, end > 12 ? end - 12 : end, 1, "season", at);
  }

  private time(year: number, month: number, day: number, at: number): EdtfDate {
    const clockAt = this.i;
    const hour = this.two();
    let minute = 0;
    let second = 0;
    let ms = 0;
    let precision: Precision = "hour";
    if (this.s[this.i] === ":") {
      this.i++;
      minute = this.two();
      precision = "minute";
      if (this.s[this.i] === ":") {
        this.i++;
        second = this.two();
        precision = "second";
        if ((this.s[this.i] === "." && this.s[this.i + 1] !== ".") || this.s[this.i] === ",") {
          this.i++;
          let unit = 100;
          if (!this.isDigit(this.i)) this.fail();
          for (let n = 0; this.isDigit(this.i) && n < 9; n++, unit /= 10) ms += this.digit() * unit;
          precision = "millisecond";
        }
      }
    }
    if (hour > 24 || minute > 59 || second > 59 || (hour === 24 && minute + second + ms > 0))
      this.fail("E-DATE-CLOCK", clockAt);
    const offset = this.offset();
    const zone = this.annotation(offset ?? this.context.zone);
    const {
      ms: min,
      gap,
      overlap,
    } = fromLocal({ year, month, day, hour, minute, second, ms: Math.floor(ms) }, offset ?? zone);
    const length = precision === "hour" ? 36e5 : precision === "minute" ? 6e4 : 0;
    return this.qualified(
      {
        min,
        max: min + length,
        precision,
        zone,
        ...(gap ? { clock: "gap" as const } : overlap ? { clock: "overlap" as const } : {}),
      },
      at,
    );
  }

  private offset(): string | null {
    const c = this.s[this.i];
    if (c === "Z") {
      this.i++;
      return "UTC";
    }
    if (c !== "+" && c !== "-") return null;
    const at = this.i++;
    const hours = this.two();
    let minutes = 0;
    if (this.s[this.i] === ":") {
      this.i++;
      minutes = this.two();
    } else if (this.isDigit(this.i)) minutes = this.two();
    if (hours > 18 || minutes > 59 || (hours === 18 && minutes > 0)) this.fail("E-DATE-OFFSET", at);
    return `${c}${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
  }

  /** RFC 9557: the zone's name in brackets. An offset beside it decides the instant; the name is kept. */
  private annotation(zone: string): string {
    if (this.s[this.i] !== "[") return zone;
    const close = this.s.indexOf("]", this.i);
    const id = this.s.slice(this.i + 1, close);
    if (close < 0 || !isZone(id)) this.fail("E-ZONE");
    this.i = close + 1;
    return id;
  }

  private close(
    y0: number,
    m0: number,
    d0: number,
    y1: number,
    m1: number,
    d1: number,
    precision: Precision,
    at: number,
  ): EdtfDate {
    const { zone } = this.context;
    return this.qualified({ min: midnight(y0, m0, d0, zone), max: midnight(y1, m1, d1, zone), precision, zone }, at);
  }

  private qualified(date: EdtfDate, at: number): EdtfDate {
    void at;
    const qualifier = QUALIFIERS[this.s[this.i] ?? ""];
    if (qualifier === undefined) return date;
    this.i++;
    return { ...date, qualifier };
  }
}

const midnight = (year: number, month: number, day: number, zone: string): number =>
  zone === "UTC"
    ? daysFromCivil(year, month, day) * DAY_MS
    : fromLocal({ year, month, day, hour: 0, minute: 0, second: 0, ms: 0 }, zone).ms;
