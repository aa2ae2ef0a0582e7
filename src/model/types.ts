/**
 * The document: what a timeline file says, exactly as written. JSON-serialisable; nothing here is derived.
 * The JSON Schema is generated from these types, so the comments are what an editor shows.
 */

/** Plain text, or one text per language (BCP 47 tag → text). Never markup. */
export type LocalizedText = string | { readonly [language: string]: string };

/** One timeline: its events and what they refer to. */
export interface TimelineData {
  /** The JSON Schema this document follows; ignored when read. */
  readonly $schema?: string | undefined;
  readonly title?: LocalizedText | undefined;
  /** The standfirst: one or two sentences under the title. */
  readonly description?: LocalizedText | undefined;
  /** Language of every text that does not say otherwise (BCP 47). Default "en". */
  readonly language?: string | undefined;
  /** IANA time zone of every time that does not say otherwise, and of the axis. Default "UTC". */
  readonly zone?: string | undefined;
  readonly events: readonly TimelineEvent[];
  readonly places?: readonly Place[] | undefined;
  readonly sources?: readonly Source[] | undefined;
  readonly categories?: readonly Category[] | undefined;
  readonly lanes?: readonly LaneDefinition[] | undefined;
  /** Numbers over time, drawn under the lanes on the same axis. */
  readonly tracks?: readonly NumberTrack[] | undefined;
  /** Named stretches of time behind the events: a season, a state of emergency, a curfew. */
  readonly periods?: readonly Period[] | undefined;
  /** Who made the picture and from what; printed at the foot. */
  readonly credit?: LocalizedText | undefined;
  /** The moment of publication: beyond it nothing is known. A date-time with its offset, optionally with a zone in brackets: 2022-01-06T13:50+01:00[Europe/Paris]. */
  readonly asOf?: string | undefined;
  /** Not to be published before this moment. */
  readonly embargo?: string | undefined;
  /** Fields we do not know, kept as they were. */
  readonly extra?: { readonly [field: string]: unknown } | undefined;
}

/** A document whose events may have fields of the caller's own. */
export interface TimelineDataOf<E extends TimelineEvent> extends TimelineData {
  readonly events: readonly E[];
}

/** What a timeline is made from: a document, or an array of events. */
export type TimelineInput<E extends TimelineEvent = TimelineEvent> = TimelineDataOf<E> | readonly E[];

/** One event, or one version of one (same id, later `knownFrom`). */
export interface TimelineEvent {
  /** Stable, without whitespace; made from title, time and place when absent. */
  readonly id?: string | undefined;
  readonly title: LocalizedText;
  readonly summary?: LocalizedText | undefined;
  /** A shorter title for small formats. */
  readonly printTitle?: LocalizedText | undefined;
  readonly time: TimeInput;
  /** Ids of places, or names. */
  readonly places?: readonly string[] | undefined;
  /** Ids or names of lanes; an event in several lanes is drawn in each. */
  readonly lanes?: readonly string[] | undefined;
  /** Id or name of a category. */
  readonly category?: string | undefined;
  readonly actors?: readonly string[] | undefined;
  readonly quantities?: readonly Quantity[] | undefined;
  readonly claims?: readonly Claim[] | undefined;
  /** Ids of sources, or their names: the source of the event as a whole. */
  readonly sources?: readonly string[] | undefined;
  readonly links?: readonly EventLink[] | undefined;
  /** 1 (always drawn) … 5. Default 3. */
  readonly importance?: 1 | 2 | 3 | 4 | 5 | undefined;
  readonly status?: EventStatus | undefined;
  readonly verification?: Verification | undefined;
  readonly media?: readonly Media[] | undefined;
  /** https, http or mailto. */
  readonly urls?: readonly string[] | undefined;
  readonly layout?: LayoutHints | undefined;
  /** When *we* knew this version: a date-time with its offset. */
  readonly knownFrom?: string | undefined;
  readonly change?: Change | undefined;
  /** With a retraction: remove the earlier text from everything published. */
  readonly redact?: boolean | undefined;
  /** One line for the reader about this version. */
  readonly note?: LocalizedText | undefined;
  /** For the desk only; never published. */
  readonly deskNote?: string | undefined;
  /** Language of this event's texts, when another than the document's. */
  readonly language?: string | undefined;
  readonly extra?: { readonly [field: string]: unknown } | undefined;
}

export type EventStatus = "happened" | "ongoing" | "planned" | "cancelled" | "alleged";
export type Change = "new" | "update" | "correction" | "clarification" | "retraction";
export type Verification =
  "unverified" | "single-source" | "corroborated" | "confirmed" | "disputed" | "refuted" | "withdrawn";

/** An expression of our EDTF profile, epoch milliseconds, or (in code) a Date. */
export type TimePoint = string | number | Date;

/** When: an expression alone, or with its zone and its wording. */
export type TimeInput = TimePoint | AtTime | WithinTime | DuringTime;

export interface TimeWords {
  /** IANA zone of times without an offset. */
  readonly zone?: string | undefined;
  /** The source's words ("the night from Sunday to Monday"); shown as they are. */
  readonly said?: LocalizedText | undefined;
}
/** A moment known to some precision. */
export interface AtTime extends TimeWords {
  readonly at: TimePoint;
}
/** One moment, somewhere in between. A null bound is not known. */
export interface WithinTime extends TimeWords {
  readonly within: string | readonly [TimePoint | null, TimePoint | null];
}
/** An extent. `end: ".."` is open (still going on), `"?"` unknown; without an end it is a moment. */
export interface DuringTime extends TimeWords {
  readonly start?: TimePoint | null | undefined;
  readonly end?: TimePoint | null | undefined;
}

/** What was counted, in the words of its source. */
export interface Quantity {
  /** killed, injured, arrested, participants … */
  readonly measure?: LocalizedText | undefined;
  /** The source's words; what is shown. */
  readonly said?: LocalizedText | undefined;
  readonly low?: number | null | undefined;
  readonly best?: number | null | undefined;
  readonly high?: number | null | undefined;
  readonly unit?: string | undefined;
  /** "running-total" is never summed. Default "event". */
  readonly scope?: "event" | "running-total" | undefined;
  readonly asOf?: string | undefined;
  /** The measure this is a part of. */
  readonly partOf?: string | undefined;
  /** Ids of claims' sources, or a path, for this number alone. */
  readonly source?: string | undefined;
}

/** Who says so, through whom. */
export interface Claim {
  /** What is claimed. Default "text". */
  readonly about?: "time" | "quantity" | "place" | "text" | undefined;
  /** The measure, for a claim about a quantity. */
  readonly measure?: string | undefined;
  readonly text?: LocalizedText | undefined;
  readonly quantity?: Quantity | undefined;
  /** Origin first; a step of several names is parallel relays. Ids of sources, or names. */
  readonly path: readonly (string | readonly string[])[];
  readonly status?: Verification | undefined;
  readonly rank?: "preferred" | "normal" | "deprecated" | undefined;
  /** When the source said it. */
  readonly at?: string | undefined;
  readonly url?: string | undefined;
}

export interface Source {
  readonly id: string;
  readonly name: LocalizedText;
  readonly url?: string | undefined;
  /** person, agency, broadcaster, official, document … */
  readonly kind?: string | undefined;
  /** Id of the organisation a person speaks for. */
  readonly affiliation?: string | undefined;
  readonly extra?: { readonly [field: string]: unknown } | undefined;
}

export interface Place {
  readonly id: string;
  readonly name: LocalizedText;
  /** Id of the place this lies in. */
  readonly parent?: string | undefined;
  /** ISO 3166-2 code. */
  readonly code?: string | undefined;
  readonly formerCodes?: readonly string[] | undefined;
  /** [longitude, latitude] in degrees. */
  readonly point?: readonly [number, number] | undefined;
  readonly zone?: string | undefined;
  readonly extra?: { readonly [field: string]: unknown } | undefined;
}

export interface Category {
  readonly id: string;
  readonly name?: LocalizedText | undefined;
  /** "#rrggbb"; otherwise the theme's palette in order. */
  readonly color?: string | undefined;
  readonly shape?: CategoryShape | undefined;
}
export type CategoryShape =
  "circle" | "square" | "diamond" | "triangle" | "triangle-down" | "cross" | "star" | "hexagon";

export interface LaneDefinition {
  readonly id: string;
  readonly name?: LocalizedText | undefined;
  /** Id of the lane this one lies in. */
  readonly parent?: string | undefined;
}

/** A number over time, drawn under the lanes on their axis: a price, arrests to date. */
export interface NumberTrack {
  readonly title: LocalizedText;
  /** What is counted, or measured in: "people", "tenge a litre". */
  readonly unit?: LocalizedText | undefined;
  /** "line" (default) for what changes steadily, "step" for what holds until the next figure (a count to date), "bars" for amounts of a day, a month or a year. */
  readonly kind?: TrackKind | undefined;
  readonly points: readonly TrackPoint[];
  /** Who says so; printed with the title. */
  readonly source?: LocalizedText | undefined;
}
export type TrackKind = "line" | "step" | "bars";

/** One figure of a track. Without a number it is a gap, and nothing is drawn across it. */
export interface TrackPoint {
  readonly time: TimeInput;
  /** A number, or the source's words ("more than 2,000"), which are what is shown; null where it is not known. */
  readonly value?: number | LocalizedText | null | undefined;
  /** The bounds of a range; one alone is open on the other side. */
  readonly low?: number | null | undefined;
  readonly high?: number | null | undefined;
  /** When *we* knew this figure: a date-time with its offset. */
  readonly knownFrom?: string | undefined;
}

/** A named stretch of time that is no event of its own in the picture. */
export interface Period {
  readonly title: LocalizedText;
  readonly time: TimeInput;
}

export interface EventLink {
  /** causes, answers, follows, contradicts, part-of, or a word of your own. */
  readonly type: string;
  /** Id of the other event. */
  readonly to: string;
  /**
   * What stands beside the arrow, instead of the type in words. It is read along the arrow, which runs from what came
   * first: of `answers` and `follows` from the other event to this one.
   */
  readonly label?: LocalizedText | undefined;
  /** One of the links that tell the story: its arrow is always drawn where there is a way for it. */
  readonly main?: boolean | undefined;
}

export interface Media {
  /** https only. */
  readonly url: string;
  readonly alt: LocalizedText;
  readonly credit?: LocalizedText | undefined;
  readonly caption?: LocalizedText | undefined;
}

/** The editor's hand: kept with the data, wins over the algorithm. */
export interface LayoutHints {
  /** Always labelled in the picture, at every zoom. */
  readonly pin?: boolean | undefined;
  /** Never labelled in the picture: a numbered note instead, and counted where the picture has no notes. */
  readonly hide?: boolean | undefined;
  readonly side?: "left" | "right" | "above" | undefined;
  /** The row of its lane, counted from 1 at the top. The event is labelled there from the opening picture on. */
  readonly row?: number | undefined;
  /**
   * Moves the label, in px (pt in print) of at most 500: along time, and down. A label that was moved is set from the
   * opening picture on.
   */
  readonly nudge?: { readonly x?: number | undefined; readonly y?: number | undefined } | undefined;
  /** After which words (counted from 1) the label's lines break. */
  readonly break?: readonly number[] | undefined;
}
