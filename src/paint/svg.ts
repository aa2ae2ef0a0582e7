import { mistake } from "../model/mistake.js";
import type { Scene, SceneNode, TextNode } from "../scene/types.js";
import { attributes } from "./attributes.js";
import { escapeAttribute, escapeText } from "./escape.js";
import { END_ISOLATE, isolateOf, raisedOf, rootAttributes } from "./root.js";

/**
 * Writes a scene as an SVG document: presentation attributes only, no script, no style, no reference to anything outside.
 * Widths in millimetres where the scene is for print, its units being points.
 *
 * @throws TypeError when it is not what {@link draw} gives
 * @example
 * paintSVG(draw(place(arrange(data))))
 */
export function paintSVG(scene: Scene): string {
  if (!Array.isArray((scene as Partial<Scene> | null | undefined)?.nodes))
    throw mistake("paintSVG()", "what draw() gives", scene);
  const { idPrefix } = scene;
  const rtl = scene.direction === "rtl";
  // One string grown piece by piece: engines join these faster than a list of pieces. The quote that ends an attribute
  // is written with what follows it: one piece less for each.
  let svg = "<svg";
  let open = false;
  const few = [fewTexts(), fewTexts()] as const;
  const plain = (name: string, value: string): void => {
    svg += (open ? following(name) : opening(name)) + value;
    open = true;
  };
  const attr = (name: string, value: string): void => {
    const known = few[open ? 1 : 0].get(name);
    if (known === undefined) return plain(name, escapeAttribute(value));
    let text = known.get(value);
    if (text === undefined)
      known.set(value, (text = (open ? following(name) : opening(name)) + escapeAttribute(value)));
    svg += text;
    open = true;
  };
  const marks = new Map<SceneNode, string>();
  /** A mark of which there are many is one node that stands in many places: it is written once. */
  const writeMark = (mark: SceneNode): void => {
    let text = marks.get(mark);
    if (text === undefined) {
      const before = svg;
      svg = "";
      write(mark);
      marks.set(mark, (text = svg));
      svg = before;
    }
    svg += text;
  };
  const write = (node: SceneNode): void => {
    svg += TAGS[node.type];
    attributes(node, attr, plain);
    const ended = open ? ENDED : BARE;
    open = false;
    if (node.type === "group") {
      svg += ended.tag;
      for (let i = 0; i < node.children.length; i++) {
        const child = node.children[i]!;
        if (child.name === "mark") writeMark(child);
        else write(child);
      }
      svg += "</g>";
    } else if (node.type === "text") {
      const text = escapeText(node.text) + (node.raised === undefined ? "" : raised(node));
      svg += ended.tag;
      svg += rtl ? `${isolateOf(node.text)}${text}${END_ISOLATE}</text>` : `${text}</text>`;
    } else svg += ended.element;
  };
  rootAttributes(scene, attr);
  svg += `"><title id="${idPrefix}-title">${escapeText(scene.title)}</title>`;
  open = false;
  svg += `<desc id="${idPrefix}-desc">${escapeText(scene.description)}</desc>`;
  for (const node of scene.nodes) write(node);
  return `${svg}</svg>\n`;
}

/** Attributes with a few values in a picture, each of which is written once. */
const FEW = ["fill", "stroke", "role", "font-weight", "text-anchor"];
const fewTexts = (): Map<string, Map<string, string>> => new Map(FEW.map((name) => [name, new Map<string, string>()]));

const TAGS = { group: "<g", rect: "<rect", line: "<line", path: "<path", text: "<text" } as const;

/** What stands before the value of an attribute, by its name. There are a few dozen names, all of them ours. */
const openings: Record<string, string> = {};
const opening = (name: string): string => (openings[name] ??= ` ${name}="`);
const followings: Record<string, string> = {};
const following = (name: string): string => (followings[name] ??= `" ${name}="`);

/** How a tag ends that has attributes, and one that has none. */
const ENDED = { tag: '">', element: '"/>' };
const BARE = { tag: ">", element: "/>" };

function raised(node: TextNode): string {
  const { size, dy, text } = raisedOf(node)!;
  return `<tspan font-size="${size}" dy="${dy}">${escapeText(text)}</tspan>`;
}
