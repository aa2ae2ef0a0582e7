import type { Font } from "../layout/text.js";
import type { TextLine } from "../layout/layout.js";
import type { Semantics, TextNode } from "./types.js";

/** A line of text in a font of the layout. */
export function textNode(
  text: string,
  x: number,
  y: number,
  font: Font,
  fill: string,
  rest: Partial<TextNode> & Semantics = {},
): TextNode {
  return {
    type: "text",
    text,
    x,
    y,
    size: font.size,
    fill,
    ...(font.weight === 400 ? {} : { weight: font.weight }),
    ...rest,
  };
}

export const lineNode = (line: TextLine, fill: string, rest: Partial<TextNode> = {}): TextNode =>
  textNode(line.text, line.x, line.y, line.font, fill, {
    ...(line.anchor === undefined ? {} : { anchor: line.anchor }),
    ...rest,
  });
