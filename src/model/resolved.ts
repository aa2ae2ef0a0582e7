/** A document made ready to lay out: references resolved, texts chosen for one language, times as bounds. */
import type { News } from "./news.js";
import type { AnyFields } from "./own-fields.js";
import type { TimeSpan } from "./span.js";
import type { Problem } from "./problem.js";
import type { CategoryShape, Change, EventStatus, LayoutHints, Media, TrackKind, Verification } from "./types.js";

export interface Timeline {
  readonly title: string;
  readonly description: string;
  /** Language of the texts chosen. */
  readonly language: string;
  /** Zone of the axis. */
  readonly zone: string;
  readonly credit: string;
  /** The moment of publication; null when the document does not say. */
  readonly asOf: number | null;
  /** The zone in which `asOf` was written, when it names one. */
  readonly asOfZone?: string;
  /** In total order: time, then importance, then id. One entry an event, at its newest version. */
  readonly events: readonly ResolvedEvent[];
  readonly places: ReadonlyMap<string, ResolvedPlace>;
  readonly sources: ReadonlyMap<string, ResolvedSource>;
  readonly categories: ReadonlyMap<string, ResolvedCategory>;
  readonly lanes: ReadonlyMap<string, ResolvedLane>;
  /** Named stretches of time, by their beginnings. */
  readonly periods: readonly ResolvedPeriod[];
  /** The document's number tracks. Called series in code: "tracks" are also what labels of a lane stand in. */
  readonly series: readonly ResolvedSeries[];
  readonly problems: readonly Problem[];
  /** What was new at the moment as of which the story is told, where that was asked for. */
  readonly news?: News;
}

/** @typeParam Own the fields that are not ours: {@link OwnFields} of the caller's events */
export interface ResolvedEvent<Own = AnyFields> {
  readonly id: string;
  readonly title: string;
  readonly printTitle?: string;
  readonly summary?: string;
  readonly span: TimeSpan;
  /** Ids, all present in `Timeline.places` (a name without a definition makes one). */
  readonly places: readonly string[];
  /** Ids, all present in `Timeline.lanes`. */
  readonly lanes: readonly string[];
  /** Id present in `Timeline.categories`. */
  readonly category?: string | undefined;
  readonly actors: readonly string[];
  readonly quantities: readonly ResolvedQuantity[];
  readonly claims: readonly ResolvedClaim[];
  readonly links: readonly ResolvedLink[];
  readonly importance: 1 | 2 | 3 | 4 | 5;
  readonly status: EventStatus;
  /** Stated, or worked out from the claims' independent origins; absent without any source. */
  readonly verification?: Verification | undefined;
  readonly media: readonly Media[];
  /** Safe URLs only. */
  readonly urls: readonly string[];
  readonly layout: LayoutHints;
  /** What happened to this event since its first version, newest first; empty when there is one version. */
  readonly changes: readonly ResolvedChange[];
  /** The language of its texts, when another than the timeline's. */
  readonly language?: string;
  /** Unknown columns and fields, for accessors. */
  readonly extra: Own;
}

export interface ResolvedQuantity {
  readonly measure: string;
  /** What is shown; made from the numbers where the document has no words. */
  readonly said: string;
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  readonly unit?: string;
  readonly scope: "event" | "running-total";
  readonly partOf?: string;
}

export interface ResolvedClaim {
  readonly about: "time" | "quantity" | "place" | "text";
  readonly text?: string;
  readonly measure?: string;
  /** Origin first; each step one or more names as shown. */
  readonly path: readonly (readonly ResolvedSourceName[])[];
  readonly status?: Verification;
  readonly url?: string;
}
export interface ResolvedSourceName {
  /** Id in `Timeline.sources`. */
  readonly id: string;
  readonly name: string;
}

export interface ResolvedLink {
  readonly type: string;
  /** Id of an event that exists. */
  readonly to: string;
  /** What stands beside the arrow, read along it; without it the type in words. */
  readonly label?: string;
  readonly main?: true;
}

export interface ResolvedChange {
  readonly change: Change;
  /** ms; when this version became known. */
  readonly at: number;
  /** The zone or offset in which that was written. */
  readonly zone: string;
  readonly note?: string;
}

export interface ResolvedPlace {
  readonly id: string;
  readonly name: string;
  readonly parent?: string;
  readonly code?: string;
  readonly zone?: string;
}
export interface ResolvedSource {
  readonly id: string;
  readonly name: string;
  readonly url?: string;
}
export interface ResolvedCategory {
  readonly id: string;
  readonly name: string;
  readonly color?: string;
  readonly shape?: CategoryShape;
}
export interface ResolvedLane {
  readonly id: string;
  readonly name: string;
  readonly parent?: string;
}

/** A number track with at least one figure. */
export interface ResolvedSeries {
  readonly title: string;
  readonly unit: string;
  readonly source: string;
  readonly kind: TrackKind;
  /** In order of `at`; those of one moment as the document gives them. */
  readonly points: readonly ResolvedPoint[];
}

export interface ResolvedPoint {
  readonly span: TimeSpan;
  /** ms; where on the axis the figure stands. */
  readonly at: number;
  /** The source's words; empty where there are numbers alone. */
  readonly said: string;
  /** All null: a gap. `low` = `best` = `high`: an exact number. */
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
}

export interface ResolvedPeriod {
  readonly title: string;
  readonly span: TimeSpan;
}
