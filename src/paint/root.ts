import type { Scene, TextNode } from "../scene/types.js";
import type { Emit } from "./attributes.js";
import { coordinate } from "./number.js";

/** The namespace of pictures. */
export const SVG = "http://www.w3.org/2000/svg";

/** Attributes of the svg element itself, for every painter. */
export function rootAttributes(scene: Scene, emit: Emit): void {
  const { width, height, unit, idPrefix } = scene;
  const size = (v: number): string => (unit === "mm" ? `${coordinate((v * 25.4) / 72)}mm` : coordinate(v));
  emit("xmlns", SVG);
  emit("role", "graphics-document document");
  emit("aria-roledescription", scene.roleDescription);
  emit("aria-labelledby", `${idPrefix}-title`);
  emit("aria-describedby", `${idPrefix}-desc`);
  emit("lang", scene.language);
  emit("width", size(width));
  emit("height", size(height));
  emit("viewBox", `0 0 ${coordinate(width)} ${coordinate(height)}`);
  // Pictures are mirrored by their places; where a page runs from right to left, anchors of text would be mirrored again.
  emit("direction", "ltr");
  emit("font-family", scene.fontFamily);
  emit("text-rendering", "geometricPrecision");
}

/** Letters raised after a text: how large, how far up, and after which space. */
export const raisedOf = ({ raised, size }: TextNode): { size: string; dy: string; text: string } | null =>
  raised === undefined ? null : { size: coordinate(size * 0.7), dy: coordinate(-size * 0.32), text: `\u200a${raised}` };

/**
 * What stands before each text of a mirrored picture, in a document that stays left to right: every renderer then agrees
 * on its anchors. Text in letters from left to right keeps its signs where they belong (UAX #9, isolates).
 */
export const isolateOf = (text: string): string => (LEFTWARD.test(text) || !LETTER.test(text) ? "\u2067" : "\u2066");
export const END_ISOLATE = "\u2069";

const LEFTWARD =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const LETTER = /\p{L}/u;
