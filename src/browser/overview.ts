import { inSentences } from "../locale/phrases.js";
import { brushX, type D3BrushEvent } from "./d3.js";
import { select } from "d3-selection";
import { fill } from "../locale/phrases.js";
import { within, zoomed, panned } from "../layout/view.js";
import type { Host, Part, Snapshot } from "./chart.js";
import { svgElement } from "./dom.js";
import { ZOOM_STEP } from "./keyboard.js";
import { letGo } from "./let-go.js";
import { endWords } from "./end-words.js";
import { placeIn } from "./navigate.js";

const HEIGHT = 44;
const TOP = 2;
const BOTTOM = HEIGHT - 16;

/** The whole time in one strip, how many events fall where, and the window in it: dragged, resized, or moved by keys. */
export function overview(host: Host, found: HTMLElement | null): Part & { readonly element: HTMLElement } {
  const doc = host.element.ownerDocument;
  const element = found ?? host.h("div", { class: "datelines-overview" });
  for (const [name, value] of [
    ["role", "slider"],
    ["tabindex", "0"],
    ["aria-orientation", "horizontal"],
    ["aria-valuemin", "0"],
    ["aria-valuemax", "100"],
  ] as const)
    element.setAttribute(name, value);
  const svg = svgElement(doc, "svg", { "aria-hidden": "true", direction: "ltr" });
  const picture = svgElement(doc, "g");
  const brushed = svgElement(doc, "g");
  svg.append(picture, brushed);
  element.append(svg);
  const target = select<SVGGElement, unknown>(brushed);
  let own = false;
  let dragging = false;
  /** What the strip shows. It stays while the window in it is held: what moves is the window. */
  let span: Range | null = null;

  // Of the chart's own window, not of a global one: the document may be another's.
  const touches = (): boolean => (host.element.ownerDocument.defaultView?.navigator.maxTouchPoints ?? 0) > 0;
  const brush = brushX<unknown>()
    .touchable(touches)
    .on("start brush end", (event: D3BrushEvent<unknown>) => {
      if (own) return;
      dragging = event.type !== "end";
      if (event.type === "start") return;
      const now = host.now();
      const { from, to } = span ?? rangeOf(now);
      const width = now.layout.width;
      const time = (x: number): number =>
        from + ((now.arrangement.direction === "rtl" ? width - x : x) / width) * (to - from);
      const selection = event.selection as readonly [number, number] | null;
      if (selection === null) {
        // A click beside the window: the window goes there.
        if (event.type !== "end" || event.sourceEvent === undefined || event.sourceEvent === null) return;
        const box = svg.getBoundingClientRect();
        const source = event.sourceEvent as MouseEvent | TouchEvent;
        const { clientX } = "changedTouches" in source ? source.changedTouches[0]! : source;
        const middle = time(clientX - box.left);
        const half = (now.view.to - now.view.from) / 2;
        host.setView({ from: middle - half, to: middle + half });
        moveBrush(now, { from, to });
        return;
      }
      const [a, b] = selection.map(time) as [number, number];
      host.setView({ from: Math.min(a, b), to: Math.max(a, b) }, { animate: false });
    });

  function moveBrush(now: Snapshot, span: Range): void {
    const { width } = now.layout;
    const x = (ms: number): number => {
      const at = ((ms - span.from) / (span.to - span.from)) * width;
      return Math.min(width, Math.max(0, now.arrangement.direction === "rtl" ? width - at : at));
    };
    const [a, b] = [x(now.view.from), x(now.view.to)].sort((p, q) => p - q) as [number, number];
    // A window too short to be seen is still a window to take hold of.
    const least = 6;
    const middle = (a + b) / 2;
    own = true;
    target.call(brush.move, b - a < least ? [middle - least / 2, middle + least / 2] : [a, b]);
    own = false;
  }

  element.addEventListener("keydown", (event) => {
    const now = host.now();
    const rtl = now.arrangement.direction === "rtl";
    const forward = rtl ? "ArrowLeft" : "ArrowRight";
    const back = rtl ? "ArrowRight" : "ArrowLeft";
    const { view, limits } = now;
    const moves: Readonly<Record<string, () => { readonly from: number; readonly to: number }>> = {
      [forward]: () => panned(view, 0.1),
      [back]: () => panned(view, -0.1),
      ArrowUp: () => panned(view, 0.1),
      ArrowDown: () => panned(view, -0.1),
      PageUp: () => panned(view, 1),
      PageDown: () => panned(view, -1),
      Home: () => within({ ...view, from: limits.from, to: limits.from + view.to - view.from }, limits),
      End: () => within({ ...view, from: limits.to - (view.to - view.from), to: limits.to }, limits),
      "+": () => zoomed(view, ZOOM_STEP),
      "=": () => zoomed(view, ZOOM_STEP),
      "-": () => zoomed(view, 1 / ZOOM_STEP),
      "0": () => now.home,
    };
    const move = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
    if (move === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    host.setView(move());
  });

  return {
    element,
    update: (now, before) => {
      const { width } = now.layout;
      const was = span;
      const range = dragging && was !== null ? was : rangeOf(now);
      span = range;
      const changed = was?.from !== range.from || was.to !== range.to || before?.layout.width !== width;
      if (changed || before?.arrangement !== now.arrangement || before.theme !== now.theme) {
        svg.setAttribute("width", String(width));
        svg.setAttribute("height", String(HEIGHT));
        picture.replaceChildren(...drawn(now, range, doc));
      }
      if (changed) {
        brush.extent([
          [0, TOP],
          [width, BOTTOM],
        ]);
        target.call(brush);
      }
      if (changed || before?.view !== now.view) {
        if (!dragging) moveBrush(now, range);
        describe(element, now);
      }
      if (before === null || before.ui !== now.ui)
        element.setAttribute(
          "aria-label",
          inSentences([now.ui.phrases.overview, now.ui.phrases.overviewHelp], now.locale),
        );
    },
    destroy: () => {
      own = true;
      if (dragging) letGo(doc.defaultView, "brush");
      target.on(".brush", null);
    },
  };
}

function describe(element: HTMLElement, now: Snapshot): void {
  const { view, limits, ui } = now;
  element.setAttribute("aria-valuetext", fill(ui.phrases.windowSays, endWords(view, now)));
  const share = ((view.from + view.to) / 2 - limits.from) / (limits.to - limits.from);
  element.setAttribute("aria-valuenow", String(Math.round(share * 100)));
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** What the strip shows: all there is, or, where outliers would squash it, the opening window with some air. */
function rangeOf({ limits, home, view }: Snapshot): Range {
  const whole = limits.to - limits.from;
  if ((home.to - home.from) / whole > 0.08) return limits;
  const air = (home.to - home.from) * 0.3;
  const near = { from: Math.max(limits.from, home.from - air), to: Math.min(limits.to, home.to + air) };
  return view.from < near.from || view.to > near.to ? limits : near;
}

/** Columns of all events over the strip, and two dates. */
function drawn(now: Snapshot, span: Range, doc: Document): SVGElement[] {
  const { arrangement, layout, theme } = now;
  const { width } = layout;
  const bins = Math.max(1, Math.floor(width / 4));
  const counts = new Uint32Array(bins);
  const add = (index: number, lane: string): void => {
    const at = (placeIn(arrangement, index, lane) - span.from) / (span.to - span.from);
    if (at >= 0 && at <= 1) counts[Math.min(bins - 1, Math.floor(at * bins))]!++;
  };
  if (arrangement.scale.relative === null) for (const index of arrangement.events) add(index, "");
  else for (const { id, events } of arrangement.lanes) for (const index of events) add(index, id);
  const most = counts.reduce((m, n) => Math.max(m, n), 1);
  const rtl = arrangement.direction === "rtl";
  const step = width / bins;
  let d = "";
  counts.forEach((n, i) => {
    if (n === 0) return;
    const height = Math.max(2, (n / most) * (BOTTOM - TOP - 4));
    const x = rtl ? width - (i + 1) * step : i * step;
    d += `M${x.toFixed(1)} ${BOTTOM}v${(-height).toFixed(1)}h${Math.max(1.5, step - 1).toFixed(1)}v${height.toFixed(1)}z`;
  });
  const make = (
    name: "line" | "path" | "text",
    attributes: Readonly<Record<string, string>>,
    text = "",
  ): SVGElement => {
    const element = svgElement(doc, name, attributes);
    element.textContent = text;
    return element;
  };
  // Where time is left out the strip is torn too.
  const breakSigns = (arrangement.scale.folded?.breaks ?? []).flatMap((b) => {
    const at = (units: number): number => {
      const x = ((units - span.from) / (span.to - span.from)) * width;
      return rtl ? width - x : x;
    };
    return [at(b.a), at(b.b)].map((x) =>
      make("path", {
        d: `M${(x + 1.5).toFixed(1)} ${TOP + 2}l-3 7l3 7l-3 7l3 7`,
        fill: "none",
        stroke: theme.muted,
      }),
    );
  });
  const ends = endWords(span, now, "day");
  const label = (text: string, atStart: boolean): SVGElement =>
    make(
      "text",
      {
        x: atStart !== rtl ? "0" : String(width),
        y: String(HEIGHT - 3),
        // The strip runs left to right whatever is written; a date's words and figures stand in their own order.
        direction: arrangement.direction,
        "text-anchor": atStart ? "start" : "end",
        "font-size": "11",
        fill: theme.muted,
      },
      text,
    );
  return [
    make("line", { x1: "0", x2: String(width), y1: String(BOTTOM), y2: String(BOTTOM), stroke: theme.laneRule }),
    make("path", { d, fill: theme.muted }),
    ...breakSigns,
    label(ends.from, true),
    label(ends.to, false),
  ];
}
