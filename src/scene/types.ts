import type { Problem } from "../model/problem.js";

/** A picture as plain JSON: groups, rects, lines, paths and text in the picture's own units (px, or pt in print). */
export interface Scene {
  readonly width: number;
  readonly height: number;
  /** "mm": the units are points, and the physical size is given in millimetres. */
  readonly unit: "px" | "mm";
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly fontFamily: string;
  readonly idPrefix: string;
  /** Role words a screen reader adds ("timeline"). */
  readonly roleDescription: string;
  readonly nodes: readonly SceneNode[];
  readonly problems: readonly Problem[];
}

export type SceneNode = GroupNode | RectNode | LineNode | PathNode | TextNode;

/** What a node stands for; becomes `role`, `aria-label`, `data-*`. */
export interface Semantics {
  readonly role?: "list" | "listitem" | "img" | "note" | "group";
  readonly label?: string;
  readonly event?: string;
  readonly labelOf?: string;
  /** Ids of the events a numbered note stands for. */
  readonly noteOf?: readonly string[];
  readonly count?: number;
  readonly outside?: number;
  readonly lane?: string;
  /** Decoration: hidden from screen readers. */
  readonly hidden?: boolean;
  /** Name of the layer, or of the part of a mark; for style sheets. */
  readonly name?: string;
  readonly language?: string;
  /** Which of its siblings the node is from one picture to the next; not written. */
  readonly key?: string;
  /** Its place among those of its lane, and how many they are. */
  readonly position?: readonly [place: number, of: number];
}

export interface Paint {
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly dash?: readonly number[];
  readonly lineCap?: "round" | "butt";
  readonly lineJoin?: "round" | "miter";
}

export interface GroupNode extends Semantics {
  readonly type: "group";
  /** Where the children's origin lies; both or neither. */
  readonly x?: number;
  readonly y?: number;
  readonly children: readonly SceneNode[];
}
export interface RectNode extends Semantics, Paint {
  readonly type: "rect";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius?: number;
}
export interface LineNode extends Semantics, Paint {
  readonly type: "line";
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}
export type PathCommand =
  | readonly ["M" | "L", number, number]
  | readonly ["H" | "V", number]
  | readonly ["C", number, number, number, number, number, number]
  /** A rectangle, closed: from one corner to the other. */
  | readonly ["R", number, number, number, number]
  | readonly ["Z"];
export interface PathNode extends Semantics, Paint {
  readonly type: "path";
  readonly d: readonly PathCommand[];
}
export interface TextNode extends Semantics, Paint {
  readonly type: "text";
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly size: number;
  readonly weight?: number;
  readonly anchor?: "start" | "middle" | "end";
  readonly text: string;
  /** Source letters and the like, set small and raised after the text. */
  readonly raised?: string;
}
