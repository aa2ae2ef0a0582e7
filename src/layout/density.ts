import type { Arrangement } from "./arrange.js";
import type { ColorClass } from "./colors.js";
import type { PackedLane } from "./lane-items.js";
import type { Density } from "./layout.js";
import type { TimeAxis } from "./view.js";

/** Counts of a lane that does not know its height; `most` is the fullest bin of the whole picture. */
export type LaneDensity = Omit<Density, "y0" | "y1" | "unit"> & { readonly most: number };

/**
 * Exact counts, by colour, of the events that are neither labelled nor numbered, in columns over time. An extent counts
 * where its mark begins. All lanes share one scale, so that their columns can be compared.
 */
export function densityOf(
  packed: readonly PackedLane[],
  rest: readonly (readonly number[])[],
  { colors, type, unit, timeline }: Arrangement,
  axis: TimeAxis,
): (LaneDensity | null)[] {
  const count = Math.max(1, Math.floor((axis.x1 - axis.x0) / (0.5 * type.em)));
  const width = (axis.x1 - axis.x0) / count;
  // On screen columns begin and end with whole pixels, so that they are all as sharp.
  const edge = (bin: number): number => (unit === "px" ? Math.round(axis.x0 + bin * width) : axis.x0 + bin * width);
  const classes = colors.classes.length > 0 ? colors.classes : [colors.plain];
  const kinds = classes.length;
  const counts = new Uint32Array(count * kinds);
  const totals = new Uint32Array(count);
  const counted = new Uint8Array(timeline.events.length);
  let most = 0;
  const lanes = packed.map((lane, i) => {
    const events = rest[i] ?? [];
    if (events.length === 0) return null;
    counts.fill(0);
    totals.fill(0);
    for (let e = 0; e < events.length; e++) {
      const index = events[e]!;
      const mark = lane.marks[index]!;
      counted[index] = 1;
      const x = mark.form === "bar" ? mark.x0 : mark.c0;
      const bin = Math.min(count - 1, Math.max(0, Math.floor((x - axis.x0) / width)));
      const { index: kind } = colors.classOf(index);
      // The class of the others comes last.
      counts[bin * kinds + (kind < 0 ? kinds - 1 : kind)]!++;
      totals[bin]!++;
    }
    const columns: LaneDensity["bins"][number][] = [];
    for (let bin = 0; bin < count; bin++) {
      const total = totals[bin]!;
      if (total === 0) continue;
      let parts: readonly { color: ColorClass; count: number }[] = NO_PARTS;
      for (let k = 0, left = total; left > 0; k++) {
        const n = counts[bin * kinds + k]!;
        if (n === 0) continue;
        const part = { color: classes[k]!, count: n };
        // Mostly one: engines keep room for sixteen in a list that is pushed to.
        parts = left === total ? [part] : [...parts, part];
        left -= n;
      }
      most = Math.max(most, total);
      columns.push({ x0: edge(bin), x1: edge(bin + 1), parts, count: total });
    }
    // Those of a lane are in order.
    const inOrder = lane.lane.events.filter((index) => counted[index] === 1);
    for (let e = 0; e < events.length; e++) counted[events[e]!] = 0;
    return { total: events.length, events: inOrder, bins: columns };
  });
  return lanes.map((lane) => (lane === null ? null : { ...lane, most }));
}

const NO_PARTS: readonly never[] = [];
