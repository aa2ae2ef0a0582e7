import type { MarkGeometry } from "../mark.js";
import type { TimeAxis } from "../view.js";
import type { VerticalColumn, VerticalFrame } from "./frame.js";
import type { VerticalLabel } from "./label.js";
import { anchorOf, type VerticalPeriod } from "./periods.js";
import { columnsOf, inStack, stackedLabel, stackedPeriod } from "./rank.js";
import { stack } from "./stack.js";
import { stems, type StemRoom } from "./stems.js";

/** An event of a column whose label is to be shown. */
export interface Shown {
  readonly i: number;
  readonly mark: MarkGeometry;
  readonly label: VerticalLabel;
  /** y beside which the label would like to stand. */
  readonly anchor: number;
}

/**
 * All that have room between the edges of the plot: names of periods give way to events; of what began before the window,
 * and of the rest, the first go.
 */
export function withRoom(
  shown: readonly Shown[],
  periods: readonly VerticalPeriod[],
  { events, numbered }: VerticalColumn,
  { gap }: VerticalFrame,
  axis: TimeAxis,
): {
  readonly fit: readonly Shown[];
  readonly over: readonly Shown[];
  readonly named: readonly VerticalPeriod[];
} {
  let used = shown.reduce((s, { label }) => s + label.height + gap, -gap);
  const room = axis.x1 - axis.x0 + 1;
  if (used <= room) {
    const named = periods.filter(({ height }) => {
      if (used + height + gap > room) return false;
      used += height + gap;
      return true;
    });
    return { fit: shown, over: [], named };
  }
  const rank = new Map(events.order.map((i, k) => [i, k]));
  const weight = ({ i, mark }: Shown): number =>
    (numbered.has(i) ? 1e9 : 0) + (mark.start === "torn" ? 1e8 : 0) + (rank.get(i) ?? 1e7);
  const over = new Set<Shown>();
  for (const s of [...shown].sort((p, q) => weight(q) - weight(p))) {
    if (used <= room) break;
    over.add(s);
    used -= s.label.height + gap;
  }
  return { fit: shown.filter((s) => !over.has(s)), over: [...over], named: [] };
}

/**
 * y at which lines leave their marks, in the order of the labels, so that no two cross: the line of a bar leaves it a little
 * after its beginning, but not after what follows.
 */
export function inTurn(
  fit: readonly Shown[],
  named: readonly VerticalPeriod[],
  axis: TimeAxis,
  at: ArrayLike<number>,
  em: number,
): { readonly labels: readonly number[]; readonly names: ReadonlyMap<VerticalPeriod, number> } {
  const all = [
    ...fit.map(({ i, mark, anchor }, k) => {
      const free = mark.form === "bar" ? mark : { x0: anchor, x1: anchor };
      return { i, at: at[i]!, anchor, lo: free.x0, hi: free.x1, k };
    }),
    ...named.map((p, k) => {
      const anchor = anchorOf(p, axis, em);
      return {
        i: -1,
        at: p.from,
        anchor,
        lo: Math.min(anchor, axis.x0 + (p.from < axis.from ? 0 : Infinity)),
        hi: anchor,
        k,
      };
    }),
  ].sort(inStack);
  let next = Infinity;
  const found = all.map((a) => a.anchor);
  for (let s = all.length - 1; s >= 0; s--) next = found[s] = Math.max(all[s]!.lo, Math.min(found[s]!, next));
  let last = -Infinity;
  for (let s = 0; s < all.length; s++) last = found[s] = Math.max(found[s]!, Math.min(last, all[s]!.hi));
  const labels = new Array<number>(fit.length).fill(0);
  const names = new Map<VerticalPeriod, number>();
  all.forEach(({ i, k }, s) => {
    if (i < 0) names.set(named[k]!, found[s]!);
    else labels[k] = found[s]!;
  });
  return { labels, names };
}

/** Tops of the labels, and of names of periods: as they stand among all of this scale, and inside of the plot. */
export function topsOf(
  fit: readonly Shown[],
  named: readonly VerticalPeriod[],
  column: VerticalColumn,
  { gap, em }: VerticalFrame,
  axis: TimeAxis,
  scale: number,
): { readonly tops: readonly number[]; readonly names: ReadonlyMap<VerticalPeriod, number> } {
  const free = column.freeAt?.(scale);
  const { at } = column.events;
  const labels = fit.map(({ i, label, anchor, mark }, k) => {
    const known = mark.start === "torn" ? undefined : free?.get(i);
    const stacked = stackedLabel(label, anchor);
    const wish = known === undefined ? stacked.wish : known + axis.x0 - axis.from * scale;
    return { ...stacked, wish, i, at: at[i]!, k, period: null };
  });
  const all = [
    ...labels,
    ...named.map((p) => ({ ...stackedPeriod(p, anchorOf(p, axis, em)), i: -1, at: p.from, k: -1, period: p })),
  ].sort(inStack);
  const found = stack(columnsOf(all), gap, { from: axis.x0, to: axis.x1 });
  const tops = new Array<number>(fit.length).fill(0);
  const names = new Map<VerticalPeriod, number>();
  all.forEach(({ k, period }, s) => {
    if (period === null) tops[k] = found[s]!;
    else names.set(period, found[s]!);
  });
  return { tops, names };
}

/** x of the stems of labels, and of names of periods. */
export function stemsOf(
  fit: readonly Shown[],
  named: readonly VerticalPeriod[],
  { anchors, tops, names }: { readonly anchors: ReturnType<typeof inTurn> } & ReturnType<typeof topsOf>,
  at: ArrayLike<number>,
  room: StemRoom,
): { readonly labels: readonly (number | null)[]; readonly names: ReadonlyMap<VerticalPeriod, number | null> } {
  const all = [
    ...fit.map(({ i, label }, k) => ({
      i,
      at: at[i]!,
      anchor: anchors.labels[k]!,
      beside: tops[k]! + label.ahead,
      set: (x: number | null) => void (labels[k] = x),
    })),
    ...named.map((p) => ({
      i: -1,
      at: p.from,
      anchor: anchors.names.get(p)!,
      beside: names.get(p)! + p.ahead,
      set: (x: number | null) => void found.set(p, x),
    })),
  ].sort(inStack);
  const labels = new Array<number | null>(fit.length).fill(null);
  const found = new Map<VerticalPeriod, number | null>();
  stems(all, room).forEach((x, s) => all[s]!.set(x));
  return { labels, names: found };
}
