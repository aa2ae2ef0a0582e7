import type { Locale, UiWords, Words } from "../locale/types.js";
import type { AnyFields, OwnFields } from "../model/own-fields.js";
import type { ResolvedEvent } from "../model/resolved.js";
import type { NumberTrack, Period, TimelineEvent, TimePoint } from "../model/types.js";
import type { TextMeasurer } from "./text.js";

/** A function of an event. A method's type, so that options made for events of one's own pass for options of any. */
export type Accessor<Own, R> = { of(event: ResolvedEvent<Own>): R }["of"];

/** What a lane or a colour stands for: a field of the event, or a function of it. */
export type Grouping<Own = AnyFields> =
  | "lane"
  | "place"
  | "region"
  | "category"
  | "actor"
  | { readonly field: keyof Own & string }
  | Accessor<Own, string | readonly string[] | null | undefined>;

/** What lanes stand for: one grouping, or several from the outermost in: lanes in lanes. */
export type LaneGrouping<Own = AnyFields> = Grouping<Own> | readonly Grouping<Own>[];

/** Order of the lanes, and of lanes within one: by first event, by name, by number of events, as the document gives them, or a list of names. */
export type LaneOrder = "first" | "name" | "count" | "given" | readonly string[];

/**
 * What the axis tells: time as it passed; time with long stretches without a date folded; days from an event of each lane;
 * or nothing but the order.
 */
export type TimeScale = "time" | "gaps" | "relative" | "sequence";

/** What each lane counts from on a relative axis: its first event, its first of a category (by id), or its first of those named. */
export type RelativeTo = "first" | { readonly category: string } | { readonly events: readonly string[] };

/**
 * The options that decide where things stand; colours are in {@link DrawOptions}.
 *
 * @typeParam E the caller's events, whose own fields accessors see in `event.extra`
 */
export interface LayoutOptions<E extends TimelineEvent = TimelineEvent> {
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
  readonly laneBy?: LaneGrouping<OwnFields<E>> | null | undefined;
  /** Default "category". */
  readonly colorBy?: Grouping<OwnFields<E>> | null | undefined;
  readonly laneOrder?: LaneOrder | undefined;
  /** Lanes of places, or of the document's lanes, that lie in others stand beneath those. Default true. */
  readonly nested?: boolean | undefined;
  /** Ids or names of lanes shown without what lies in them: a line of the most important labels, the rest counted. */
  readonly folded?: readonly string[] | undefined;
  /** Only the events for which this holds; lanes, colours and the opening window stay those of all. */
  readonly filter?: Accessor<OwnFields<E>, boolean> | undefined;
  /**
   * A picture that can be zoomed and panned: each label keeps its row and side, what shows at one scale shows at every
   * larger one, heights stay the same in every window, and events without a label are counted instead of numbered.
   */
  readonly zoomable?: boolean | undefined;
  /**
   * Which way time runs. "vertical": downwards, labels beside it, lanes as columns or, where these would be narrow, as a
   * line over each label. Default "auto": vertical on screens narrower than 480 px, horizontal otherwise and in print.
   */
  readonly orientation?: "auto" | "horizontal" | "vertical" | undefined;
  /**
   * What is shaded behind the lanes, in the axis's zone: nights (18–6, where days are wide), and the days off of the
   * language's week. Default `["nights"]`; false for none.
   */
  readonly shade?: readonly ("nights" | "weekends")[] | false | undefined;
  /** The window. Default: the dense part of the data. */
  readonly from?: TimePoint | undefined;
  /** Covers its whole day (month, year …). */
  readonly to?: TimePoint | undefined;
  /** Default "time". On a relative axis `from` and `to` are ms from day 0. */
  readonly timeScale?: TimeScale | undefined;
  /** Day 0 of each lane on a relative axis. Default "first". */
  readonly relativeTo?: RelativeTo | undefined;
  /** Zone of the axis (IANA). Default: the document's. */
  readonly zone?: string | undefined;
  /** A locale object, or the code of one that is built in. Default: the document's language where it is built in. */
  readonly locale?: string | Locale | undefined;
  /** Interface words of your own. */
  readonly words?: PartialWords | undefined;
  readonly direction?: "auto" | "ltr" | "rtl" | undefined;
  /** The label's text; where it gives none, as by default: its print title in small formats, its title otherwise. */
  readonly labels?: Accessor<OwnFields<E>, string | null | undefined> | undefined;
  /** The most numbered notes to set; what is beyond is counted. false for none. Default by size. */
  readonly notes?: number | boolean | undefined;
  /** The most links to draw as arrows. false for none. Default: all main ones, or three where none is. */
  readonly links?: number | boolean | undefined;
  /**
   * Which quantities labels and notes say: the names of their measures; false for none. Lists, details and sentences say
   * all. Default: all.
   */
  readonly quantity?: string | readonly string[] | boolean | undefined;
  /** Numbers over time, drawn under the lanes after those of the document. */
  readonly tracks?: readonly NumberTrack[] | undefined;
  /** Named stretches of time between the dates and the lanes, beside those of the document. */
  readonly periods?: readonly Period[] | undefined;
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
