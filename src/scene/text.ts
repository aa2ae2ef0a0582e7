import type { Font } from "../layout/text.js";
import type { TextLine } from "../layout/layout.js";
import type { TextNode } from "./types.js";

/** A line of text in a font of the layout. */
export function textNode(
  text: string,
  x: number,
  y: number,
  font: Font,
  fill: string,
  anchor?: TextNode["anchor"],
  raised?: string,
): TextNode {
  const node: { -readonly [K in keyof TextNode]: TextNode[K] } = { type: "text", text, x, y, size: font.size, fill };
  if (font.weight !== 400) node.weight = font.weight;
  if (anchor !== undefined) node.anchor = anchor;
  if (raised !== undefined) node.raised = raised;
  return node;
}

export const lineNode = (line: TextLine, fill: string): TextNode =>
  textNode(line.text, line.x, line.y, line.font, fill, line.anchor);
