import type { PathCommand, SceneNode } from "./types.js";

/** The picture seen in a mirror, for right-to-left: places change sides, shapes turn, text stays readable. */
export function mirror(nodes: readonly SceneNode[], width: number): SceneNode[] {
  return nodes.map((node) => mirrored(node, width));
}

function mirrored(node: SceneNode, w: number): SceneNode {
  switch (node.type) {
    case "group":
      // Children with an origin of their own do not know the picture's width: once mirrored they stay so.
      return node.x === undefined
        ? { ...node, children: mirror(node.children, w) }
        : { ...node, x: w - node.x, children: mirroredOnce(node.children) };
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

const local = new WeakMap<readonly SceneNode[], readonly SceneNode[]>();
const localNode = new WeakMap<SceneNode, SceneNode>();

function mirroredOnce(nodes: readonly SceneNode[]): readonly SceneNode[] {
  let found = local.get(nodes);
  if (found !== undefined) return found;
  found = nodes.map((node) => {
    let one = localNode.get(node);
    if (one === undefined) localNode.set(node, (one = mirrored(node, 0)));
    return one;
  });
  local.set(nodes, found);
  return found;
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
    case "R":
      return ["R", w - c[1], c[2], w - c[3], c[4]];
    case "V":
    case "Z":
      return c;
  }
}
