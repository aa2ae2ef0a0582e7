import { UNIT_MS, type LengthUnit } from "../locale/lengths.js";
import { count, fill, formatNumber } from "../locale/phrases.js";
import type { Locale } from "../locale/types.js";
import type { Timeline } from "../model/resolved.js";
import type { RelativeTo } from "./options.js";
import { apart } from "./ticks-apart.js";
import { MOST, type Tick, type TickOptions, type TickSet } from "./ticks.js";
import { xOf, type TimeAxis } from "./view.js";

const STEPS: readonly (readonly [LengthUnit, readonly number[]])[] = [
  ["seconds", [1, 5, 15, 30]],
  ["minutes", [1, 5, 15, 30]],
  ["hours", [1, 3, 6, 12]],
  ["days", [1, 2, 5, 10]],
  ["weeks", [1, 2, 4, 8]],
  ["months", [1, 2, 3, 6]],
];

/** Longer windows are told in larger units, though these would have room: nobody counts 156 hours. */
const MOST_OF: Partial<Record<LengthUnit, number>> = {
  seconds: 120,
  minutes: 180,
  hours: 72,
  days: 100,
  weeks: 52,
  months: 36,
};

/** "−2, −1, 0, +1 days": how far each lane is from its day 0. */
export function relativeTicks(axis: TimeAxis, options: TickOptions, to: RelativeTo, timeline: Timeline): TickSet {
  const { from, to: end, locale } = options;
  if (!(end > from) || !(options.width > 0)) return { major: [], minor: [] };
  for (const [unit, n] of steps(end - from)) {
    const step = UNIT_MS[unit] * n;
    if ((end - from) / UNIT_MS[unit] > (MOST_OF[unit] ?? Infinity)) continue;
    if ((end - from) / step > MOST * 0.9) continue;
    const minor: Tick[] = [];
    for (let k = Math.ceil(from / step); k * step <= end; k++)
      minor.push({ time: k * step, label: signed(k * n, locale) });
    if (!apart(minor, (time) => xOf(axis, time), options, 1)) continue;
    return { minor, major: [{ time: from, ...axisWords(unit, to, timeline, locale) }] };
  }
  return { major: [], minor: [] };
}

function* steps(length: number): Generator<readonly [LengthUnit, number]> {
  for (const [unit, list] of STEPS) for (const n of list) yield [unit, n];
  for (let k = 1; k * UNIT_MS.years < length * 10; k *= 10) for (const n of [1, 2, 5]) yield ["years", k * n];
}

/** A number with its sign; zero has none. */
export const signed = (n: number, locale: Locale): string =>
  n === 0 ? formatNumber(0, locale) : `${n < 0 ? "−" : "+"}${formatNumber(Math.abs(n), locale)}`;

const UNITS: readonly LengthUnit[] = ["years", "months", "weeks", "days", "hours", "minutes"];
const unitOf = (length: number): LengthUnit => UNITS.find((u) => length >= 4 * UNIT_MS[u]) ?? "seconds";

/** The unit in which a window of a length is told, in words. */
export const unitWord = (length: number, { words: { phrases } }: Locale): string => phrases[UNIT_WORDS[unitOf(length)]];

/** "−3 days": how far a place is from day 0, in units of which a window of a length holds a few at least. */
export function relativeWords(at: number, length: number, locale: Locale): string {
  const unit = unitOf(length);
  const n = Math.round(at / UNIT_MS[unit]);
  const said = count(locale.words.counted[unit], Math.abs(n), locale);
  return n === 0 ? said : `${n < 0 ? "−" : "+"}${said}`;
}

const UNIT_WORDS = {
  seconds: "unitSeconds",
  minutes: "unitMinutes",
  hours: "unitHours",
  days: "unitDays",
  weeks: "unitWeeks",
  months: "unitMonths",
  years: "unitYears",
} as const;

/** "days from the first event of each lane", or the unit alone. */
function axisWords(
  unit: LengthUnit,
  to: RelativeTo,
  timeline: Timeline,
  locale: Locale,
): Pick<Tick, "label" | "shorter"> {
  const word = locale.words.phrases[UNIT_WORDS[unit]];
  return { label: fill(originWords(to, timeline, locale), { unit: word }), shorter: [word] };
}

/** What the lanes count from, with the unit still to be said. */
export function originWords(to: RelativeTo, { categories }: Timeline, { words: { phrases } }: Locale): string {
  if (to === "first") return phrases.relativeFirst;
  if ("events" in to) return phrases.relativeChosen;
  return fill(phrases.relativeCategory, { unit: "{unit}", category: categories.get(to.category)?.name ?? to.category });
}
