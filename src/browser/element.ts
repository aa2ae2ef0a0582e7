import { ui as english } from "../locale/ui.en.js";
import { fill } from "../locale/phrases.js";
import { localeFor } from "../locale/index.js";
import type { Problem } from "../model/problem.js";
import type { TimelineData, TimelineEvent } from "../model/types.js";
import { groupingsMeant } from "../read/grouping-meant.js";
import { read, type ReadOptions } from "../read/read.js";
import { ATTRIBUTES, besideFrom, optionsFrom, readOptionsFrom, type Get } from "./attributes.js";
import { readBesideTables } from "./beside.js";
import { deferred } from "./deferred.js";
import { maker, setStyles } from "./dom.js";
import type { EventsOf, TimelineEventMap } from "./events.js";
import { fetched, type Page } from "./fetched.js";
import type { ChartOptions } from "./options.js";
import { adoptStyles } from "./styles.js";
import { tableText } from "./table-text.js";
import { timeline, type Chart } from "./timeline.js";

/** The events of the element: those of its chart, and how it fared. */
export interface EventTimelineEventMap extends TimelineEventMap {
  readonly timelineready: CustomEvent<{ readonly chart: Chart }>;
  readonly timelineproblems: CustomEvent<{ readonly problems: readonly Problem[] }>;
  readonly timelineerror: CustomEvent<{ readonly reason: string }>;
}

/** The custom element, as a page's script sees it. */
export interface EventTimelineElement extends EventsOf<EventTimelineEventMap> {
  /** The chart, once there is one. */
  readonly chart: Chart | null;
  /** What is wrong with the data. */
  readonly problems: readonly Problem[];
  /** After the first complete picture; rejected with a readable reason where there is none. */
  readonly ready: Promise<void>;
  /** Data given by a script, instead of `src` or of what is inside of the element. */
  data: TimelineData | readonly TimelineEvent[] | null;
  /** Options that no attribute can hold; they win over attributes. */
  options: ChartOptions;
}

/** How a chart stands until it is complete. */
const BESIDE = { position: "absolute", visibility: "hidden", "inset-inline": "0" };

interface Story {
  readonly data: TimelineData | readonly TimelineEvent[];
  readonly problems: readonly Problem[];
}

/** A story and the tables beside it. */
interface Stories extends Story {
  readonly tables: Pick<ChartOptions, "tracks" | "periods">;
}

interface Shown {
  readonly story: Stories;
  readonly options: ChartOptions;
}

/**
 * Defines `<event-timeline>` in a window. What is inside of the element is shown until the picture is complete, and again,
 * with the reason, where there is none.
 */
export function defineElement(view: Window & typeof globalThis): void {
  const { HTMLElement: Base, customElements } = view;
  if (Base === undefined || customElements === undefined || customElements.get("event-timeline") !== undefined) return;

  class EventTimeline extends Base implements EventTimelineElement {
    static readonly observedAttributes = ATTRIBUTES;
    chart: Chart | null = null;
    /** One that waits for its first picture: until there is a width. */
    #coming: Chart | null = null;
    problems: readonly Problem[] = [];
    #ready = deferred();
    #data: EventTimelineElement["data"] = null;
    #options: ChartOptions = {};
    /** Counts what was begun, so that only the last is finished. */
    #turn = 0;
    #queued = false;
    /** What was read last, or is being read, and by which attributes. */
    #read: { readonly key: string; readonly stories: Promise<Stories> } | null = null;
    /** What the chart shows, and how. */
    #shown: Shown | null = null;
    #dropStyles: () => void = () => undefined;
    #abort: AbortController | null = null;

    constructor() {
      super();
      // What a script said before the element was defined.
      for (const name of ["data", "options"] as const) {
        if (!Object.hasOwn(this, name)) continue;
        const value = this[name];
        Reflect.deleteProperty(this, name);
        Object.assign(this, { [name]: value });
      }
    }
    get ready() {
      return this.#ready.promise;
    }
    get data() {
      return this.#data;
    }
    set data(data) {
      this.#data = data;
      this.#read = null;
      this.#restart();
    }
    get options() {
      return this.#options;
    }
    set options(options) {
      this.#options = options;
      this.#restart();
    }

    connectedCallback(): void {
      const doc = this.ownerDocument;
      // What is inside of the element may not be there yet while the page is still being read.
      if (doc.readyState === "loading") doc.addEventListener("DOMContentLoaded", () => this.#restart(), { once: true });
      else this.#restart();
    }
    disconnectedCallback(): void {
      // A move within the page disconnects and connects at once: only what stays away is taken down.
      view.queueMicrotask(() => {
        if (!this.isConnected) this.#takeDown();
      });
    }
    adoptedCallback(): void {
      this.#takeDown();
      this.#restart();
    }
    attributeChangedCallback(_: string, before: string | null, after: string | null): void {
      if (before !== after) this.#restart();
    }

    /** All changes of one turn make one picture. */
    #restart(): void {
      if (this.#queued || !this.isConnected) return;
      this.#queued = true;
      if (this.#ready.settled) this.#ready = deferred();
      view.queueMicrotask(() => {
        this.#queued = false;
        void this.#start();
      });
    }

    async #start(): Promise<void> {
      const turn = ++this.#turn;
      const get: Get = (name) => this.getAttribute(name);
      const options: ChartOptions = { ...optionsFrom(get), ...this.#options };
      try {
        const story = await this.#stories(get);
        if (turn !== this.#turn) return;
        const { data, tables, problems } = story;
        if (this.problems !== problems) {
          this.problems = problems;
          if (problems.length > 0) this.#tell("timelineproblems", { problems });
        }
        const meant = this.#data === null ? groupingsMeant(options, data as TimelineData) : options;
        await this.#show({ story, options: { ...tables, ...meant } }, turn);
        if (turn === this.#turn) this.#ready.resolve();
      } catch (error) {
        if (turn !== this.#turn) return;
        this.#read = null;
        const reason = error instanceof Error ? error.message : String(error);
        this.#fail(reason, options);
        this.#ready.reject(new Error(reason, { cause: error }));
      }
    }

    /** What there is to show; read again only where another attribute says what, or how. */
    #stories(get: Get): Promise<Stories> {
      const how = readOptionsFrom(get);
      const beside = besideFrom(get);
      const src = this.getAttribute("src")?.trim();
      const inside = this.#data === null && !src ? this.textContent : null;
      const key = JSON.stringify([src, how, beside, inside]);
      if (this.#read?.key === key) return this.#read.stories;
      this.#abort?.abort();
      const { signal } = (this.#abort = new view.AbortController());
      this.problems = [];
      const reading = async (): Promise<Stories> => {
        const [{ data, problems }, { tracks, periods, problems: others }] = await Promise.all([
          this.#story(src, how, signal),
          readBesideTables(this.#page(), beside, signal),
        ]);
        if (this.#data === null && "events" in data && data.events.length === 0)
          throw new Error(problems[0] === undefined ? "There are no events" : sentence(problems[0]));
        return { data, tables: { tracks, periods }, problems: [...problems, ...others] };
      };
      this.#read = { key, stories: reading() };
      return this.#read.stories;
    }

    /** The document: given by a script, from the address, or from what is inside of the element. */
    async #story(src: string | undefined, how: ReadOptions, signal: AbortSignal): Promise<Story> {
      if (this.#data !== null) return { data: this.#data, problems: [] };
      // An address of nothing is that of the page itself.
      if (!src) return this.#inside(how);
      const { bytes, filename } = await fetched(this.#page(), src, signal);
      return read(bytes, { filename, ...how });
    }

    #page(): Page {
      return { view, base: this.ownerDocument.baseURI };
    }

    /** A data block or a table between the tags. */
    #inside(how: ReadOptions): ReturnType<typeof read> {
      for (const block of this.querySelectorAll("script")) {
        const format = block.type === "application/json" ? "json" : block.type === "text/csv" ? "csv" : null;
        if (format !== null) return read(block.textContent, { format, ...how });
      }
      const table = this.querySelector("table");
      if (table !== null) return read(tableText(table), { format: "csv", ...how });
      throw new Error("There is no src, and no table or data inside of the element");
    }

    /** Changes the chart where it shows the same story, and can be changed so: the reader stays where they are. */
    async #show(shown: Shown, turn: number): Promise<void> {
      const { chart } = this;
      const before = this.#shown;
      if (chart === null || before?.story !== shown.story || madeAnew(before.options, shown.options)) {
        await this.#draw(shown, turn);
        return;
      }
      const gone = Object.keys(before.options).map((name) => [name, undefined]);
      this.#shown = shown;
      chart.update({ options: { ...Object.fromEntries(gone), ...shown.options } });
      // The picture follows with the next frame.
      await new Promise((resolve) => view.requestAnimationFrame(resolve));
    }

    async #draw(shown: Shown, turn: number): Promise<void> {
      const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      this.#coming?.destroy();
      const chart = timeline(shown.story.data, { document: this.ownerDocument, ...shown.options });
      this.#coming = chart;
      chart.element.setAttribute("part", "figure");
      const fallback = maker(this.ownerDocument)("slot");
      // The chart is laid out beside the fallback, and takes its place when it is complete.
      setStyles(chart.element, BESIDE);
      const old = this.chart;
      if (old === null) root.replaceChildren(fallback, chart.element);
      else root.append(chart.element);
      await chart.ready;
      if (turn !== this.#turn) {
        chart.destroy();
        return;
      }
      this.#coming = null;
      old?.destroy();
      for (const property of Object.keys(BESIDE)) chart.element.style.removeProperty(property);
      root.replaceChildren(chart.element);
      this.chart = chart;
      this.#shown = shown;
      this.#tell("timelineready", { chart });
    }

    /** What was inside is shown again, under the reason. */
    #fail(reason: string, options: ChartOptions): void {
      this.#dropCharts();
      const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      this.#dropStyles();
      this.#dropStyles = adoptStyles(root);
      const h = maker(this.ownerDocument);
      const ui = (options.locale === undefined ? undefined : localeFor(options.locale).locale.ui) ?? english;
      const words = fill(options.words?.ui?.failed ?? ui.phrases.failed, { reason });
      root.replaceChildren(
        h("div", { class: "datelines" }, h("p", { class: "datelines-error", role: "alert" }, words)),
        h("slot"),
      );
      this.#tell("timelineerror", { reason });
    }

    #takeDown(): void {
      this.#turn++;
      this.#abort?.abort();
      this.#read = null;
      this.#dropCharts();
      this.#dropStyles();
      this.shadowRoot?.replaceChildren(maker(this.ownerDocument)("slot"));
    }

    #dropCharts(): void {
      this.chart?.destroy();
      this.#coming?.destroy();
      this.chart = this.#coming = null;
    }

    #tell(name: string, detail: object): void {
      this.dispatchEvent(new view.CustomEvent(name, { bubbles: true, composed: true, detail }));
    }
  }
  customElements.define("event-timeline", EventTimeline);
}

/** What counts only when a chart is made. */
const AT_FIRST = ["editable", "stateInUrl", "idPrefix", "hydrate", "document"] as const;
const madeAnew = (before: ChartOptions, now: ChartOptions): boolean =>
  AT_FIRST.some((name) => before[name] !== now[name]) ||
  JSON.stringify(before.controls) !== JSON.stringify(now.controls);

/** "E-DATE-FORMAT row 3: this is not a date we can read. Write 2022-01-06". */
const sentence = ({ code, row, column, message, hint }: Problem): string =>
  [code, row === undefined ? "" : `row ${row}`, column === undefined ? "" : `“${column}”`]
    .filter((s) => s !== "")
    .join(" ") + `: ${message}${hint === undefined ? "" : `. ${hint}`}`;
