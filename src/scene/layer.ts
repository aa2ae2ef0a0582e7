import type { ColorClass } from "../layout/colors.js";
import type { LaneLayout, Layout } from "../layout/layout.js";
import type { Theme } from "./theme.js";
import type { SceneNode } from "./types.js";

/** What a layer may look at. */
export interface LayerContext {
  readonly layout: Layout;
  readonly theme: Theme;
  readonly colorOf: (color: ColorClass) => string;
  /** The full sentence that names an event, in a lane. */
  readonly sentenceOf: (event: number, lane?: string) => string;
  /** What is the same in window after window, by what it looks like: marks wherever they stand, dates, arrows at the edge. */
  readonly marks: Map<string, SceneNode>;
  /** The node of a lane, null where there is nothing in it: made, or that of before where nobody sees the lane now. */
  readonly laneNode: (lane: LaneLayout, make: () => SceneNode | null) => SceneNode | null;
  /**
   * What was made for a part of the layout before, where the same picture is drawn again and again and that part is the
   * same object as it was; made anew otherwise. Nodes that are the same objects are not painted again.
   */
  readonly memo: <T>(part: object, make: () => T) => T;
}

/** What drawings of one arrangement in one theme have in common. */
export interface DrawCache {
  readonly parts: WeakMap<object, unknown>;
  readonly sentences: Map<string, string>;
  /** What is the same in window after window. */
  readonly marks: Map<string, SceneNode>;
  /** The lanes as they were drawn last, by id. */
  readonly lanes: Map<string, SceneNode | null>;
  /** Whether a lane can stay as it is for now, because nobody sees it. */
  skip: (lane: LaneLayout) => boolean;
}

const MOST_MARKS = 2000;

/** @param alike that of an arrangement before, in the same letters and theme: nodes of what is the same are taken over */
export const drawCache = (alike?: DrawCache): DrawCache => ({
  parts: alike?.parts ?? new WeakMap(),
  sentences: new Map(),
  // Of another width or other lanes hardly any stand where they stood: they must not gather for ever.
  marks: alike === undefined || alike.marks.size > MOST_MARKS ? new Map() : alike.marks,
  lanes: new Map(),
  skip: () => false,
});

/**
 * One sheet of the picture. Everything that is drawn is a layer: a function of the layout that returns scene nodes, left
 * to right (a right-to-left picture is mirrored as a whole), so what a caller adds prints like the rest.
 */
export type Layer = (context: LayerContext) => readonly SceneNode[];

/** The node with its class of colour resolved: the document's own colour, the theme's palette, or the theme's "other". */
export const colorIn =
  (theme: Theme) =>
  (color: ColorClass): string =>
    theme.name === "mono" || color.color === undefined
      ? color.index < 0
        ? theme.other
        : theme.palette[color.index % theme.palette.length]!
      : color.color;
