import type { Item, LaneLayout } from "../../layout/layout.js";
import { heightOf } from "../../layout/nudge.js";
import { LABEL_GAP } from "../../layout/ranked-labels.js";
import type { Typography } from "../../layout/typography.js";
import { FARTHEST, SIDES } from "../../model/hints.js";
import type { LayoutHints } from "../../model/types.js";
import { labelEdges } from "./grip.js";

/** A label put down so near to where it stands by itself, in px, is meant to stand there. */
const SNAP = 5;

/**
 * What the editor means who moves a label: the side of the mark that it is nearest to, and how far it is from its natural
 * place there.
 *
 * @param dx how far it was moved, in the picture's units, left to right
 * @param snap off for steps of the keyboard, each of which counts
 */
export function movedBy(
  item: Item,
  dx: number,
  dy: number,
  type: Typography,
  before: LayoutHints,
  { snap = true }: { readonly snap?: boolean } = {},
): LayoutHints {
  const { way, mark } = item;
  if (way === null) return before;
  const [left, right] = labelEdges(item);
  const width = right - left;
  const height = heightOf(way, type);
  const { em } = type;
  const at = { x: left + dx, y: way.top + dy };
  const half = em / 2;
  const gap = LABEL_GAP * em;
  const natural: Readonly<Record<(typeof SIDES)[number], { readonly x: number; readonly y: number }>> = {
    right: { x: mark.x1 + gap, y: -height / 2 },
    left: { x: mark.x0 - gap - width, y: -height / 2 },
    above: { x: mark.x0, y: -half - 0.12 * em - height },
  };
  const far = (side: (typeof SIDES)[number]): number => Math.hypot(at.x - natural[side].x, at.y - natural[side].y);
  const side = snap ? [...SIDES].sort((a, b) => far(a) - far(b))[0]! : way.side;
  const rounded = (n: number): number => {
    const whole = Math.round(Math.min(FARTHEST, Math.max(-FARTHEST, n)));
    return Math.abs(whole) < (snap ? SNAP : 1) ? 0 : whole;
  };
  const x = rounded(at.x - natural[side].x);
  const y = rounded(at.y - natural[side].y);
  const { nudge: _, hide: __, ...rest } = before;
  // Over its mark a label may end with it, too: a nudge of nought says that it is to begin with it.
  return { ...rest, side, ...(x === 0 && y === 0 && side !== "above" ? {} : { nudge: { x, y } }) };
}

/**
 * The same beside a vertical axis, where labels have one side: how far from where it would stand alone. Others give way.
 */
export function movedDown(
  { way }: Item,
  dx: number,
  dy: number,
  before: LayoutHints,
  { snap = true }: { readonly snap?: boolean } = {},
): LayoutHints {
  if (way === null) return before;
  const whole = (n: number): number => {
    const rounded = Math.round(Math.min(FARTHEST, Math.max(-FARTHEST, n)));
    return Math.abs(rounded) < (snap ? SNAP : 1) ? 0 : rounded;
  };
  const x = Math.max(0, whole((before.nudge?.x ?? 0) + dx));
  const y = whole(way.top + dy - (way.alone ?? way.top));
  const { nudge: _, hide: __, ...rest } = before;
  return x === 0 && y === 0 ? rest : { ...rest, nudge: { x, y } };
}

/** The hints with the row whose marks stand nearest to a height; as they were where that is the event's own. */
export function inRowAt(y: number, item: Item, lane: LaneLayout, before: LayoutHints): LayoutHints {
  const rows = lane.rows ?? [];
  let best = rows.indexOf(item.y);
  rows.forEach((row, r) => {
    if (best < 0 || Math.abs(row - y) < Math.abs(rows[best]! - y)) best = r;
  });
  if (best < 0 || rows[best] === item.y) return before;
  const { hide: _, ...rest } = before;
  return { ...rest, row: best + 1 };
}

/** The hints with the row above (-1) or below (1); the same ones at the ends of the lane. */
export function inNextRow(step: 1 | -1, item: Item, { rows = [] }: LaneLayout, before: LayoutHints): LayoutHints {
  const row = (before.row ?? rows.indexOf(item.y) + 1) + step;
  // One row more than there are may be asked for.
  return row < 1 || row > rows.length + 1 ? before : { ...before, row };
}

/** The sides in turn, with none asked for between the last and the first. */
export function onNextSide(before: LayoutHints): LayoutHints {
  const order = ["right", "above", "left", undefined] as const;
  const next = order[(order.indexOf(before.side) + 1) % order.length];
  // How far a label is from its place at one side says nothing of another.
  const { side: _, nudge: __, ...rest } = before;
  return next === undefined ? rest : { ...rest, side: next };
}

/** The hints with a break after a word, or without it where there was one. */
export function brokenAfter(word: number, before: LayoutHints): LayoutHints {
  const breaks = new Set(before.break);
  if (!breaks.delete(word)) breaks.add(word);
  const { break: _, ...rest } = before;
  return breaks.size === 0 ? rest : { ...rest, break: [...breaks].sort((a, b) => a - b) };
}

export const pinned = ({ pin, hide: _, ...rest }: LayoutHints): LayoutHints =>
  pin === true ? rest : { ...rest, pin: true };
export const hidden = ({ hide, pin: _, ...rest }: LayoutHints): LayoutHints =>
  hide === true ? rest : { ...rest, hide: true };
