import type { Arrangement } from "../arrange.js";
import { byImportance } from "../importance.js";
import { labelText, type LabelContext } from "../label-text.js";
import type { CountedLane } from "../ranked-counts.js";
import { labelledMark } from "../ranked.js";
import type { TimeSpan } from "../../model/span.js";
import { reachOf, type Reach } from "../reach.js";
import type { ColumnLanes } from "./columns.js";
import { FAN } from "./stems.js";
import { verticalLabel, type VerticalLabel, type VerticalLabelOptions } from "./label.js";

/** The events of a column: where their marks stand at every scale, and their labels, set when asked for. */
export interface ColumnEvents extends ColumnLanes, CountedLane {
  readonly left: Float64Array;
  readonly right: Float64Array;
  /** The time beside which each label would like to stand. */
  readonly at: Float64Array;
  /** Places of events that may be labelled, most important first. */
  readonly order: readonly number[];
  /** Places of those that the editor hid. */
  readonly hidden: readonly number[];
  readonly reachAt: (i: number) => Reach;
  /** The time of an event, and the moment of publication, in units of the axis, as its lane counts them. */
  readonly spanAt: (i: number) => TimeSpan;
  readonly asOfAt: (i: number) => number | null;
  readonly labelOf: (i: number, options: VerticalLabelOptions) => VerticalLabel;
}

export function columnEvents(
  column: ColumnLanes,
  { timeline, colors, type, view, scale }: Arrangement,
  weights: Float64Array,
  words: LabelContext,
): ColumnEvents {
  const { events } = column.lane;
  const n = events.length;
  const numbers = (): Float64Array => new Float64Array(n);
  const [a, b, left, right, at, min] = [numbers(), numbers(), numbers(), numbers(), numbers(), numbers()];
  const kind = new Uint8Array(n);
  const kinds = colors.classes.length > 0 ? colors.classes : [colors.plain];
  const kindOf = new Map(kinds.map((c, k) => [c, k]));
  const hidden: number[] = [];
  const spanAt = (i: number): TimeSpan => scale.spanIn(timeline.events[events[i]!]!.span, column.laneOf(i));
  const asOfAt = (i: number): number | null =>
    timeline.asOf === null ? null : scale.edgeIn(timeline.asOf, column.laneOf(i));
  for (let i = 0; i < n; i++) {
    const { status, layout } = timeline.events[events[i]!]!;
    const span = spanAt(i);
    const reach = reachOf(span, status, asOfAt(i), type.em * 0.4);
    a[i] = reach.a;
    b[i] = reach.b;
    left[i] = reach.left;
    right[i] = reach.right;
    at[i] = span.kind === "during" ? (reach.a === -Infinity ? reach.b : reach.a) : (reach.a + reach.b) / 2;
    kind[i] = kindOf.get(colors.classOf(events[i]!)) ?? 0;
    if (layout.hide === true) hidden.push(i);
  }
  min.fill(Infinity);
  const reachAt = (i: number): Reach => ({ a: a[i]!, b: b[i]!, left: left[i]!, right: right[i]! });
  return {
    ...column,
    events,
    a,
    b,
    left,
    right,
    at,
    min,
    kind,
    hidden,
    order: [...byImportance(events, weights)].filter((i) => timeline.events[events[i]!]!.layout.hide !== true),
    reachAt,
    spanAt,
    asOfAt,
    labelOf: (i, options) => {
      const event = timeline.events[events[i]!]!;
      const text = labelText(event, labelledMark(event, reachAt(i), view), words);
      return verticalLabel(text, event, column.tagOf(i), options);
    },
  };
}

/** Places of those whose labels stand beside one moment with so many others that they share a stem. */
export function crowdedOf({ at, order, reachAt }: ColumnEvents): ReadonlySet<number> {
  const moments = new Map<string, number[]>();
  for (const i of order) {
    // The line of an extent leaves it elsewhere than that of a moment.
    const { a, b } = reachAt(i);
    const key = `${at[i]!} ${at[i] === a && b > a}`;
    const known = moments.get(key);
    if (known === undefined) moments.set(key, [i]);
    else known.push(i);
  }
  return new Set([...moments.values()].filter((m) => m.length >= FAN).flat());
}

/** Events in order of the times beside which their labels stand: not quite that of their beginnings. */
export const inOrder = (at: ArrayLike<number>, places: readonly number[]): number[] =>
  [...places].sort((p, q) => at[p]! - at[q]! || p - q);
