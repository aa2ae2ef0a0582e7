import type { SceneNode } from "./types.js";

const TYPES: ReadonlySet<unknown> = new Set(["group", "rect", "line", "path", "text"]);

/**
 * What a layer of the caller's has given: nothing is an empty list, and gaps in a list are left out, so that layers may be
 * written as conditions.
 *
 * @throws TypeError for a node that no painter knows
 */
export function soundNodes(layer: string, nodes: unknown): readonly SceneNode[] {
  const list = (Array.isArray(nodes) ? nodes : [nodes]).filter((n) => n !== null && n !== undefined && n !== false);
  return list.map((node: SceneNode) => {
    const { type } = node;
    if (!TYPES.has(type))
      throw new TypeError(`layers.${layer}: a node has a type of ${[...TYPES].join(", ")}, not “${String(type)}”`);
    if (type !== "group") return node;
    const children = soundNodes(layer, node.children);
    return children.length === node.children?.length ? node : { ...node, children };
  });
}
