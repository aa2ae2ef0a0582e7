import type { Filter } from "./filter.js";
import type { LayoutOptions } from "../layout/options.js";
import type { TimelineEvent } from "../model/types.js";
import type { DrawOptions } from "../scene/draw.js";
import type { Theme, ThemeName } from "../scene/theme.js";

/** Which controls a timeline has. Default: all that make sense for the data. */
export interface Controls {
  readonly toolbar?: boolean | undefined;
  readonly overview?: boolean | undefined;
  readonly filters?: boolean | undefined;
  readonly table?: boolean | undefined;
  readonly download?: boolean | undefined;
  readonly known?: boolean | undefined;
  readonly help?: boolean | undefined;
}

/**
 * Options of {@link timeline}: those of every picture, and what only a live one has.
 *
 * @typeParam E the caller's events, whose own fields accessors see in `event.extra`
 */
export interface ChartOptions<E extends TimelineEvent = TimelineEvent>
  extends Omit<LayoutOptions<E>, "zoomable" | "heading" | "filter">, Omit<DrawOptions, "theme"> {
  /** "auto" follows the page's colour scheme and is the default. Tokens of the page's style sheet win over it. */
  readonly theme?: ThemeName | "auto" | (Partial<Theme> & { readonly base?: ThemeName | undefined }) | undefined;
  /**
   * Who scrolls with the wheel: "modifier" (default) leaves it to the page unless Ctrl or ⌘ is held or the timeline has the
   * focus; "always" zooms; "never" does not.
   */
  readonly wheel?: "modifier" | "always" | "never" | undefined;
  /**
   * px. A picture that is higher scrolls its lanes under its dates, in a box of this height, or of four fifths of the
   * screen where that is less, so that there is always page to be scrolled. Default: as high as it is.
   */
  readonly maxHeight?: number | undefined;
  readonly controls?: Controls | boolean | undefined;
  /**
   * Lets whoever reads the page edit the labels: drag them, pin and hide them, break their lines. `chart.edits()` and
   * `chart.data` give the work back. The code for it is loaded only where it is asked for. Default: false.
   */
  readonly editable?: boolean | undefined;
  /**
   * What to show at first, for the reader to change; or, as in still pictures, a function of the event, among what passes
   * which the reader chooses.
   */
  readonly filter?: Filter | LayoutOptions<E>["filter"];
  /** Keep window, filter, selection and folded lanes in the page's address, after this key: true for "timeline". */
  readonly stateInUrl?: boolean | string | undefined;
  /** The reader's zone, to say times in it too. Default: that of the browser; null for none. */
  readonly readerZone?: string | null | undefined;
  /** A figure made by `renderHTML` with the same data and options, to be taken over as it stands; null where there is none. */
  readonly hydrate?: HTMLElement | null | undefined;
  /** The document to make elements for. Default: the page's. */
  readonly document?: Document | undefined;
}

/** The width that the options ask for; undefined where it is the container's, and for what is no width. */
export const widthIn = ({ width }: ChartOptions): number | undefined =>
  Number.isFinite(Number(width)) && Number(width) > 0 ? Number(width) : undefined;
