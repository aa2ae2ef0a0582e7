import type { Layout } from "../layout/layout.js";
import type { LayerContext } from "./layer.js";
import type { GroupNode, SceneNode } from "./types.js";

/** Whether a picture is drawn again and again, for one window after another. */
export const isLive = ({ arrangement }: Layout): boolean => arrangement.options.zoomable === true;

/**
 * What stands at x and is at zero itself. Browsers set a text anew for an x of its own, but only move a group.
 *
 * @param key what it is from one window to the next
 */
export const moving = (key: string, x: number, children: readonly SceneNode[]): GroupNode => ({
  type: "group",
  key,
  x,
  y: 0,
  children,
});

/** What looks the same and stands in the same place in window after window, by that: one node for all of them. */
export function standing({ marks }: LayerContext, key: string, make: () => SceneNode): SceneNode {
  let node = marks.get(key);
  if (node === undefined) marks.set(key, (node = make()));
  return node;
}
