import type { PathCommand, SceneNode } from "./types.js";

/**
 * A drawing with time along x as it is with time along y: every place (x, y) becomes (y, x). Text keeps its size and stays
 * upright about the middle of its letters.
 */
export function transpose(nodes: readonly SceneNode[]): SceneNode[] {
  return nodes.map(transposed);
}

/** From a baseline up to the middle of digits and capitals, in sizes. */
const MIDDLE = 0.36;

function transposed(node: SceneNode): SceneNode {
  switch (node.type) {
    case "group":
      return node.x === undefined || node.y === undefined
        ? { ...node, children: transpose(node.children) }
        : { ...node, x: node.y, y: node.x, children: transpose(node.children) };
    case "rect":
      return { ...node, x: node.y, y: node.x, width: node.height, height: node.width };
    case "line":
      return { ...node, x1: node.y1, y1: node.x1, x2: node.y2, y2: node.x2 };
    case "path":
      return { ...node, d: transposePath(node.d) };
    case "text":
      return { ...node, x: node.y - MIDDLE * node.size, y: node.x + MIDDLE * node.size };
  }
}

/** The outline of a path, transposed. */
export const transposePath = (d: readonly PathCommand[]): PathCommand[] =>
  d.map((c): PathCommand => {
    switch (c[0]) {
      case "M":
      case "L":
        return [c[0], c[2], c[1]];
      case "H":
        return ["V", c[1]];
      case "V":
        return ["H", c[1]];
      case "C":
        return ["C", c[2], c[1], c[4], c[3], c[6], c[5]];
      case "R":
        return ["R", c[2], c[1], c[4], c[3]];
      case "Z":
        return c;
    }
  });
