import type { ColorClass } from "./colors.js";
import type { Arrangement } from "./arrange.js";
import type { Way } from "./block.js";
import type { BreakLayout } from "./breaks.js";
import type { Lane } from "./lanes.js";
import type { LinkLabel } from "./link-label.js";
import type { MarkGeometry } from "./mark.js";
import type { Font } from "./text.js";
import type { SeriesLayout } from "./series.js";
import type { PeriodLayout } from "./periods.js";
import type { SourceNote } from "./sources.js";
import type { TickSet } from "./ticks.js";
import type { TimeAxis, View } from "./view.js";

/**
 * Where everything stands, in the picture's units, y down. Nothing here knows a colour. In a vertical picture time runs
 * along y: there the places along the axis (`axis`, `mark`, `cutoff`, `now`, `nights`, columns of counts) are y, and those
 * across it (`plot`, `y0`, `y1` and `y` of lanes and items) are x.
 */
export interface Layout {
  readonly orientation: "horizontal" | "vertical";
  readonly arrangement: Arrangement;
  readonly view: View;
  readonly width: number;
  readonly height: number;
  readonly axis: TimeAxis;
  /** The part with the lanes, and with the number tracks where these share the axis. */
  readonly plot: { readonly y0: number; readonly y1: number };
  /** Where lane names stand: beside the lanes, or on top of each in narrow pictures. */
  readonly gutter: { readonly x0: number; readonly x1: number; readonly beside: boolean };
  readonly ticks: TickSet;
  /** What a vertical axis counts, over it, where it does not tell dates. */
  readonly axisWords: TextBlock;
  /** Baselines of the two lines of dates. */
  readonly tickLines: { readonly major: number; readonly minor: number; readonly top: number };
  readonly lanes: readonly LaneLayout[];
  /** Arrows between events. */
  readonly links: readonly LinkRoute[];
  /** Every link that was to be drawn, and how the picture tells of it. */
  readonly linksTold: readonly ToldLink[];
  /** Named periods, between the dates and the lanes; none where time runs down. */
  readonly periods: readonly PeriodLayout[];
  /** The number tracks, under the lanes. */
  readonly series: readonly SeriesLayout[];
  /** Dates of the tracks' own, where time runs down in the lanes; null where they share the axis. */
  readonly seriesDates: SeriesDates | null;
  readonly header: TextBlock;
  readonly notes: NotesLayout;
  readonly foot: FootLayout;
  /** x of the moment of publication, when it is in the window and something lies beyond. */
  readonly cutoff: number | null;
  readonly now: number | null;
  /** Where time is left out. */
  readonly breaks: readonly BreakLayout[];
  /** x of day 0 of a relative axis. */
  readonly zero: number | null;
  readonly nights: readonly { readonly x0: number; readonly x1: number }[];
  /** Ids of events by how the picture tells of them. */
  readonly told: Told;
}

/** An axis over number tracks that lies, as theirs always does. */
export interface SeriesDates {
  readonly axis: TimeAxis;
  readonly ticks: TickSet;
  readonly tickLines: Layout["tickLines"];
  readonly plot: Layout["plot"];
  readonly cutoff: number | null;
}

export interface Told {
  readonly labels: readonly string[];
  readonly notes: readonly string[];
  readonly counted: readonly string[];
  readonly outside: readonly string[];
}

export interface LaneLayout {
  readonly lane: Lane;
  readonly y0: number;
  readonly y1: number;
  readonly name: TextBlock;
  readonly items: readonly Item[];
  readonly flags: readonly Flag[];
  /** y of the marks of each row, from the top. */
  readonly rows?: readonly number[];
  /** x of the moment of publication where each lane has its own, on a relative axis. */
  readonly cutoff?: number | null;
  /** Events too many to name one by one, counted. */
  readonly density: Density | null;
  /** In vertical pictures: x between which marks stand, labels being beyond. */
  readonly marks?: { readonly x0: number; readonly x1: number };
}

/** One event in one lane: its mark, and its label or its number. */
export interface Item {
  /** Index into `timeline.events`. */
  readonly event: number;
  readonly mark: MarkGeometry;
  /** The mark's centre. */
  readonly y: number;
  readonly color: ColorClass;
  readonly way: Way | null;
  readonly number: number | null;
  /** Where the number stands. */
  readonly numberX: number;
  readonly numberAnchor: "start" | "end";
  /** Id of the lane by whose count it stands, in a column of lanes that count from days of their own. */
  readonly lane?: string;
}

/** What lies before or after the window in one lane: named where it is one or two, counted otherwise. */
export interface Flag {
  readonly side: "before" | "after";
  readonly events: readonly number[];
  readonly x: number;
  readonly y: number;
  readonly lines: readonly {
    readonly text: string;
    readonly dy: number;
    readonly font: Font;
    readonly raised?: string;
  }[];
  readonly textX: number;
  readonly anchor: "start" | "end";
  readonly width: number;
  /** A bare number beside the lane's name: its words are in the accessible name. */
  readonly counted?: boolean;
}

export interface Density {
  readonly y0: number;
  readonly y1: number;
  readonly total: number;
  readonly events: readonly number[];
  readonly bins: readonly {
    readonly x0: number;
    readonly x1: number;
    readonly parts: readonly { readonly color: ColorClass; readonly count: number }[];
    readonly count: number;
  }[];
  /** Height of one event: the same in all lanes, so that their columns can be compared. */
  readonly unit: number;
  /** Of the fullest column of a still picture, whose number stands over it: the scale of them all. */
  readonly peak?: { readonly x: number; readonly y: number; readonly count: number };
}

/** An arrow. */
export interface LinkRoute {
  /** The events at its tail and at its tip. */
  readonly from: number;
  readonly to: number;
  readonly type: string;
  /** What it says, read along it. */
  readonly word: string;
  readonly points: readonly (readonly [number, number])[];
  /** Its words beside it; null where there is no room. */
  readonly label: LinkLabel | null;
  /** An arrow of the selected event. */
  readonly chosen?: boolean;
}

/** How the picture tells of a link that was to be drawn. */
export interface ToldLink {
  readonly from: number;
  readonly to: number;
  readonly word: string;
  readonly drawn: boolean;
  /**
   * Where its words are: beside the arrow, in the legend (where all arrows without words say the same), in the list under
   * the picture, counted at its end, or only in the words of its events.
   */
  readonly words: "label" | "legend" | "note" | "counted" | "event";
}

export interface TextLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly font: Font;
  readonly role: string;
  readonly anchor?: "start" | "end";
}
export interface TextBlock {
  readonly lines: readonly TextLine[];
  readonly height: number;
}

export interface NotesLayout extends TextBlock {
  /** One per note, lines relative to the picture. */
  readonly notes: readonly { readonly event: number; readonly number: number; readonly lines: readonly TextLine[] }[];
}

export interface FootLayout {
  readonly y0: number;
  readonly height: number;
  readonly legend: readonly LegendItem[];
  /** Links whose words stand nowhere else. */
  readonly links: readonly {
    readonly events: readonly [from: number, to: number];
    readonly lines: readonly TextLine[];
  }[];
  readonly sources: readonly { readonly source: SourceNote; readonly lines: readonly TextLine[] }[];
  readonly lines: readonly TextLine[];
}

export type LegendMark =
  | "bracket"
  | "moment"
  | "before"
  | "possible"
  | "open"
  | "torn"
  | "uncertain"
  /** The same of a moment: a ring, since a question mark has no room on it. */
  | "doubted"
  | "density"
  | "link"
  | "hatch"
  | "new"
  | "changed"
  | "withdrawn"
  | "break"
  | "order";

export interface LegendItem {
  readonly x: number;
  readonly y: number;
  readonly text: TextLine;
  readonly color?: ColorClass;
  readonly mark?: LegendMark;
}
