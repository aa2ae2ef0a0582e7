import { sameView, type View } from "../layout/view.js";
import type { Problem } from "../model/problem.js";
import type { TimelineData, TimelineEvent } from "../model/types.js";
import { paintSVG } from "../paint/svg.js";
import { draw } from "../scene/draw.js";
import type { Scene } from "../scene/types.js";
import { announcer } from "./announcer.js";
import { detailsCard, helpCard, openedText, previewCard } from "./cards.js";
import type { Display, Host, Part, Snapshot } from "./chart.js";
import { downloads } from "./downloads.js";
import type { Filter } from "./filter.js";
import { filters, matchText } from "./filters.js";
import { captionPart, figure } from "./figure.js";
import { gestures } from "./gestures.js";
import { keyboard } from "./keyboard.js";
import { known, momentOf } from "./known.js";
import { motion, prefersReducedMotion } from "./motion.js";
import { eventAt, spotOf, timeOf, type Spot } from "./navigate.js";
import type { ChartOptions, Controls } from "./options.js";
import { overview } from "./overview.js";
import { isDark, pageTheme } from "./page-theme.js";
import { picture, sceneOf } from "./picture.js";
import { pointer } from "./pointer.js";
import { exportLayout, session, type State } from "./session.js";
import { adoptStyles } from "./styles.js";
import { table } from "./table.js";
import { toolbar } from "./toolbar.js";
import { hashWith, readState, stateInHash, writeState } from "./url-state.js";

export interface ViewRange {
  /** ms */
  readonly from: number;
  readonly to: number;
}

/** A live timeline. */
export interface Chart {
  /** A `<figure>`, for the page to put where it likes; as wide as its container, and it watches that. */
  readonly element: HTMLElement;
  /** After the first complete picture, which needs a container that has a width. */
  readonly ready: Promise<void>;
  /** The window that is seen, or on its way to be. */
  readonly view: ViewRange;
  /** What is wrong with the data, and what the picture could not do. */
  readonly problems: readonly Problem[];
  /** Id of the selected event. */
  readonly selected: string | null;
  /**
   * New data, new options, or both. Options are those given before with these changed. View, focus and selection stay
   * where they still make sense.
   */
  readonly update: (change: {
    readonly data?: TimelineData | readonly TimelineEvent[] | undefined;
    readonly options?: ChartOptions | undefined;
  }) => void;
  /** More events; those there are stay as they are. */
  readonly append: (events: readonly TimelineEvent[]) => void;
  /** Shows a window; moves there unless the reader wants no motion or `animate` is false. */
  readonly setView: (view: ViewRange, options?: { readonly animate?: boolean | undefined }) => void;
  readonly select: (id: string | null) => void;
  readonly filter: (filter: Filter) => void;
  /** What is seen, as a finished SVG with title, legend and sources; options change it for this picture alone. */
  readonly toSVG: (options?: ChartOptions) => string;
  /** Takes everything away: elements, listeners, observers, timers. */
  readonly destroy: () => void;
}

const EMPTY: readonly TimelineEvent[] = [];
/** Width where nothing can be measured: no container, no observers. */
const UNMEASURED = 960;

const documentOf = (data: TimelineData | readonly TimelineEvent[]): TimelineData =>
  Array.isArray(data) ? { events: data as readonly TimelineEvent[] } : (data as TimelineData);

/**
 * A timeline that lives in a page: it can be zoomed, panned, searched and read by mouse, touch, keyboard and screen reader.
 * Its `element` is not in the page yet; events bubble from it: `eventselect`, `eventhover`, `viewchange`, `filterchange`.
 *
 * @throws TypeError where there is no document, or when `data` is neither a document nor an array of events
 * @example
 * const chart = timeline(data, { title: "Five days", laneBy: "region" });
 * container.append(chart.element);
 * await chart.ready;
 */
export function timeline(data: TimelineData | readonly TimelineEvent[], options: ChartOptions = {}): Chart {
  const doc = options.document ?? options.hydrate?.ownerDocument ?? (globalThis as { document?: Document }).document;
  if (doc === undefined)
    throw new TypeError("timeline() needs a document: on a server take renderHTML() or renderSVG()");
  if (data === null || typeof data !== "object")
    throw new TypeError("timeline() needs a document or an array of events");
  const window = doc.defaultView as (Window & typeof globalThis) | null;
  const frame = figure(doc, options.hydrate, options.idPrefix);
  const { element, h, idPrefix } = frame;
  const derive = session();
  const moving = motion();
  const key = options.stateInUrl === true ? "timeline" : options.stateInUrl === false ? undefined : options.stateInUrl;
  const shared = key === undefined ? {} : readState(stateInHash(window?.location.hash ?? "", key) ?? "");

  let state: State = {
    data: documentOf(data),
    options,
    width: 0,
    theme: pageTheme(element, options.theme, isDark(element)),
    window: shared.from === undefined ? null : { from: shared.from, to: shared.to! },
    filter: shared.filter ?? options.filter ?? {},
    display: "picture",
    selected: shared.selected ?? null,
    hovered: null,
    focused: null,
    knownAt: shared.knownAt ?? (options.asKnownAt === undefined ? null : momentOf(options.asKnownAt, documentOf(data))),
  };
  let last: Snapshot | null = null;
  let drawn: Snapshot | null = null;
  let scheduled = 0;
  let destroyed = false;
  let resolveReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => (resolveReady = resolve));

  const now = (): Snapshot => (last ??= derive({ ...state, width: state.width || options.width || UNMEASURED }));

  /** Takes over a change; the picture follows with the next frame. */
  function set(change: Partial<State>): void {
    state = { ...state, ...change };
    last = null;
    schedule();
  }
  function schedule(): void {
    if (scheduled !== 0 || destroyed || state.width === 0) return;
    if (window === null || typeof window.requestAnimationFrame !== "function") render();
    else scheduled = window.requestAnimationFrame(render);
  }
  function render(): void {
    if (scheduled !== 0) window?.cancelAnimationFrame(scheduled);
    scheduled = 0;
    if (destroyed || state.width === 0) return;
    const snapshot = now();
    const before = drawn;
    drawn = snapshot;
    for (const part of parts) part.update(snapshot, before);
    if (before === null) resolveReady();
    tell(snapshot, before);
  }

  /** Events and the address follow what is drawn. */
  function tell(snapshot: Snapshot, before: Snapshot | null): void {
    if (before !== null && !sameView(before.view, snapshot.view))
      emit("viewchange", { from: snapshot.view.from, to: snapshot.view.to });
    if (key !== undefined && before !== null) writeUrl(snapshot);
  }
  const emit = (name: string, detail: unknown): void => {
    if (window !== null) element.dispatchEvent(new window.CustomEvent(name, { bubbles: true, detail }));
  };

  let urlTimer = 0;
  function writeUrl(snapshot: Snapshot): void {
    window?.clearTimeout(urlTimer);
    urlTimer =
      window?.setTimeout(() => {
        const value = writeState({
          ...(sameView(snapshot.view, snapshot.home) ? {} : { from: snapshot.view.from, to: snapshot.view.to }),
          filter: snapshot.filter,
          ...(snapshot.selected === null ? {} : { selected: snapshot.selected }),
          ...(snapshot.knownAt === null ? {} : { knownAt: snapshot.knownAt }),
        });
        const hash = hashWith(window.location.hash, key!, value);
        if (hash !== window.location.hash)
          window.history.replaceState(
            window.history.state,
            "",
            hash === "" ? window.location.pathname + window.location.search : hash,
          );
      }, 300) ?? 0;
  }

  function setView(view: ViewRange, { animate = true }: { readonly animate?: boolean | undefined } = {}): void {
    if (!(view.to > view.from)) return;
    const from = now().view;
    moving.stop();
    state = { ...state, window: { from: view.from, to: view.to } };
    last = null;
    const to = now().view;
    state = { ...state, window: { from: to.from, to: to.to } };
    if (!animate || drawn === null || prefersReducedMotion(window) || sameView(from, to)) schedule();
    else
      moving.to(from, to, (step) => {
        state = { ...state, window: { from: step.from, to: step.to } };
        target = step === to ? null : to;
        last = null;
        render();
      });
    target = moving.moving() ? to : null;
  }
  /** Where a movement under way will end. */
  let target: View | null = null;

  const find = (id: string): { readonly index: number; readonly spot: Spot | null } => {
    const { arrangement } = now();
    const index = arrangement.timeline.events.findIndex((e) => e.id === id);
    return { index, spot: index < 0 ? null : spotOf(arrangement, index) };
  };

  const host: Host = {
    h,
    element,
    now,
    setView: (view, opts) => setView(view, opts),
    select: (id, { focus = false } = {}) => {
      const { selected } = state;
      if (id !== null) {
        const { index, spot } = find(id);
        if (index < 0) return;
        reveal(index);
        set({ selected: id, hovered: null, ...(spot === null ? {} : { focused: focusSpot(spot, index) }) });
        render();
        host.announce(
          openedText(
            now().timeline.events.find((e) => e.id === id)!,
            now(),
          ),
        );
        if (focus) element.querySelector<HTMLElement>(".datelines-card[role=dialog]")?.focus({ preventScroll: false });
      } else {
        set({ selected: null });
        render();
        if (focus && state.focused !== null) focusElement(state.focused);
      }
      if (id !== selected)
        emit("eventselect", {
          id,
          event: id === null ? null : (now().timeline.events.find((e) => e.id === id) ?? null),
        });
    },
    hover: (event) => {
      if (state.hovered === event) return;
      set({ hovered: event });
      const found = event === null ? undefined : now().arrangement.timeline.events[event];
      emit("eventhover", { id: found?.id ?? null, event: found ?? null });
    },
    focus: (spot) => {
      const index = spot === null ? undefined : eventAt(now().arrangement, spot);
      if (index !== undefined) reveal(index);
      set({ focused: spot });
      render();
      if (spot !== null) focusElement(spot);
    },
    filter: (filter) => applyFilter(filter),
    show: (display: Display) => {
      if (display === state.display) return;
      set({ display, hovered: null });
      render();
      emit("displaychange", { display });
    },
    knownAt: (moment) => {
      if (moment === state.knownAt) return;
      set({ knownAt: moment, hovered: null, focused: null });
      render();
      emit("knownchange", { knownAt: moment });
    },
    announce: (text) => live.say(text),
    toggleHelp: () => help.toggle(),
  };

  /** Keeps the lane in which the focus is, where the event stands in it too. */
  function focusSpot(spot: Spot, index: number): Spot {
    const { arrangement } = now();
    const lane = state.focused?.lane;
    const place = lane === undefined ? -1 : (arrangement.lanes[lane]?.events.indexOf(index) ?? -1);
    return lane !== undefined && place >= 0 ? { lane, place } : spot;
  }

  /** Moves the window, without changing its length, so far that an event stands in it with some air. */
  function reveal(index: number): void {
    const { arrangement, view, layout } = now();
    const { span } = arrangement.timeline.events[index]!;
    const time = timeOf(span);
    const a = span.startMin ?? span.startMax ?? time;
    const b = span.endMax ?? span.endMin ?? time;
    const length = view.to - view.from;
    const air = (24 / Math.max(1, layout.axis.x1 - layout.axis.x0)) * length;
    // Part of an extent in the window is enough; a moment needs to be in it.
    if (b > view.from + air && a < view.to - air) return;
    const from = time < view.from ? time - length * 0.25 : time - length * 0.75;
    setView({ from, to: from + length }, { animate: false });
  }

  function focusElement(spot: Spot): void {
    const found = main.elementOf(spot) ?? main.svg;
    const root = element.getRootNode() as Document | ShadowRoot;
    if (root.activeElement !== found) (found as SVGElement).focus({ preventScroll: false });
  }

  function applyFilter(filter: Filter): void {
    set({ filter, hovered: null, focused: null });
    render();
    live.say(matchText(now()));
    emit("filterchange", { filter, count: now().arrangement.events.length, total: now().timeline.events.length });
  }

  // The parts, in the order in which they stand.
  const controls: Controls =
    options.controls === false
      ? NO_CONTROLS
      : options.controls === true || options.controls === undefined
        ? {}
        : options.controls;
  const live = announcer(h);
  const main = picture(host, { svg: frame.svg, adopted: frame.adopted, idPrefix });
  const help = helpCard(host, idPrefix);
  const drawers = {
    filters: controls.filters === false ? null : filters(host),
    downloads:
      controls.download === false
        ? null
        : downloads(host, { scene: () => exported({}), svgText: () => paintSVG(exported({})) }),
  };
  const strip = controls.overview === false ? null : overview(host);
  const when = controls.known === false ? null : known(host);
  const rows = controls.table === false ? null : table(host);
  const nothing = h("div", { class: "datelines-none", hidden: true });
  const hint = h("div", { class: "datelines-wheel-hint", "aria-hidden": "true" });
  let hintTimer = 0;
  const showHint = (): void => {
    hint.textContent = now().ui.phrases.wheelHint;
    hint.classList.add("datelines-shown");
    window?.clearTimeout(hintTimer);
    hintTimer = window?.setTimeout(() => hint.classList.remove("datelines-shown"), 1200) ?? 0;
  };
  main.stage.append(hint);
  const bar =
    controls.toolbar === false
      ? null
      : toolbar(
          host,
          frame.toolbar,
          {
            filters: drawers.filters?.element ?? null,
            downloads: drawers.downloads?.element ?? null,
            help: controls.help === false ? null : help,
          },
          { table: rows !== null },
        );
  if (bar === null) frame.toolbar.remove();
  const visibility: Part = {
    update: (snapshot) => {
      const none = snapshot.arrangement.events.length === 0 && snapshot.timeline.events.length > 0;
      nothing.hidden = !none;
      if (none && nothing.childElementCount === 0)
        nothing.append(
          h("p", {}, snapshot.ui.phrases.noMatch),
          h(
            "button",
            { type: "button", class: "datelines-button", onclick: () => applyFilter({}) },
            snapshot.ui.phrases.clear,
          ),
        );
      main.stage.hidden = snapshot.display === "table";
      if (strip !== null) strip.element.hidden = snapshot.display === "table";
    },
  };
  const inOrder = [
    drawers.filters?.element,
    drawers.downloads?.element,
    help.element,
    when?.element,
    nothing,
    main.stage,
    strip?.element,
    rows?.element,
    live.element,
  ];
  const place = element.querySelector(":scope > details") ?? null;
  for (const part of inOrder) if (part !== undefined) element.insertBefore(part, place);
  const parts: readonly Part[] = [
    captionPart(host, frame),
    visibility,
    main,
    gestures(host, main.svg, showHint),
    pointer(host, main.svg, main.stage),
    keyboard(host, main.svg),
    detailsCard(host, main.stage, idPrefix),
    previewCard(host, main.stage),
    help,
    ...[drawers.filters, drawers.downloads, strip, when, rows, bar].filter((p) => p !== null),
  ];

  /** What is seen, as a picture of its own: with its title, and without frames and focus. */
  function exported(own: ChartOptions): Scene {
    const snapshot = now();
    const merged: ChartOptions = { ...state.options, ...own };
    return draw(exportLayout(snapshot, merged, own.width ?? snapshot.layout.width), {
      theme: own.theme === undefined || own.theme === "auto" ? snapshot.theme : own.theme,
      layers: merged.layers,
      idPrefix: merged.idPrefix,
    });
  }

  // Size, colour scheme and where the figure stands.
  let dropStyles: () => void = () => undefined;
  let styled: Node | null = null;
  const connect = (): void => {
    const root = element.getRootNode();
    if (window === null || root === styled || !("adoptedStyleSheets" in root)) return;
    dropStyles();
    styled = root;
    dropStyles = adoptStyles(root as Document | ShadowRoot, window);
  };
  const restyle = (): void => {
    const theme = pageTheme(element, state.options.theme, isDark(element));
    if (JSON.stringify(theme) !== JSON.stringify(state.theme)) set({ theme });
  };
  const resize = (width: number): void => {
    const rounded = Math.floor(state.options.width ?? width);
    if (rounded <= 0 || rounded === state.width) return;
    const first = state.width === 0;
    set({ width: rounded });
    // The first picture is there before the page is painted.
    if (first) {
      connect();
      restyle();
      render();
    }
  };
  const observer =
    typeof window?.ResizeObserver === "function"
      ? new window.ResizeObserver((entries) => {
          connect();
          restyle();
          resize(entries.at(-1)!.contentRect.width);
        })
      : null;
  if (observer === null) resize(options.width ?? UNMEASURED);
  else observer.observe(element);
  const scheme = typeof window?.matchMedia === "function" ? window.matchMedia("(prefers-color-scheme: dark)") : null;
  scheme?.addEventListener("change", restyle);

  return {
    element,
    ready,
    get view() {
      const { from, to } = target ?? now().view;
      return { from, to };
    },
    get problems() {
      return sceneOf(now(), idPrefix).problems;
    },
    get selected() {
      return state.selected;
    },
    update: ({ data: next, options: change }) => {
      if (next !== undefined && (next === null || typeof next !== "object"))
        throw new TypeError("update() needs a document or an array of events");
      const merged = change === undefined ? state.options : { ...state.options, ...change };
      const window = change !== undefined && ("from" in change || "to" in change) ? null : state.window;
      const moment =
        change !== undefined && "asKnownAt" in change
          ? momentOf(change.asKnownAt, next === undefined ? state.data : documentOf(next))
          : state.knownAt;
      keepFocus(() =>
        set({
          data: next === undefined ? state.data : documentOf(next),
          options: merged,
          window,
          knownAt: moment,
          hovered: null,
          ...(change?.filter === undefined ? {} : { filter: change.filter }),
          ...(change?.width === undefined ? {} : { width: Math.floor(change.width) }),
        }),
      );
      restyle();
    },
    append: (events) => {
      const { data: old } = state;
      keepFocus(() =>
        set({
          data: { ...old, events: [...(Array.isArray(old.events) ? old.events : EMPTY), ...events] },
          hovered: null,
        }),
      );
    },
    setView: (view, opts) => setView({ from: Number(view.from), to: Number(view.to) }, opts),
    select: (id) => host.select(id),
    filter: (filter) => applyFilter(filter),
    toSVG: (own = {}) => paintSVG(exported(own)),
    destroy: () => {
      if (destroyed) return;
      destroyed = true;
      moving.stop();
      if (scheduled !== 0) window?.cancelAnimationFrame(scheduled);
      window?.clearTimeout(hintTimer);
      window?.clearTimeout(urlTimer);
      live.stop();
      observer?.disconnect();
      scheme?.removeEventListener("change", restyle);
      for (const part of parts) part.destroy?.();
      dropStyles();
      element.replaceChildren();
      element.remove();
    },
  };

  /** After new data the focus and the selection are on the same events, where these still are. */
  function keepFocus(change: () => void): void {
    const before = now();
    const index = before.focused === null ? undefined : eventAt(before.arrangement, before.focused);
    const id = index === undefined ? null : before.arrangement.timeline.events[index]!.id;
    change();
    const focus = id === null ? null : find(id).spot;
    const selected = state.selected !== null && find(state.selected).index >= 0 ? state.selected : null;
    state = { ...state, focused: focus, selected };
    last = null;
  }
}

const NO_CONTROLS: Controls = {
  toolbar: false,
  overview: false,
  filters: false,
  table: false,
  download: false,
  known: false,
  help: false,
};
