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
  const out: string[] = [];
  const attr = (name: string, value: string): void => {
    out.push(" ", name, '="', escapeAttribute(value), '"');
  };
  out.push("<svg");
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
  out.push(">");
  out.push(`<title id="${idPrefix}-title">`, escapeText(scene.title), "</title>");
  out.push(`<desc id="${idPrefix}-desc">`, escapeText(scene.description), "</desc>");
  for (const node of scene.nodes) write(node, scene.direction === "rtl", out);
  out.push("</svg>\n");
  return out.join("");
}

function write(node: SceneNode, rtl: boolean, out: string[]): void {
  const name = elementName(node);
  out.push("<", name);
  attributes(node, (key, value) => {
    out.push(" ", key, '="', escapeAttribute(value), '"');
  });
  if (node.type === "group") {
    out.push(">");
    for (const child of node.children) write(child, rtl, out);
    out.push("</g>");
  } else if (node.type === "text") {
    out.push(">", rtl ? ISOLATE : "", escapeText(node.text));
    if (node.raised !== undefined) {
      const size = coordinate(node.size * 0.7);
      out.push(
        `<tspan font-size="${size}" dy="${coordinate(-node.size * 0.32)}">\u200a`,
        escapeText(node.raised),
        "</tspan>",
      );
    }
    if (rtl) out.push(END_ISOLATE);
    out.push("</text>");
  } else out.push("/>");
}

/** Right-to-left text in an isolate, in a document that stays left to right: every renderer then agrees on its anchors. */
const ISOLATE = "\u2067";
const END_ISOLATE = "\u2069";
