import type { GroupNode, Paint, PathCommand, SceneNode, Semantics } from "../scene/types.js";
import { coordinate } from "./number.js";

/** What a painter does with an attribute. */
export type Emit = (name: string, value: string) => void;

/**
 * The one mapping from scene to SVG, shared by every painter: `emit` is called with each attribute of a node, in a fixed
 * order. Values are raw; the string painter escapes them, a DOM painter sets them.
 *
 * @param plain called instead for what never needs to be escaped, whatever a layer put there: numbers, path data, words of
 *   our own
 */
export function attributes(node: SceneNode, emit: Emit, plain: Emit = emit): void {
  semantics(node, emit, plain);
  switch (node.type) {
    case "group":
      if (node.x !== undefined) plain("transform", transformOf(node)!);
      return;
    case "rect":
      plain("x", coordinate(node.x));
      plain("y", coordinate(node.y));
      plain("width", coordinate(node.width));
      plain("height", coordinate(node.height));
      if (node.radius !== undefined) plain("rx", coordinate(node.radius));
      return paint(node, emit, plain);
    case "line":
      plain("x1", coordinate(node.x1));
      plain("y1", coordinate(node.y1));
      plain("x2", coordinate(node.x2));
      plain("y2", coordinate(node.y2));
      return paint(node, emit, plain);
    case "path":
      plain("d", pathData(node.d));
      return paint(node, emit, plain);
    case "text":
      plain("x", coordinate(node.x));
      plain("y", coordinate(node.y));
      plain("font-size", coordinate(node.size));
      if (node.weight !== undefined) emit("font-weight", String(node.weight));
      if (node.anchor !== undefined && node.anchor !== "start") emit("text-anchor", node.anchor);
      return paint(node, emit, plain);
  }
}

/** Where a group stands: the last of its attributes. */
export const transformOf = ({ x, y = 0 }: GroupNode): string | null =>
  x === undefined ? null : `translate(${coordinate(x)} ${coordinate(y)})`;

/** SVG element of a node. */
export const elementName = (node: SceneNode): string => (node.type === "group" ? "g" : node.type);

function semantics(node: Semantics, emit: Emit, plain: Emit): void {
  if (node.name !== undefined) plain("class", classOf(node.name));
  if (node.role !== undefined) emit("role", node.role);
  if (node.label !== undefined) emit("aria-label", node.label);
  if (node.position !== undefined) {
    emit("aria-posinset", String(node.position[0]));
    emit("aria-setsize", String(node.position[1]));
  }
  if (node.event !== undefined) emit("data-event", node.event);
  if (node.labelOf !== undefined) emit("data-label", node.labelOf);
  if (node.noteOf !== undefined) emit("data-note", node.noteOf.join(" "));
  if (node.count !== undefined) emit("data-count", String(node.count));
  if (node.outside !== undefined) emit("data-outside", String(node.outside));
  if (node.lane !== undefined) emit("data-lane", node.lane);
  if (node.language !== undefined) emit("lang", node.language);
  if (node.hidden === true) plain("aria-hidden", "true");
}

/** Of the names of layers and of parts of marks, of which there are a few dozen. */
const classes = new Map<string, string>();
function classOf(name: string): string {
  let text = classes.get(name);
  if (text === undefined) classes.set(name, (text = `datelines-${name.replace(/[^\w-]/gu, "-")}`));
  return text;
}

function paint(node: Paint, emit: Emit, plain: Emit): void {
  if (node.fill !== undefined) emit("fill", node.fill);
  if (node.stroke !== undefined) emit("stroke", node.stroke);
  if (node.strokeWidth !== undefined) plain("stroke-width", coordinate(node.strokeWidth));
  if (node.dash !== undefined) plain("stroke-dasharray", node.dash.map(coordinate).join(" "));
  if (node.lineCap !== undefined) emit("stroke-linecap", node.lineCap);
  if (node.lineJoin !== undefined) emit("stroke-linejoin", node.lineJoin);
}

export function pathData(commands: readonly PathCommand[]): string {
  let d = "";
  // Columns of counts: most are as wide and as high as the one before.
  let [width, height, sides] = [0, 0, ""];
  for (let i = 0; i < commands.length; i++) {
    const c = commands[i]!;
    if (c[0] !== "R") {
      d += commandData(c);
      continue;
    }
    const w = c[3] - c[1];
    const h = c[4] - c[2];
    if (Math.abs(w - width) > SAME || Math.abs(h - height) > SAME || sides === "") {
      width = w;
      height = h;
      sides = `h${coordinate(w)}v${coordinate(h)}h${coordinate(-w)}Z`;
    }
    d += `M${coordinate(c[1])} ${coordinate(c[2])}${sides}`;
  }
  return d;
}

/** Sides that differ by less are written alike. */
const SAME = 0.001;

function commandData(c: Exclude<PathCommand, readonly ["R", ...unknown[]]>): string {
  switch (c[0]) {
    case "Z":
      return "Z";
    case "H":
      return `H${coordinate(c[1])}`;
    case "V":
      return `V${coordinate(c[1])}`;
    case "C":
      return `C${coordinate(c[1])} ${coordinate(c[2])} ${coordinate(c[3])} ${coordinate(c[4])} ${coordinate(c[5])} ${coordinate(c[6])}`;
    case "M":
      return `M${coordinate(c[1])} ${coordinate(c[2])}`;
    default:
      return `L${coordinate(c[1])} ${coordinate(c[2])}`;
  }
}
