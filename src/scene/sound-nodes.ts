import type { SceneNode } from "./types.js";

const TYPES: readonly string[] = ["group", "rect", "line", "path", "text"];

/**
 * What a layer of the caller's has given: nothing is an empty list, and gaps in a list are left out, so that layers may be
 * written as conditions.
 *
 * @throws TypeError for a node that no painter knows
 */
export const soundNodes = (layer: string, nodes: unknown): readonly SceneNode[] =>
  ([nodes].flat() as readonly (SceneNode | null | undefined | false)[]).flatMap((node) => {
    if (!node) return [];
    if (!TYPES.includes(node.type))
      throw new TypeError(`layers.${layer}: a node has a type of ${TYPES.join(", ")}, not “${node.type}”`);
    return node.type === "group" ? { ...node, children: soundNodes(layer, node.children) } : node;
  });
