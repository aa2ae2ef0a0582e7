import type { Arrangement } from "./arrange.js";
import type { ColorClass } from "./colors.js";
import type { PackedLane } from "./lane-items.js";
import type { Density } from "./layout.js";
import type { TimeAxis } from "./view.js";

export type LaneDensity = Omit<Density, "y0" | "y1">;

/**
 * Exact counts, by colour, of the events that are neither labelled nor numbered, in columns over time. An extent counts
 * where its mark begins. All lanes share one scale, so that their columns can be compared.
 */
export function densityOf(
  packed: readonly PackedLane[],
  rest: readonly (readonly number[])[],
  { timeline, colors, type }: Arrangement,
  axis: TimeAxis,
): (LaneDensity | null)[] {
  const count = Math.max(1, Math.floor((axis.x1 - axis.x0) / (0.5 * type.em)));
  const width = (axis.x1 - axis.x0) / count;
  let most = 0;
  const lanes = packed.map((lane, i) => {
    const events = rest[i] ?? [];
    if (events.length === 0) return null;
    const bins = new Map<number, Map<ColorClass, number>>();
    for (const index of events) {
      const mark = lane.marks.get(index)!;
      const x = mark.form === "bar" ? mark.x0 : mark.c0;
      const bin = Math.min(count - 1, Math.max(0, Math.floor((x - axis.x0) / width)));
      const color = colors.classOf(timeline.events[index]!);
      const parts = bins.get(bin) ?? new Map<ColorClass, number>();
      parts.set(color, (parts.get(color) ?? 0) + 1);
      bins.set(bin, parts);
    }
    const rank = new Map(colors.classes.map((c, k) => [c, k]));
    const columns = [...bins]
      .sort((a, b) => a[0] - b[0])
      .map(([bin, parts]) => {
        const sorted = [...parts]
          .sort((a, b) => (rank.get(a[0]) ?? 0) - (rank.get(b[0]) ?? 0))
          .map(([color, n]) => ({ color, count: n }));
        const total = sorted.reduce((s, p) => s + p.count, 0);
        most = Math.max(most, total);
        return { x0: axis.x0 + bin * width, x1: axis.x0 + (bin + 1) * width, parts: sorted, count: total };
      });
    return { total: events.length, events: [...events].sort((a, b) => a - b), bins: columns };
  });
  return lanes.map((lane) => (lane === null ? null : { ...lane, most }));
}
