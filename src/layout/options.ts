import type { Locale, UiWords, Words } from "../locale/types.js";
import type { ResolvedEvent } from "../model/resolved.js";
import type { TimePoint } from "../model/types.js";
import type { TextMeasurer } from "./text.js";

/** What a lane or a colour stands for: a field of the event, or a function of it. */
export type Grouping =
  | "lane"
  | "place"
  | "region"
  | "category"
  | "actor"
  | { readonly field: string }
  | ((event: ResolvedEvent) => string | readonly string[] | null | undefined);

/** Order of the lanes: by first event, by name, by number of events, as the document gives them, or a list of names. */
export type LaneOrder = "first" | "name" | "count" | "given" | readonly string[];

/**
 * What the axis tells: time as it passed; time with long stretches without a date folded; days from an event of each lane;
 * or nothing but the order.
 */
export type TimeScale = "time" | "gaps" | "relative" | "sequence";

/** What each lane counts from on a relative axis: its first event, its first of a category (by id), or its first of those named. */
export type RelativeTo = "first" | { readonly category: string } | { readonly events: readonly string[] };

/** What is shaded behind the lanes. */
export type Shade = "nights" | "weekends" | "periods";

/** The options that decide where things stand; colours are in {@link DrawOptions}. */
export interface LayoutOptions {
  readonly title?: string | undefined;
  readonly subtitle?: string | undefined;
  readonly credit?: string | undefined;
  /** Title and standfirst inside of the picture. Default true; a page that has them as text of its own leaves them out. */
  readonly heading?: boolean | undefined;
  /** In `unit`. Default 960 px, 180 mm. */
  readonly width?: number | undefined;
  /** In `unit`: the height to aim at; fewer or more labels are set inline to meet it. Default: what the labels need, within reason. */
  readonly height?: number | undefined;
  /** "mm" makes a picture for print: its numbers are then points. Default "px". */
  readonly unit?: "px" | "mm" | undefined;
  /** Default: the events' own lanes, or else their regions or places. */
  readonly laneBy?: Grouping | null | undefined;
  /** Default "category". */
  readonly colorBy?: Grouping | null | undefined;
  readonly laneOrder?: LaneOrder | undefined;
  /** Only the events for which this holds; lanes, colours and the opening window stay those of all. */
  readonly filter?: ((event: ResolvedEvent) => boolean) | undefined;
  /**
   * A picture that can be zoomed and panned: each label keeps its row and side, what shows at one scale shows at every
   * larger one, heights stay the same in every window, and events without a label are counted instead of numbered.
   */
  readonly zoomable?: boolean | undefined;
  /** The window. Default: the dense part of the data. */
  readonly from?: TimePoint | undefined;
  /** Covers its whole day (month, year …). */
  readonly to?: TimePoint | undefined;
  /** Default "time". On a relative axis `from` and `to` are ms from day 0. */
  readonly timeScale?: TimeScale | undefined;
  /** Day 0 of each lane on a relative axis. Default "first". */
  readonly relativeTo?: RelativeTo | undefined;
  /** What to shade, where it is wide enough. Default: nights, and the document's periods. */
  readonly shade?: readonly Shade[] | undefined;
  /** Zone of the axis (IANA). Default: the document's. */
  readonly zone?: string | undefined;
  /** A locale object, or the code of one that is built in. Default: the document's language where it is built in. */
  readonly locale?: string | Locale | undefined;
  /** Interface words of your own. */
  readonly words?: PartialWords | undefined;
  readonly direction?: "auto" | "ltr" | "rtl" | undefined;
  /** The label's text. Default: its print title in small formats, its title otherwise. */
  readonly labels?: ((event: ResolvedEvent) => string) | undefined;
  /** The most numbered notes to set; what is beyond is counted. false for none. Default by size. */
  readonly notes?: number | boolean | undefined;
  /** The most links to draw as arrows. false for none. Default 3. */
  readonly links?: number | boolean | undefined;
  /** Show the document as it stood at this moment. */
  readonly asKnownAt?: TimePoint | undefined;
  /** Draws a line at this moment. Never taken from the clock. */
  readonly now?: TimePoint | undefined;
  readonly measureText?: TextMeasurer | undefined;
  /** CSS font-family list, named in the picture. */
  readonly fontFamily?: string | undefined;
}

/** Words of your own, in place of the language's. */
export interface PartialWords {
  readonly phrases?: Partial<Words["phrases"]> | undefined;
  readonly counted?: Partial<Words["counted"]> | undefined;
  /** Words of the interactive timeline's controls. */
  readonly ui?: Partial<UiWords["phrases"]> | undefined;
}
