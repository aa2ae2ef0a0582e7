import type { Layout } from "../layout/layout.js";
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
