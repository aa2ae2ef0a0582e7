import type { Scene, SceneNode } from "../scene/types.js";
import { attributes, elementName } from "./attributes.js";
import { escapeAttribute, escapeText } from "./escape.js";
import { coordinate } from "./number.js";

/**
 * Writes a scene as an SVG document: presentation attributes only, no script, no style, no reference to anything outside.
 * Widths in millimetres where the scene is for print, its units being points.
 *
 * @example
 * paintSVG(draw(place(arrange(data))))
 */
export function paintSVG(scene: Scene): string {
  const { width, height, unit, idPrefix } = scene;
  const size = (v: number): string => (unit === "mm" ? `${coordinate((v * 25.4) / 72)}mm` : coordinate(v));
  const rtl = scene.direction === "rtl";
  // One string grown piece by piece: engines join these faster than a list of pieces.
  let svg = "<svg";
  const attr = (name: string, value: string): void => {
    svg = svg + opening(name) + escapeAttribute(value) + '"';
  };
  const plain = (name: string, value: string): void => {
    svg = svg + opening(name) + value + '"';
  };
  const write = (node: SceneNode): void => {
    svg = svg + "<" + elementName(node);
    attributes(node, attr, plain);
    if (node.type === "group") {
      svg += ">";
      for (let i = 0; i < node.children.length; i++) write(node.children[i]!);
      svg += "</g>";
    } else if (node.type === "text") {
      const text = escapeText(node.text) + (node.raised === undefined ? "" : raised(node.raised, node.size));
      svg += rtl ? `>${ISOLATE}${text}${END_ISOLATE}</text>` : `>${text}</text>`;
    } else svg += "/>";
  };
  attr("xmlns", "http://www.w3.org/2000/svg");
  attr("role", "graphics-document document");
  attr("aria-roledescription", scene.roleDescription);
  attr("aria-labelledby", `${idPrefix}-title`);
  attr("aria-describedby", `${idPrefix}-desc`);
  attr("lang", scene.language);
  attr("width", size(width));
  attr("height", size(height));
  attr("viewBox", `0 0 ${coordinate(width)} ${coordinate(height)}`);
  attr("font-family", scene.fontFamily);
  attr("text-rendering", "geometricPrecision");
  svg += `><title id="${idPrefix}-title">${escapeText(scene.title)}</title>`;
  svg += `<desc id="${idPrefix}-desc">${escapeText(scene.description)}</desc>`;
  for (const node of scene.nodes) write(node);
  return `${svg}</svg>\n`;
}

/** What stands before the value of an attribute, by its name. There are a few dozen names, all of them ours. */
const openings: Record<string, string> = {};
const opening = (name: string): string => (openings[name] ??= ` ${name}="`);

const raised = (text: string, size: number): string =>
  `<tspan font-size="${coordinate(size * 0.7)}" dy="${coordinate(-size * 0.32)}">\u200a${escapeText(text)}</tspan>`;

/** Right-to-left text in an isolate, in a document that stays left to right: every renderer then agrees on its anchors. */
const ISOLATE = "\u2067";
const END_ISOLATE = "\u2069";
