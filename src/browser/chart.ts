import type { Arrangement } from "../layout/arrange.js";
import type { Layout } from "../layout/layout.js";
import type { View, ViewLimits } from "../layout/view.js";
import type { Locale, UiWords } from "../locale/types.js";
import type { Edits } from "../model/edits.js";
import type { Timeline } from "../model/resolved.js";
import type { TimelineData } from "../model/types.js";
import type { Theme } from "../scene/theme.js";
import type { Make } from "./dom.js";
import type { Filter } from "./filter.js";
import type { Spot } from "./navigate.js";
import type { ChartOptions } from "./options.js";
import type { Reading } from "./reading.js";
import type { Mover } from "./session.js";

export type Display = "picture" | "table";

/** All that a chart is at one moment; every part draws itself from it. Immutable. */
export interface Snapshot {
  /** The document, with what the editor's hand has done to it here. */
  readonly data: TimelineData;
  readonly options: ChartOptions;
  /** The document with all events, as it is known at the chosen moment. */
  readonly timeline: Timeline;
  readonly arrangement: Arrangement;
  readonly layout: Layout;
  readonly view: View;
  /** Whether the window is on its way. */
  readonly moving: boolean;
  /** The window with which the picture opens. */
  readonly home: View;
  readonly limits: ViewLimits;
  readonly locale: Locale;
  readonly ui: UiWords;
  readonly theme: Theme;
  readonly filter: Filter;
  readonly display: Display;
  /** Id of the event whose details are open. */
  readonly selected: string | null;
  /** Index of the event under the pointer. */
  readonly hovered: number | null;
  readonly focused: Spot | null;
  /** The figure of a number track that is read. */
  readonly reading: Reading | null;
  /** Whether the focus is in the picture now. */
  readonly attended: boolean;
  /** ms of the moment as of which the story is shown; null for the latest. */
  readonly knownAt: number | null;
  /** Ids or names of the lanes that are folded. */
  readonly folded: readonly string[];
  /** Whether that is what somebody has chosen since, and not what the options say. */
  readonly foldedByReader: boolean;
  /** Whether lanes were folded last without a movement. */
  readonly foldedAtOnce: boolean;
  /** Id of the lane whose button has the keyboard's focus, or would get it; null while an event has it. */
  readonly laneFocus: string | null;
  readonly edits: Edits;
}

/** What a part may ask of the chart. */
export interface Host {
  readonly h: Make;
  readonly element: HTMLElement;
  readonly now: () => Snapshot;
  readonly setView: (
    view: { readonly from: number; readonly to: number },
    options?: { readonly animate?: boolean },
  ) => void;
  readonly select: (id: string | null, options?: { readonly focus?: boolean; readonly by?: Mover }) => void;
  readonly hover: (event: number | null) => void;
  /** Reads a figure of a number track; by keyboard it is brought into the window and announced. */
  readonly read: (reading: Reading | null) => void;
  /** Moves the keyboard's focus to an event, and window and page to where it can be seen, unless they are to stay. */
  readonly focus: (spot: Spot | null, how?: { readonly still?: boolean }) => void;
  /** Moves the keyboard's focus to the button of a lane that others lie in. */
  readonly focusLane: (id: string) => void;
  /** Folds these lanes and no others. */
  readonly fold: (folded: readonly string[], options?: { readonly animate?: boolean | undefined }) => void;
  /** Folds a lane, or unfolds it. */
  readonly toggleFold: (id: string) => void;
  /** The focus has left the picture. */
  readonly leave: () => void;
  readonly filter: (filter: Filter) => void;
  readonly show: (display: Display, how?: { readonly focus?: boolean }) => void;
  readonly knownAt: (moment: number | null) => void;
  /** Takes over edits, of which the one to the event of an id has changed. */
  readonly edit: (edits: Edits, id: string) => void;
  /** The element that stands for an event in a lane; the picture's own where there is none. */
  readonly elementOf: (spot: Spot) => SVGElement;
  readonly announce: (text: string) => void;
  readonly toggleHelp: () => void;
}

/** A piece of the chart with elements of its own. */
export interface Part {
  /** Called when anything changed; `before` is null the first time. */
  readonly update: (now: Snapshot, before: Snapshot | null) => void;
  readonly destroy?: () => void;
}
