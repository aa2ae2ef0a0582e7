import { ahead } from "./ahead.js";
import { announcer } from "./announcer.js";
import { detailsCard, helpCard, previewCard } from "./cards.js";
import type { Host, Part } from "./chart.js";
import { hide, setAttribute, setText } from "./dom.js";
import { downloads } from "./downloads.js";
import { captionPart, type Figure } from "./figure.js";
import { isEmptyFilter } from "./filter.js";
import { filters, matchText } from "./filters.js";
import { foldMotion } from "./fold-motion.js";
import { folds, type Folds } from "./folds.js";
import { gestures } from "./gestures.js";
import { keyboard } from "./keyboard.js";
import { known } from "./known.js";
import { list } from "./list.js";
import type { ChartOptions, Controls } from "./options.js";
import { overview } from "./overview.js";
import { picture, type Picture } from "./picture.js";
import { pointer } from "./pointer.js";
import { stickyDays } from "./sticky-days.js";
import { stickyDates, type StickyDates } from "./sticky-dates.js";
import { figureCard } from "./reading.js";
import { table } from "./table.js";
import { toolbar } from "./toolbar.js";
import { touch } from "./touch.js";
import { wheelHint } from "./wheel-hint.js";
import type { Scene } from "../scene/types.js";

const NONE: Controls = {
  toolbar: false,
  overview: false,
  filters: false,
  table: false,
  download: false,
  known: false,
  help: false,
};

/** All parts of a chart, in its figure, in the order in which they stand. */
export interface Parts {
  readonly all: Part[];
  readonly picture: Picture;
  readonly folds: Folds;
  readonly dates: StickyDates;
  readonly say: (text: string) => void;
  readonly toggleHelp: () => void;
  readonly stop: () => void;
}

/**
 * @param exported what a reader takes along
 */
export function makeParts(host: Host, frame: Figure, options: ChartOptions, exported: () => Scene): Parts {
  const { h, element, idPrefix } = frame;
  const wanted: Controls =
    options.controls === false
      ? NONE
      : typeof options.controls !== "object" || options.controls === null
        ? {}
        : options.controls;
  const live = announcer(h);
  const main = picture(host, frame);
  const help = helpCard(host, idPrefix);
  const filterPart = wanted.filters === false ? null : filters(host);
  const downloadPart = wanted.download === false ? null : downloads(host, exported);
  const strip = wanted.overview === false ? null : overview(host, frame.overview);
  const when = wanted.known === false ? null : known(host, frame.known);
  const rows = wanted.table === false ? null : table(host);
  const dates = stickyDates(host, main.svg, main.stage, idPrefix);
  const shut = folds(host, main.stage);
  const hint = wheelHint(host, main.stage);
  const seen = partSeen(host);
  const drawers = {
    filters: filterPart,
    downloads: downloadPart,
    help: wanted.help === false ? null : help,
  };
  const bar = wanted.toolbar === false ? null : toolbar(host, frame.toolbar, drawers, { table: rows !== null });
  if (bar === null) frame.toolbar.remove();
  const all = list(host, element.querySelector<HTMLDetailsElement>(":scope > details"));
  // Before what is there already, which stays where it is: a picture that is taken over does not move.
  for (const part of [filterPart, downloadPart, help])
    if (part !== null) (frame.known ?? frame.stage).before(part.element);
  if (when === null) frame.known?.remove();
  else if (frame.known === null) frame.stage.before(when.element);
  frame.stage.before(seen.element);
  if (strip === null) frame.overview?.remove();
  frame.stage.after(...[strip, rows, all, live].filter((p) => p !== null).map((p) => p.element));
  const display: Part = {
    update: ({ display, timeline: { events, series } }) => {
      hide(main.stage, display === "table");
      // Of nothing there is no whole time.
      const nothing = events.length === 0 && series.length === 0;
      if (strip !== null) hide(strip.element, display === "table" || nothing);
    },
  };
  const parts = [
    captionPart(host, frame),
    display,
    main,
    foldMotion(main.svg, main.stage),
    shut,
    dates,
    stickyDays(host, main.stage),
    gestures(host, main.svg, hint.show),
    touch(host, main.svg),
    pointer(host, main.svg, main.stage, dates.covers),
    keyboard(host, main.svg),
    detailsCard(host, main.stage, idPrefix),
    previewCard(host, main.stage),
    figureCard(host, main.stage),
    seen,
    help,
    filterPart,
    downloadPart,
    strip,
    when,
    rows,
    all,
    bar,
    hint,
    ahead(element.ownerDocument.defaultView),
  ];
  return {
    all: parts.filter((p) => p !== null),
    picture: main,
    folds: shut,
    dates,
    say: live.say,
    toggleHelp: bar?.toggleHelp ?? help.toggle,
    stop: live.stop,
  };
}

/** Never a dead end: where nothing matches, or not all is shown, that is said, and the way back is there. */
function partSeen(host: Host): Part & { readonly element: HTMLElement } {
  const { h } = host;
  const text = h("p");
  const clear = h("button", { type: "button", class: "datelines-button", onclick: () => host.filter({}) });
  const element = h("div", { hidden: true }, text, clear);
  return {
    element,
    update: (now) => {
      const { filter, timeline, arrangement, ui } = now;
      hide(element, timeline.events.length === 0 || isEmptyFilter(filter));
      if (element.hidden) return;
      setAttribute(element, "class", arrangement.events.length === 0 ? "datelines-none" : "datelines-some");
      setText(text, matchText(now));
      setText(clear, ui.phrases.clear);
    },
  };
}
