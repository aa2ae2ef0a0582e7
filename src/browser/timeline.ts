import { momentsOf, unitsIn } from "../layout/axis-scale.js";
import { sameView } from "../layout/view.js";
import type { LayoutEdit } from "../model/edits.js";
import { mistake, optionsOf } from "../model/mistake.js";
import type { Problem } from "../model/problem.js";
import type { TimelineData, TimelineDataOf, TimelineEvent, TimelineInput } from "../model/types.js";
import { momentOf } from "../model/versions.js";
import { paintSVG } from "../paint/svg.js";
import { describeWindow, draw } from "../scene/draw.js";
import type { Scene } from "../scene/types.js";
import { address } from "./address.js";
import { appended } from "./appended.js";
import type { Host, Snapshot } from "./chart.js";
import { core as makeCore, type Core } from "./core.js";
import { deferred } from "./deferred.js";
import type { Emit, EventsOf, TimelineEventMap } from "./events.js";
import { figure } from "./figure.js";
import { soundFilter, type Filter } from "./filter.js";
import { makeHost } from "./host.js";
import { movement } from "./movement.js";
import { widthIn, type ChartOptions } from "./options.js";
import { isDark, pageTheme } from "./page-theme.js";
import { makeParts, type Parts } from "./parts.js";
import { sceneOf } from "./picture.js";
import { exportLayout, type State } from "./session.js";
import { sizing } from "./sizing.js";
import { documentOf, takeOver } from "./take-over.js";

export interface ViewRange {
  /** ms; on a relative axis from day 0. */
  readonly from: number;
  readonly to: number;
}

/** What {@link Chart.setView} takes. */
export interface WantedView {
  readonly from: number | Date;
  readonly to: number | Date;
}

/**
 * A live timeline.
 *
 * @typeParam E the caller's events
 */
export interface Chart<E extends TimelineEvent = TimelineEvent> {
  /** A `<figure>`, for the page to put where it likes; as wide as its container, and it watches that. */
  readonly element: EventsOf<TimelineEventMap<E>>;
  /** After the first complete picture, which needs a container that has a width. */
  readonly ready: Promise<void>;
  /** The window that is seen, or on its way to be. */
  readonly view: ViewRange;
  /** What is wrong with the data, and what the picture could not do. */
  readonly problems: readonly Problem[];
  /** The document, with what the editor's hand has done to it here. */
  readonly data: TimelineDataOf<E>;
  /** Id of the selected event. */
  readonly selected: string | null;
  /**
   * New data, new options, or both. Options are those given before with these changed; undefined stands for the default.
   * View, filter, focus and selection stay where they still make sense, and what is the same object as before is taken for
   * unchanged: a page may well say all it wants each time.
   */
  update(change: ChartChange<E>): void;
  /** More events; those that are there stay as they are. */
  append(events: readonly E[]): void;
  /**
   * Shows a window; moves there, unless the reader wants no motion or `animate` is false. One that is empty or ends before
   * it begins changes nothing.
   */
  setView(view: WantedView, options?: { readonly animate?: boolean | undefined }): void;
  /** Opens the details of an event; null for none. An id that there is not changes nothing. */
  select(id: string | null): void;
  filter(filter: Filter): void;
  /** Ids of the lanes that are folded, or their names where the page gave these. */
  readonly folded: readonly string[];
  /** Folds these lanes and no others; they move there, unless the reader wants no motion or `animate` is false. */
  fold(folded: readonly string[], options?: { readonly animate?: boolean | undefined }): void;
  /** What the editor's hand has done here, in the order of the events first touched; they stay when data are updated. */
  edits(): readonly LayoutEdit[];
  /** What is seen, as a finished SVG with its title; options change it for this picture alone. */
  toSVG(options?: ChartOptions<E>): string;
  /** Takes everything away: elements, listeners, observers, timers. */
  destroy(): void;
}

/** What {@link Chart.update} takes. */
export interface ChartChange<E extends TimelineEvent = TimelineEvent> {
  readonly data?: TimelineInput<E> | undefined;
  readonly options?: ChartOptions<E> | undefined;
}

/**
 * A timeline that lives in a page: it can be zoomed, panned, searched and read by mouse, touch, keyboard and screen reader.
 * Its `element` is not in the page yet. Events bubble from it: `eventselect`, `eventhover`, `viewchange`, `filterchange`.
 *
 * @throws TypeError where there is no document, or when `data` is neither a document nor an array of events
 * @example
 * const chart = timeline(data, { title: "Five days", laneBy: "region" });
 * container.append(chart.element);
 * await chart.ready;
 */
export function timeline<E extends TimelineEvent>(data: TimelineInput<E>, given: ChartOptions<E> = {}): Chart<E> {
  const options = optionsOf(given, "timeline()");
  const document = documentOf(data, "timeline()");
  const doc = options.document ?? options.hydrate?.ownerDocument ?? (globalThis as { document?: Document }).document;
  if (doc === undefined)
    throw new TypeError("timeline() needs a document; on a server take renderHTML() or renderSVG()");
  if (options.hydrate && (options.hydrate as Partial<Node>).nodeType !== 1)
    throw mistake("timeline()", "an element to hydrate", options.hydrate);
  const window = doc.defaultView as (Window & typeof globalThis) | null;
  const frame = figure(doc, options.hydrate, options.idPrefix);
  const { element } = frame;
  const url = address(window, options.stateInUrl);
  const drawn = deferred();
  let destroyed = false;
  // A frame that is taken out of the page loses its own.
  const { CustomEvent } = window ?? {};
  const emit: Emit = (name, detail) => {
    if (CustomEvent !== undefined && !destroyed)
      element.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  };

  function show(now: Snapshot, before: Snapshot | null): void {
    for (const part of parts.all) part.update(now, before);
    if (before === null) drawn.resolve();
    else {
      if (!sameView(before.view, now.view))
        emit("viewchange", { ...momentsOf(now.arrangement.scale, now.view), by: core.state().by });
      url.write(now);
    }
  }
  const core: Core = makeCore(initialState(document, options, element, url.read()), window, show, drawn.reject);
  const move = movement(core, window);
  const host: Host = makeHost({
    h: frame.h,
    element,
    core,
    move,
    emit,
    say: (text) => parts.say(text),
    toggleHelp: () => parts.toggleHelp(),
    buttonOf: (lane) => parts.folds.buttonOf(lane),
    uncover: (found) => parts.dates.uncover(found),
    elementOf: (spot) => parts.picture.elementOf(spot) ?? parts.picture.svg,
  });
  const exported = (own: ChartOptions = {}): Scene =>
    exportedScene(core.now(), { ...core.state().options, folded: core.now().folded, ...own }, own);
  const parts: Parts = makeParts(host, frame, options, exported);
  const size = sizing(frame, core, window);
  /** Of appended events. */
  let mended: readonly Problem[] = [];
  /** After its end a chart does nothing. */
  const alive =
    <A extends unknown[]>(f: (...args: A) => void) =>
    (...args: A): void => {
      if (!destroyed) f(...args);
    };
  // A picture that nobody edits does not load what it takes.
  const editing =
    options.editable === true
      ? import("./edit/edit.js").then(({ edit }) => {
          if (destroyed) return;
          const part = edit(host, frame);
          parts.all.push(part);
          if (core.drawn() !== null) part.update(core.now(), null);
        })
      : null;
  const ready = editing === null ? drawn.promise : Promise.all([drawn.promise, editing]).then(() => undefined);

  return {
    element,
    ready,
    get view() {
      const now = core.now();
      return momentsOf(now.arrangement.scale, move.target() ?? now.view);
    },
    get data() {
      return core.now().data as TimelineDataOf<E>;
    },
    get problems() {
      return [...sceneOf(core.now(), frame.idPrefix).problems, ...mended];
    },
    get selected() {
      return core.state().selected;
    },
    update: alive((change) => {
      const sound = soundChange(change);
      takeOver({ core, move, emit }, sound);
      if (sound.data !== undefined) mended = [];
      size.restyle();
      size.measure();
    }),
    append: alive((events) => {
      const old = core.state().data;
      const { data, problems } = appended(old, listOf(events), core.now().timeline);
      takeOver({ core, move, emit }, { data }, old);
      if (problems.length > 0) mended = [...mended, ...problems];
    }),
    setView: alive((view, how) =>
      move.to(unitsIn(core.now().arrangement.scale, soundView(view)), { ...how, by: "page" }),
    ),
    select: alive((id) => {
      if (typeof id === "object" && id !== null) throw mistake("select()", "the id of an event, or null", id);
      host.select(id, { by: "page" });
    }),
    filter: alive((filter) =>
      host.filter(soundFilter(optionsOf(filter, "filter()", "{ category, lane, text, importance, verification }"))),
    ),
    get folded() {
      return core.now().folded;
    },
    fold: alive((folded, how) => {
      const list = (folded as readonly string[] | null | undefined) ?? [];
      if (!Array.isArray(list)) throw mistake("fold()", "a list of ids or names of lanes", folded);
      host.fold(list as readonly string[], how ?? undefined);
    }),
    edits: () => [...core.state().edits].map(([id, layout]) => ({ id, layout })),
    toSVG: (own) => paintSVG(exported(optionsOf(own, "toSVG()"))),
    destroy: () => {
      if (destroyed) return;
      destroyed = true;
      move.stop();
      core.stop();
      url.stop();
      size.stop();
      parts.stop();
      for (const part of parts.all) part.destroy?.();
      element.replaceChildren();
      element.remove();
    },
  };
}

/** Events, or one of them as a page without types may give it. */
function listOf(events: readonly TimelineEvent[]): readonly TimelineEvent[] {
  if (Array.isArray(events)) return events as readonly TimelineEvent[];
  const one: unknown = events;
  if (typeof one !== "object" || one === null || !("title" in one) || "events" in one)
    throw mistake("append()", "a list of events", events);
  return [one as TimelineEvent];
}

/** All that there is has ends, also for who asks for it by infinite ones. */
const finite = (ms: number | Date): number => Math.max(-1e300, Math.min(1e300, Number(ms)));

function soundView(view: WantedView): ViewRange {
  const { from, to } = ((view as WantedView | null) ?? {}) as Partial<WantedView>;
  for (const ms of [from, to])
    if (typeof ms !== "number" && !(Object.prototype.toString.call(ms) === "[object Date]"))
      throw mistake("setView()", "{ from, to } in ms since 1970, or as Dates", ms === undefined ? view : ms);
  return { from: finite(from!), to: finite(to!) };
}

/** A change that says neither what the data are nor the options is a mistake, such as the data themselves. */
function soundChange<E extends TimelineEvent>(change: ChartChange<E>): ChartChange {
  if (typeof change !== "object" || (change as unknown) === null)
    throw mistake("update()", "{ data, options }", change);
  const { data, options } = change;
  if (Array.isArray(change) || Object.keys(change).some((name) => name !== "data" && name !== "options"))
    throw mistake("update()", "{ data, options }", change);
  return { data, options: optionsOf(options, "update()") } as ChartChange;
}

function initialState(
  data: TimelineData,
  options: ChartOptions,
  element: HTMLElement,
  shared: ReturnType<ReturnType<typeof address>["read"]>,
): State {
  const { from, to } = shared;
  return {
    data,
    options,
    width: 0,
    theme: pageTheme(element, options.theme, isDark(element)),
    window: from === undefined || to === undefined ? null : { from, to },
    filter: shared.filter ?? soundFilter(options.filter),
    display: "picture",
    selected: shared.selected ?? null,
    hovered: null,
    focused: null,
    reading: null,
    attended: false,
    moving: false,
    by: "page",
    knownAt: shared.knownAt ?? momentOf(options.asKnownAt, data),
    folded: shared.folded ?? null,
    foldedAtOnce: true,
    laneFocus: null,
    edits: new Map(),
  };
}

const MM_PER_PX = 25.4 / 96;

/** What is seen, as a picture of its own: with its title, and without frames and focus. In mm it is one for print. */
function exportedScene(now: Snapshot, options: ChartOptions, own: ChartOptions): Scene {
  const { theme, width, unit } = own;
  const print = unit === "mm";
  const length = width ?? (print ? Math.round(now.layout.width * MM_PER_PX) : (widthIn(options) ?? now.layout.width));
  const layout = exportLayout(now, { ...options, unit: print ? "mm" : "px" }, own, length);
  const scene = draw(layout, {
    theme: theme === undefined || theme === "auto" ? (print ? "print" : now.theme) : theme,
    layers: options.layers,
    idPrefix: options.idPrefix,
  });
  return { ...scene, description: describeWindow(layout) };
}
