import type { Locale } from "../locale/types.js";
import { formatNumber } from "../locale/phrases.js";
import { formatInstant } from "../locale/format-time.js";
import { civilFromDays, daysFromCivil, DAY_MS } from "../model/calendar.js";
import { fromLocal, toLocal } from "../model/zone.js";
import { midnight, startOfUnit } from "./calendar-steps.js";
import type { Font, TextMeasurer } from "./text.js";
import { apart } from "./ticks-apart.js";

export interface Tick {
  /** ms */
  readonly time: number;
  readonly label: string;
  /** The same in fewer letters, for want of room; longest first. */
  readonly shorter?: readonly string[];
  /** What the label would rather say where it alone has the room: the year, at the first month and in January. */
  readonly rather?: readonly string[];
  /** Label and shorter forms with the year, of the day that is to say it: the first with room, and New Year's. */
  readonly year?: readonly string[];
}

/** Two lines of dates: the wide units and, under them, the fine ones. Either may be empty. */
export interface TickSet {
  readonly major: readonly Tick[];
  readonly minor: readonly Tick[];
}

export interface TickOptions {
  readonly from: number;
  readonly to: number;
  /** Of the axis, in the picture's units. */
  readonly width: number;
  readonly zone: string;
  readonly locale: Locale;
  readonly measure: TextMeasurer;
  readonly font: Font;
  readonly majorFont: Font;
  /** The year that stands over the axis, in the line of what was known: days need not say it again. */
  readonly yearSaid?: number | undefined;
}

export type Unit = "ms" | "second" | "minute" | "hour" | "day" | "month" | "year";
export type Step = readonly [Unit, number];

/** Days. */
const HALF_MONTH = 15;

const STEPS: readonly Step[] = [
  ["ms", 1],
  ["ms", 10],
  ["ms", 100],
  ["second", 1],
  ["second", 5],
  ["second", 15],
  ["second", 30],
  ["minute", 1],
  ["minute", 5],
  ["minute", 15],
  ["minute", 30],
  ["hour", 1],
  ["hour", 3],
  ["hour", 6],
  ["hour", 12],
  ["day", 1],
  ["day", 2],
  ["day", 7],
  ["day", HALF_MONTH],
  ["month", 1],
  ["month", 3],
  ["month", 6],
  ["year", 1],
];
export const MOST = 50;
export const LENGTH: Readonly<Record<Unit, number>> = {
  ms: 1,
  second: 1e3,
  minute: 6e4,
  hour: 36e5,
  day: DAY_MS,
  month: 30.44 * DAY_MS,
  year: 365.2425 * DAY_MS,
};
/** Beyond this many years dates are round numbers of years, no longer of a calendar. */
export const DEEP_YEARS = 2e5;

/**
 * Dates for an axis: fine ticks as close as their measured labels allow, wide ones at the next unit of the calendar. In
 * the axis's own zone, so that days begin at local midnight whatever the clock did; at most 50 of each.
 */
export function ticks(options: TickOptions): TickSet {
  const { from, to, width } = options;
  if (!(to > from) || !(width > 0)) return { major: [], minor: [] };
  const years = (to - from) / LENGTH.year;
  if (years > DEEP_YEARS) return { major: [], minor: deepTicks(options) };
  for (const step of steps(years)) {
    const expected = (to - from) / (LENGTH[step[0]] * step[1]);
    if (expected > MOST * 0.9 || expected * 8 > width * 1.2) continue;
    if (step[0] === "day" && !yearFits(options)) continue;
    const minor = timesOf(step, options).map((time) => ({ time, label: minorLabel(time, step, options) }));
    if (minor.length > MOST || !apart(minor, along(options), options)) continue;
    return { minor, major: majorTicks(step, options) };
  }
  return { major: [], minor: [] };
}

export function* steps(years: number): Generator<Step> {
  yield* STEPS;
  for (let k = 1; k < years * 10; k *= 10) for (const n of [2, 5, 10]) yield ["year", k * n];
}

/** Whether a month has room for its name and its year, somewhere in the window: else nothing would say the year. */
function yearFits({ from, to, width, locale, measure, majorFont }: TickOptions): boolean {
  const { year } = toLocal(from, "UTC");
  const room = Math.min(1, LENGTH.month / (to - from)) * width - 0.3 * majorFont.size;
  for (let m = 0; m < 12; m++) if (measure(locale.dates.monthYear(m, year, "short"), majorFont) > room) return false;
  return true;
}

/** Where a time stands from the beginning of the window. */
const along =
  ({ from, to, width }: TickOptions) =>
  (time: number): number =>
    ((time - from) / (to - from)) * width;

/** The boundaries of a step inside the window, in local time. */
export function timesOf([unit, n]: Step, { from, to, zone }: TickOptions): number[] {
  const out: number[] = [];
  const add = (ms: number): boolean => {
    if (ms > to || out.length > MOST + 1) return false;
    if (ms >= from && ms !== out.at(-1)) out.push(ms);
    return true;
  };
  const start = toLocal(from, zone);
  if (unit === "year") {
    // There was no year 0: round years before our era are 600 and 400 BC, -599 and -399 here, and the era begins with 1.
    const years = (k: number): number => k * n + (n > 1 && k <= 0 ? 1 : 0);
    for (let k = Math.floor((start.year - 1) / n); ; k++) {
      // Of years by twos and fives 1 is too near to the next round one to stand beside it.
      if (k === 0 && n > 1 && n < 10) continue;
      if (!add(midnight(years(k), 1, 1, zone))) return out;
    }
  }
  if (unit === "month") {
    for (let m = Math.floor((start.year * 12 + start.month - 1) / n) * n; ; m += n) {
      if (!add(midnight(Math.floor(m / 12), (((m % 12) + 12) % 12) + 1, 1, zone))) return out;
    }
  }
  const day = daysFromCivil(start.year, start.month, start.day);
  if (unit === "day") {
    // Half months, as one says them: no weekday tells where a fortnight begins.
    if (n === HALF_MONTH)
      for (let m = start.year * 12 + start.month - 1; ; m++)
        for (const d of [1, 15])
          if (!add(midnight(Math.floor(m / 12), (((m % 12) + 12) % 12) + 1, d, zone))) return out;
    // Weeks begin on Mondays: 1970-01-05 was one.
    for (let d = n % 7 === 0 ? Math.floor((day - 4) / n) * n + 4 : Math.floor(day / n) * n; ; d += n)
      if (!add(dayStart(d, zone))) return out;
  }
  const step = LENGTH[unit] * n;
  if (unit === "hour") {
    // Counted from each local midnight, so that a day of 23 hours still shows 06, 12 and 18.
    for (let d = day; ; d++) {
      const c = civilFromDays(d);
      for (let h = 0; h < 24; h += n)
        if (!add(fromLocal({ ...c, hour: h, minute: 0, second: 0, ms: 0 }, zone).ms)) return out;
    }
  }
  for (let t = Math.floor(from / step) * step; ; t += step) if (!add(t)) return out;
}

const dayStart = (days: number, zone: string): number => {
  const c = civilFromDays(days);
  return midnight(c.year, c.month, c.day, zone);
};

export function minorLabel(time: number, [unit]: Step, { zone, locale }: TickOptions): string {
  const p = toLocal(time, zone);
  const two = (n: number): string => String(n).padStart(2, "0");
  const number = (n: number): string => formatNumber(n, locale);
  switch (unit) {
    case "ms":
      return `.${String(p.ms).padStart(3, "0")}`;
    case "second":
      return `${locale.dates.time(p.hour, p.minute)}:${two(p.second)}`;
    case "minute":
    case "hour":
      return locale.dates.time(p.hour, p.minute);
    case "day":
      return number(p.day);
    case "month":
      return locale.dates.month(p.month - 1, "short", "standalone");
    case "year":
      return locale.dates.year(p.year);
  }
}

/** The unit of the wide line over a step: days over hours, months over days, years over months; none over years. */
export const wideOver = ([unit]: Step): Unit | null =>
  unit === "year" ? null : unit === "month" ? "year" : unit === "day" ? "month" : "day";

/** The wide line over a step; its first unit begins where the window does, or before. */
function majorTicks(step: Step, options: TickOptions): Tick[] {
  const { from, zone } = options;
  const wide = wideOver(step);
  if (wide === null) return [];
  const inside = timesOf([wide, 1], options);
  const first = startOfUnit(wide, from, zone);
  const times = inside[0] === first ? inside : [first, ...inside];
  // What is left of a month before the first boundary may have no room for its name: then the next one says the year.
  const cramped =
    wide === "month" && times.length > 1 && isCramped(times[1]!, wideTick(first, wide, true, false, options), options);
  const out = times
    .filter((t) => t < options.to)
    .map((time, i) => wideTick(time, wide, i === 0 || (i === 1 && cramped), false, options));
  return wide === "day" ? withYears(out, options) : out;
}

/** Days of which one says the year, where nothing else does. */
function withYears(days: Tick[], options: TickOptions): Tick[] {
  const { from, to, width, zone, measure, majorFont, yearSaid } = options;
  const toX = (ms: number): number => ((Math.max(from, ms) - from) / (to - from)) * width;
  let said = yearSaid;
  return days.map((tick, i) => {
    const { year } = toLocal(tick.time, zone);
    if (year === said) return tick;
    const { label, shorter } = wideTick(tick.time, "day", false, true, options);
    const forms = [label, ...shorter!.slice(0, 2)];
    const room = toX(days[i + 1]?.time ?? to) - toX(tick.time) - 0.3 * majorFont.size;
    if (measure(forms[2]!, majorFont) > room) return tick;
    said = year;
    return { ...tick, year: forms };
  });
}

function isCramped(next: number, { rather }: Tick, { from, to, width, measure, majorFont }: TickOptions): boolean {
  const room = ((next - from) / (to - from)) * width;
  return room < measure(rather!.at(-1)!, majorFont) + 0.3 * majorFont.size;
}

/**
 * A tick of the wide line.
 *
 * @param first whether it is the first there
 * @param withYear whether days say theirs
 */
export function wideTick(
  time: number,
  wide: Unit,
  first: boolean,
  withYear: boolean,
  { zone, locale }: Pick<TickOptions, "zone" | "locale">,
): Tick {
  const p = toLocal(time, zone);
  const { dates } = locale;
  if (wide === "year") return { time, label: dates.year(p.year) };
  if (wide === "month") {
    const long = dates.monthYear(p.month - 1, p.year, "long");
    const short = dates.monthYear(p.month - 1, p.year, "short");
    const word = dates.month(p.month - 1, "short", "standalone");
    // The year is said once, and where it changes; all labels have as many forms.
    return p.month === 1 || first
      ? { time, label: long, shorter: [short, word], rather: [long, short] }
      : { time, label: dates.month(p.month - 1, "long", "standalone"), shorter: [word, word] };
  }
  const day = formatInstant(time, { locale, zone, style: "date", ...(withYear ? {} : { omitYear: p.year }) });
  const short = withYear ? dates.dayYear(p.day, p.month - 1, p.year, "short") : dates.day(p.day, p.month - 1, "short");
  return {
    time,
    label: `${dates.weekday(p.weekday, "long")}${locale.comma}${day}`,
    shorter: [
      `${dates.weekday(p.weekday, "short")}${locale.comma}${short}`,
      short,
      withYear ? dates.monthYear(p.month - 1, p.year, "short") : formatNumber(p.day, locale),
    ],
  };
}

/** Millions and billions of years: round numbers of years before now. */
function deepTicks(options: TickOptions): Tick[] {
  const { from, to, locale, zone } = options;
  const span = (to - from) / LENGTH.year;
  for (let k = 10 ** Math.floor(Math.log10(span) - 1.5); ; k *= 10) {
    for (const n of [1, 2, 5]) {
      const step = k * n;
      if (span / step > MOST * 0.9) continue;
      const list: Tick[] = [];
      const zero = Date2000;
      for (let y = Math.floor((zero - to) / LENGTH.year / step) * step; y <= (zero - from) / LENGTH.year; y += step) {
        const time = zero - y * LENGTH.year;
        if (time < from || time > to) continue;
        list.push({
          time,
          label:
            y === 0 ? locale.dates.year(2000) : formatInstant(time, { locale, zone, style: "date", precision: "year" }),
        });
      }
      list.reverse();
      if (apart(list, along(options), options)) return list;
    }
  }
}
const Date2000 = 946684800000;
