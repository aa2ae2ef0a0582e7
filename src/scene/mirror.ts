import type { PathCommand, SceneNode } from "./types.js";

/** The picture seen in a mirror, for right-to-left: places change sides, shapes turn, text stays readable. */
export function mirror(nodes: readonly SceneNode[], width: number): SceneNode[] {
  return nodes.map((node) => mirrored(node, width));
}

function mirrored(node: SceneNode, w: number): SceneNode {
  switch (node.type) {
    case "group":
      return { ...node, children: mirror(node.children, w) };
    case "rect":
      return { ...node, x: w - node.x - node.width };
    case "line":
      return { ...node, x1: w - node.x1, x2: w - node.x2 };
    case "path":
      return { ...node, d: node.d.map((c) => command(c, w)) };
    case "text":
      return { ...node, x: w - node.x, anchor: ANCHOR[node.anchor ?? "start"] };
  }
}

const ANCHOR = { start: "end", middle: "middle", end: "start" } as const;

function command(c: PathCommand, w: number): PathCommand {
  switch (c[0]) {
    case "M":
    case "L":
      return [c[0], w - c[1], c[2]];
    case "H":
      return ["H", w - c[1]];
    case "C":
      return ["C", w - c[1], c[2], w - c[3], c[4], w - c[5], c[6]];
    case "V":
    case "Z":
      return c;
  }
}
