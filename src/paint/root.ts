import type { Scene, TextNode } from "../scene/types.js";
import type { Emit } from "./attributes.js";
import { coordinate } from "./number.js";

/** Attributes of the svg element itself, for every painter. */
export function rootAttributes(scene: Scene, emit: Emit): void {
  const { width, height, unit, idPrefix } = scene;
  const size = (v: number): string => (unit === "mm" ? `${coordinate((v * 25.4) / 72)}mm` : coordinate(v));
  emit("xmlns", "http://www.w3.org/2000/svg");
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

/** Right-to-left text in an isolate, in a document that stays left to right: every renderer then agrees on its anchors. */
export const ISOLATE = "\u2067";
export const END_ISOLATE = "\u2069";
