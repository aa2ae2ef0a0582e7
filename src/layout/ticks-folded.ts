import { startOfUnit } from "./calendar-steps.js";
import { breaksOf, type BreakLayout } from "./breaks.js";
import { dateWords } from "./date-words.js";
import type { Folded, Stretch } from "./folded.js";
import { apart } from "./ticks-apart.js";
import {
  DEEP_YEARS,
  LENGTH,
  minorLabel,
  MOST,
  steps,
  ticks,
  timesOf,
  wideOver,
  wideTick,
  type Tick,
  type TickOptions,
  type TickSet,
  type Unit,
} from "./ticks.js";
import { toX, unitsAt, type TimeAxis } from "./view.js";

/**
 * Dates for an axis with breaks: one step for all its stretches, which have one scale, and none inside a break. The wide
 * line begins anew, with its year, after each break; it may run over the break that follows.
 */
export function foldedTicks(folded: Folded, axis: TimeAxis, options: TickOptions): TickSet {
  const seen = visible(folded, axis);
  const even = seen.filter((s) => s.only === null);
  const narrow = seen.filter((s) => s.only !== null).map((s) => onlyTick(s, options));
  const breaks = breaksOf(folded, axis, options);
  const length = even.reduce((s, { from, to }) => s + to - from, 0);
  const years = length / LENGTH.year;
  if (even.length === 0) return { major: narrow, minor: [] };
  if (years > DEEP_YEARS)
    return {
      major: narrow,
      minor: clear(
        even.flatMap((s) => deep(s, axis, options)),
        breaks,
        axis,
        options,
      ),
    };
  for (const step of steps(years)) {
    if (length / (LENGTH[step[0]] * step[1]) > MOST * 0.9) continue;
    const times = even.flatMap((s) => timesOf(step, { ...options, ...s }));
    if (times.length > MOST) continue;
    const minor = times.map((time) => ({ time, label: minorLabel(time, step, options) }));
    if (!apart(minor, (time) => toX(axis, time), options)) continue;
    const wide = wideOver(step);
    const major = wide === null ? [] : even.flatMap((s) => wideTicks(s, wide, axis, options));
    return { minor: clear(minor, breaks, axis, options), major: [...major, ...narrow].sort((a, b) => a.time - b.time) };
  }
  return { major: narrow, minor: [] };
}

/** The parts of the stretches in the window, in ms. */
function visible({ stretches, scale }: Folded, axis: TimeAxis): Stretch[] {
  const from = scale.toTime(unitsAt(axis, axis.x0));
  const to = scale.toTime(unitsAt(axis, axis.x1));
  return stretches
    .map((s) => ({ ...s, from: Math.max(from, s.from), to: Math.min(to, s.to) }))
    .filter((s) => s.to > s.from);
}

const deep = ({ from, to }: Stretch, axis: TimeAxis, options: TickOptions): readonly Tick[] =>
  ticks({ ...options, from, to, width: toX(axis, to) - toX(axis, from) }).minor;

/** A stretch that is there for one date, known to a month or a year: that date, no days within it. */
function onlyTick({ from, only }: Stretch, { locale }: TickOptions): Tick {
  const [label = "", ...shorter] = dateWords(only!, locale);
  return { time: from, label, shorter, rather: [label, ...shorter] };
}

function wideTicks({ from, to }: Stretch, wide: Unit, axis: TimeAxis, options: TickOptions): Tick[] {
  const { zone, measure, majorFont } = options;
  const inside = timesOf([wide, 1], { ...options, from, to }).filter((t) => t < to);
  const first = startOfUnit(wide, from, zone);
  const opening = { ...wideTick(first, wide, true, true, options), time: from };
  // What is left of a day before the first midnight may have no room for its date: then the next one says the year.
  const least = measure(opening.shorter?.at(-1) ?? opening.label, majorFont) + majorFont.size * 0.3;
  const second = inside[0];
  const cramped = second !== undefined && toX(axis, second) - toX(axis, from) < least;
  const rest = inside
    .filter((t) => t !== first)
    .map((t, i) => wideTick(t, wide, cramped && i === 0, cramped && i === 0, options));
  return cramped ? rest : [opening, ...rest];
}

/** Without those that the name of a break would meet. */
function clear(
  list: readonly Tick[],
  breaks: readonly BreakLayout[],
  axis: TimeAxis,
  { measure, font }: TickOptions,
): Tick[] {
  return list.filter((t) => {
    const x = toX(axis, t.time);
    const half = (measure(t.label, font) + font.size) / 2;
    return !breaks.some((b) => b.nameX !== null && Math.abs(b.nameX - x) < b.width / 2 + half);
  });
}
