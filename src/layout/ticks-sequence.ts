import { formatInstant } from "../locale/format-time.js";
import { isTimeOfDay } from "../model/span.js";
import { toLocal } from "../model/zone.js";
import { STEP, type Sequence, type Step } from "./sequence.js";
import type { Tick, TickOptions, TickSet } from "./ticks.js";
import { toX, type TimeAxis } from "./view.js";

/** What the wide line groups the steps by. */
type Group = "none" | "year" | "month" | "day";

/**
 * The dates of the steps, each in the middle of its own; what is shared by several stands on the wide line, from the edge
 * of the first. Where they are too many, only those are named that have room: a name is never moved to another step.
 */
export function sequenceTicks(sequence: Sequence, axis: TimeAxis, options: TickOptions): TickSet {
  const { steps, scale } = sequence;
  const first = Math.max(0, Math.floor(axis.from / STEP));
  const last = Math.min(steps.length, Math.ceil(axis.to / STEP));
  const group = groupOf(steps);
  const { measure, font } = options;
  const minor: Tick[] = [];
  const major: Tick[] = [];
  let right = -Infinity;
  let before = "";
  for (let k = first; k < last; k++) {
    const step = steps[k]!;
    const wide = wideLabel(step, group, options);
    if (wide !== before) {
      const time = scale.toTime(Math.max(axis.from, k * STEP));
      if (wide !== "") major.push({ time, label: wide, shorter: shorterOf(step, wide, options) });
      before = wide;
    }
    const label = fineLabel(step, group, options);
    const x = toX(axis, step.lo);
    const half = measure(label, font) / 2;
    const fits = label !== "" && x - half > right + 0.6 * font.size && x > axis.x0 && x < axis.x1;
    if (fits) right = x + half;
    minor.push({ time: step.lo, label: fits ? label : "" });
  }
  return { minor, major };
}

const isClock = ({ precision }: Pick<Step, "precision">): boolean => isTimeOfDay(precision);
const isYear = ({ precision: p }: Pick<Step, "precision">): boolean => /^(?:year|decade|century|millennium)$/.test(p);

/** By what several steps have in common: the day where times of day are many, otherwise the month or the year. */
function groupOf(steps: readonly Step[]): Group {
  if (steps.every(isYear)) return "none";
  const shared = (keys: readonly string[]): boolean => new Set(keys).size * 2 <= keys.length;
  const parts = steps.map((s) => toLocal(s.lo, s.zone));
  if (steps.filter(isClock).length * 2 > steps.length && shared(parts.map((p) => `${p.year} ${p.month} ${p.day}`)))
    return "day";
  const days = steps.some((s) => isClock(s) || s.precision === "day");
  if (days && shared(parts.map((p) => `${p.year} ${p.month}`))) return "month";
  return shared(parts.map((p) => String(p.year))) ? "year" : "none";
}

function wideLabel({ lo, precision, zone: own }: Step, group: Group, { locale, zone: axis }: TickOptions): string {
  if (group === "none") return "";
  const zone = isClock({ precision }) ? axis : own;
  const p = toLocal(lo, zone);
  if (group === "year" || isYear({ precision })) return locale.dates.year(p.year);
  if (group === "month" || precision === "month" || precision === "season")
    return locale.dates.monthYear(p.month - 1, p.year, "long");
  return locale.dates.dayYear(p.day, p.month - 1, p.year, "long");
}

/** The same in fewer letters: the month's short name, the year. */
function shorterOf({ lo, precision, zone: own }: Step, wide: string, { locale, zone: axis }: TickOptions): string[] {
  const { year, month } = toLocal(lo, isClock({ precision }) ? axis : own);
  const { dates } = locale;
  return [dates.monthYear(month - 1, year, "short"), dates.year(year)].filter((s) => s.length < wide.length);
}

/** What the wide line does not say. */
function fineLabel(step: Step, group: Group, { locale, zone: axis }: TickOptions): string {
  const { lo, precision } = step;
  const clock = isClock(step);
  const zone = clock ? axis : step.zone;
  const p = toLocal(lo, zone);
  const { dates } = locale;
  if (isYear(step)) return group === "none" ? formatInstant(lo, { locale, zone, style: "date", precision }) : "";
  if (precision === "season") return dates.season(Math.max(0, [3, 6, 9, 12].indexOf(p.month)), p.year);
  if (precision === "month" && group === "none") return dates.monthYear(p.month - 1, p.year, "short");
  if (precision === "month") return group === "year" ? dates.month(p.month - 1, "short", "standalone") : "";
  const time = clock ? dates.time(p.hour, p.minute) : "";
  if (group === "day") return time;
  const day =
    group === "none" ? dates.dayYear(p.day, p.month - 1, p.year, "short") : dates.day(p.day, p.month - 1, "short");
  return time === "" ? day : `${day}${locale.comma}${time}`;
}
