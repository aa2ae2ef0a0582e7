import { arrangeTimeline, resolveFor, resolveOptions, type Arrangement } from "../layout/arrange.js";
import { momentsOf, unitsIn, type AxisScale } from "../layout/axis-scale.js";
import type { Layout } from "../layout/layout.js";
import type { LayoutOptions } from "../layout/options.js";
import { placeRanked } from "../layout/place-ranked.js";
import { isVertical } from "../layout/vertical/orientation.js";
import { placeVertical } from "../layout/vertical/place.js";
import { within, type View, type ViewLimits } from "../layout/view.js";
import { ui as english } from "../locale/ui.en.js";
import type { UiWords } from "../locale/types.js";
import { resolver } from "../model/resolve-more.js";
import { withEdits, type Edits } from "../model/edits.js";
import type { ResolvedEvent, Timeline } from "../model/resolved.js";
import type { TimelineData } from "../model/types.js";
import type { Theme } from "../scene/theme.js";
import type { Display, Snapshot } from "./chart.js";
import { groupOf } from "./folding.js";
import { filterOf, isEmptyFilter, type Filter } from "./filter.js";
import { limitsOf } from "./limits.js";
import type { Spot } from "./navigate.js";
import type { ChartOptions } from "./options.js";
import type { Reading } from "./reading.js";

/** What a chart is told; everything else follows from it. */
export interface State {
  readonly data: TimelineData;
  /** What `data` is with more events; undefined where it is something else. */
  readonly grownFrom?: TimelineData | undefined;
  readonly options: ChartOptions;
  /** px of the container. */
  readonly width: number;
  readonly theme: Theme;
  /** In ms (on a relative axis from day 0); null: the window with which the picture opens. */
  readonly window: { readonly from: number; readonly to: number } | null;
  /** Whether the window is on its way: what takes long waits until it rests. */
  readonly moving: boolean;
  /** Who moved it last. */
  readonly by: Mover;
  readonly filter: Filter;
  readonly display: Display;
  readonly selected: string | null;
  readonly hovered: number | null;
  readonly focused: Spot | null;
  readonly reading: Reading | null;
  readonly attended: boolean;
  readonly knownAt: number | null;
  /** Ids or names of lanes that are folded; null: as the options say. */
  readonly folded: readonly string[] | null;
  /** Whether lanes were folded without a movement. */
  readonly foldedAtOnce: boolean;
  /** Id of the lane whose button has the keyboard's focus, or would get it. */
  readonly laneFocus: string | null;
  /** What the editor's hand has done here, by the ids of the events. */
  readonly edits: Edits;
}

/** Who moves a window: somebody who reads it, or the page's own code. */
export type Mover = "reader" | "page";

function place(arrangement: Arrangement, view: View, selected?: number, before?: Arrangement, moving?: Layout): Layout {
  if (isVertical(arrangement, view.width)) return placeVertical(arrangement, view, selected);
  return placeRanked(arrangement, view, selected, before, moving);
}

const NONE: readonly string[] = [];
type Folded = readonly string[] | undefined;

/** Remembers the last result of a function, as long as it is asked with the same arguments. */
function remembered<A extends readonly unknown[], R>(f: (...args: A) => R): (...args: A) => R {
  let last: { readonly args: A; readonly result: R } | null = null;
  return (...args) => {
    if (last === null || !args.every((a, i) => Object.is(a, last!.args[i]))) last = { args, result: f(...args) };
    return last.result;
  };
}

/** Derives snapshots from states; of what does not change between two of them nothing is made again. */
export function session(): (state: State) => Snapshot {
  const resolved = resolver();
  const latest = ({ data, options, grownFrom }: State): Timeline => resolved(data, resolveOptions(options), grownFrom);
  const earlier = remembered((data: TimelineData, options: ChartOptions, knownAt: number) =>
    resolveFor(data, { ...resolveOptions(options), asKnownAt: knownAt }),
  );
  // The window with which the picture opens is that of the whole story, whatever is shown of it.
  const whole = remembered((timeline: Timeline, options: ChartOptions, width: number, folded: Folded): Arrangement =>
    arrangeTimeline(timeline, { ...layoutOptions(options, width), folded }),
  );
  const part = remembered(
    (
      timeline: Timeline,
      options: ChartOptions,
      filter: Filter,
      { home, scale }: { home: View; scale: AxisScale },
      laneBy: Arrangement["laneBy"],
      folded: Folded,
    ) => {
      const { colorBy = "category" } = options;
      const passes = filterOf(filter, { timeline, laneBy, nested: options.nested, colorBy });
      const { from, to } = momentsOf(scale, home);
      const { filter: first, ...rest } = layoutOptions(options, home.width);
      const both =
        passes && typeof first === "function" ? (e: ResolvedEvent) => first(e) && passes(e) : (passes ?? first);
      const own = { ...rest, folded, from, to, ...(both && { filter: both }) };
      return arrangeTimeline(timeline, own, scale);
    },
  );
  const opening = remembered((home: View, scale: AxisScale) => ({ home, scale }));
  const limited = remembered((whole: Arrangement, home: View): ViewLimits => limitsOf(whole, home));
  const worded = remembered((locale: Arrangement["locale"], own: ChartOptions["words"]): UiWords => {
    const ui = locale.ui ?? english;
    return own?.ui === undefined ? ui : { ...ui, phrases: { ...ui.phrases, ...own.ui } };
  });
  const edited = remembered(withEdits);
  const seen = remembered((from: number, to: number, width: number): View => ({ from, to, width }));
  const linked = remembered(selectedIn);
  let before: Arrangement | undefined;
  /** The last layout in which arrows have found their ways, and of which event. */
  let routed: { readonly layout: Layout; readonly selected: number | undefined } | null = null;
  const placed = remembered(
    (arrangement: Arrangement, view: View, selected: number | undefined, moving: boolean): Layout => {
      const same = routed?.layout.arrangement === arrangement && routed.selected === selected;
      const kept = moving && same ? routed!.layout : undefined;
      const layout = place(arrangement, view, selected, before, kept);
      before = arrangement;
      if (kept === undefined) routed = { layout, selected };
      return layout;
    },
  );

  return (state) => {
    const { options, width, knownAt, filter, edits } = state;
    const data = edited(state.data, edits);
    const story = latest({ ...state, data });
    const folded = state.folded ?? options.folded;
    const first = whole(story, options, width, folded);
    const { view: home, scale } = first;
    const timeline = knownAt === null ? story : earlier(data, options, knownAt);
    const all = timeline === story && isEmptyFilter(filter);
    const arrangement = all ? first : part(timeline, options, filter, opening(home, scale), first.laneBy, folded);
    const limits = limited(first, home);
    const inside = within(state.window === null ? home : { ...home, ...unitsIn(scale, state.window) }, limits);
    const view = seen(inside.from, inside.to, home.width);
    return {
      data,
      options,
      timeline,
      arrangement,
      layout: placed(arrangement, view, linked(arrangement, state.selected), state.moving),
      view,
      moving: state.moving,
      home,
      limits,
      locale: arrangement.locale,
      ui: worded(arrangement.locale, options.words),
      theme: state.theme,
      filter,
      display: state.display,
      selected: state.selected,
      hovered: state.hovered,
      focused: state.focused,
      reading: state.reading,
      attended: state.attended,
      knownAt,
      folded: folded ?? NONE,
      foldedByReader: state.folded !== null,
      foldedAtOnce: state.foldedAtOnce,
      laneFocus: groupOf(arrangement, state.laneFocus)?.id ?? null,
      edits,
    };
  };
}

/** The index of the selected event where it has links: without any the most important ones of all stay to be seen. */
function selectedIn({ timeline: { events } }: Arrangement, id: string | null): number | undefined {
  if (id === null) return undefined;
  const index = events.findIndex((e) => e.id === id);
  if (index < 0) return undefined;
  return events[index]!.links.length > 0 || events.some((e) => e.links.some((l) => l.to === id)) ? index : undefined;
}

/**
 * The layout of what is seen, with its heading, for a picture that leaves the page.
 *
 * @param own options of this picture alone, which are among `options`
 */
export function exportLayout(
  { data, timeline: seen, knownAt, arrangement, view, home }: Snapshot,
  options: ChartOptions,
  own: ChartOptions,
  width: number,
): Layout {
  const { filter } = arrangement.options;
  const given = (...names: readonly (keyof ChartOptions)[]): boolean => names.some((name) => own[name] !== undefined);
  const timeline = given("locale", "zone", "asKnownAt", "tracks", "periods")
    ? resolveFor(data, { ...resolveOptions(options), asKnownAt: own.asKnownAt ?? knownAt ?? undefined })
    : seen;
  const windowed = given("from", "to");
  const { from, to } = momentsOf(arrangement.scale, windowed ? view : home);
  const all: LayoutOptions = {
    ...layoutOptions(options, width),
    unit: options.unit,
    heading: true,
    from: own.from ?? from,
    to: own.to ?? to,
    ...(filter && { filter }),
  };
  const scale = given("timeScale", "relativeTo", "laneBy", "locale") ? undefined : arrangement.scale;
  const whole = arrangeTimeline(timeline, all, scale);
  return place(whole, windowed || given("timeScale") ? whole.view : { ...view, width: whole.view.width });
}

/** The options of the layout of a live picture. */
function layoutOptions(options: ChartOptions, width: number): LayoutOptions {
  const { filter, layers, ...rest } = options;
  const own = typeof filter === "function" ? { filter } : {};
  return { ...rest, ...own, width, unit: "px", zoomable: true, heading: false };
}
