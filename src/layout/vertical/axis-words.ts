import { toLocal } from "../../model/zone.js";
import { capital } from "../../locale/phrases.js";
import type { Arrangement } from "../arrange.js";
import { paragraph } from "../flow.js";
import type { TextBlock } from "../layout.js";
import type { TickSet } from "../ticks.js";
import { lineHeight } from "../typography.js";

/** Where a vertical axis says what it counts, over all columns. */
export interface AxisWordsRoom {
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly height: number;
}

const NONE: TextBlock = { lines: [], height: 0 };
const MOST_LINES = 2;

/**
 * What a relative axis counts, and from what, or the year of its days: over the axis, since the column of the dates has no
 * room for it. The unit follows the window; where the longer words would be cut the unit stands alone.
 */
export function axisWords({ major }: TickSet, room: AxisWordsRoom, arrangement: Arrangement): TextBlock {
  const { scale, type, timeline, locale } = arrangement;
  const tick = scale.relative === null ? major.find((t) => t.year !== undefined) : major[0];
  if (tick === undefined) return NONE;
  const words =
    scale.relative === null
      ? [locale.dates.year(toLocal(tick.time, timeline.zone).year)]
      : [tick.label, ...(tick.shorter ?? [])];
  const sets = words.map(capital).map((text) => {
    const box = { x: room.x0, y: room.y, width: room.x1 - room.x0 };
    return paragraph(text, type.major, "axis", box, arrangement);
  });
  return sets.find((s) => s.height <= room.height + 0.01) ?? (scale.relative === null ? NONE : sets.at(-1)!);
}

/** Two lines where one is too little for the window that opens; nothing on an axis that tells its dates. */
export function axisWordsHeight(
  ticks: TickSet,
  { x0, x1 }: Pick<AxisWordsRoom, "x0" | "x1">,
  arrangement: Arrangement,
): number {
  const line = lineHeight(arrangement.type.major, arrangement.type);
  const { lines } = axisWords(ticks, { x0, x1, y: 0, height: MOST_LINES * line }, arrangement);
  return lines.length * line;
}
