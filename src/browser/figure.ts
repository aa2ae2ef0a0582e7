import { mistake } from "../model/mistake.js";
import { describeTimeline } from "../scene/describe.js";
import type { Host, Part, Snapshot } from "./chart.js";
import { maker, setText, svgElement, type Make } from "./dom.js";

/** The elements of a figure, made anew or taken from one that `renderHTML` wrote. */
export interface Figure {
  readonly element: HTMLElement;
  readonly h: Make;
  readonly caption: HTMLElement;
  readonly toolbar: HTMLElement;
  /** What holds the picture, and what lies over it. */
  readonly stage: HTMLElement;
  /** The place that a server kept for the strip of the whole time. */
  readonly overview: HTMLElement | null;
  /** The place that it kept for going through what was known when. */
  readonly known: HTMLElement | null;
  readonly svg: SVGSVGElement;
  /** Whether the picture was there already. */
  readonly adopted: boolean;
  readonly idPrefix: string;
}

/** Numbers of the charts of a document that have no prefix of their own. */
const numbers = new WeakMap<Document, number>();

function nextPrefix(doc: Document): string {
  for (let n = (numbers.get(doc) ?? 0) + 1; ; n++) {
    const prefix = n === 1 ? "datelines" : `datelines-${n}`;
    if (doc.getElementById(`${prefix}-heading`) !== null) continue;
    numbers.set(doc, n);
    return prefix;
  }
}

/** A new, detached figure; or a server's, whose parts stay where they are. */
export function figure(doc: Document, hydrate: HTMLElement | null | undefined, wished: string | undefined): Figure {
  const h = maker(doc);
  if (hydrate) {
    const inside = hydrate.localName === "figure" ? null : hydrate.querySelector<HTMLElement>("figure.datelines");
    const element = inside ?? hydrate;
    const found = partsOf(element);
    if (found === null) throw mistake("timeline()", "a figure made by renderHTML() to hydrate", hydrate);
    const heading = found.caption.querySelector("h2")?.id ?? "";
    const idPrefix = heading.endsWith("-heading") ? heading.slice(0, -"-heading".length) : nextPrefix(doc);
    return { element, h, ...found, adopted: true, idPrefix };
  }
  const caption = h("figcaption");
  const toolbar = h("div", { class: "datelines-toolbar" });
  const svg = svgElement(doc, "svg");
  const stage = h("div", { class: "datelines-stage" });
  stage.append(svg);
  const element = h("figure", { class: "datelines" }, caption, toolbar, stage);
  return {
    element,
    h,
    caption,
    toolbar,
    stage,
    overview: null,
    known: null,
    svg,
    adopted: false,
    idPrefix: wished ?? nextPrefix(doc),
  };
}

/** The parts of a figure that `renderHTML` wrote; null where it did not. */
function partsOf(
  root: HTMLElement,
): Pick<Figure, "caption" | "toolbar" | "stage" | "overview" | "known" | "svg"> | null {
  const part = (selector: string): HTMLElement | null => root.querySelector(`:scope > ${selector}`);
  const caption = part("figcaption");
  const toolbar = part(".datelines-toolbar");
  const stage = part(".datelines-stage");
  const svg = stage?.querySelector<SVGSVGElement>(":scope > svg") ?? null;
  if (caption === null || toolbar === null || stage === null || svg === null) return null;
  return { caption, toolbar, stage, overview: part(".datelines-overview"), known: part(".datelines-known"), svg };
}

/** Title, standfirst, and the summary that screen readers hear. */
export function captionPart(host: Host, { element, caption, idPrefix }: Figure): Part {
  const { h } = host;
  const part = <K extends "h2" | "p">(name: K, id: string): HTMLElement => {
    const found = [...caption.children].find((c) => c.id === `${idPrefix}-${id}`) as HTMLElement | undefined;
    return found ?? h(name, { id: `${idPrefix}-${id}` });
  };
  const heading = part("h2", "heading");
  const standfirst = part("p", "standfirst");
  const summary = part("p", "summary");
  summary.classList.add("datelines-hidden");
  return {
    update: (now, before) => {
      const { arrangement, locale } = now;
      const { title, subtitle, direction, timeline, lanes, events } = arrangement;
      const set = (name: string, value: string): void => {
        if (element.getAttribute(name) !== value) element.setAttribute(name, value);
      };
      if (before === null) {
        set("aria-labelledby", heading.id);
        set("aria-describedby", summary.id);
      }
      if (before?.arrangement !== arrangement) {
        set("lang", timeline.language);
        set("dir", direction);
        setText(heading, title === "" ? locale.words.phrases.timeline : title);
        setText(standfirst, subtitle);
        const wanted = [heading, ...(subtitle === "" ? [] : [standfirst]), summary];
        if (wanted.some((w, i) => caption.children[i] !== w) || caption.children.length !== wanted.length)
          caption.replaceChildren(...wanted);
        setText(
          summary,
          describeTimeline(timeline, locale, { lanes, window: arrangement.view, scale: arrangement.scale, events }),
        );
      }
      set("data-scheme", schemeOf(now));
    },
  };
}

/** Whether the picture's background is dark. */
function schemeOf({ theme }: Snapshot): "light" | "dark" {
  const ink = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(theme.ink);
  return ink !== null && ink.slice(1).reduce((s, c) => s + parseInt(c, 16), 0) > 382 ? "dark" : "light";
}
