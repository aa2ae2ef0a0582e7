import type { Item, LinkRoute } from "../layout.js";
import type { Link } from "../links.js";

/** Between two links that run side by side, in em. */
const APART = 0.5;

/**
 * Links of a vertical picture: from one mark out to the side, along beside the tracks, and back to the other; each in a
 * channel of its own, so that none lies over another, and only where no other mark is in the way. A link without such a way
 * is not drawn; the words have it.
 *
 * @param items all marks of the column
 * @param channel x between which links run
 * @returns routes in the picture's own places
 */
export function verticalRoutes(
  links: readonly Link[],
  items: readonly Item[],
  channel: { readonly x0: number; readonly x1: number },
  em: number,
  most: number,
): LinkRoute[] {
  const first = new Map<number, Item>();
  for (const item of items) if (!first.has(item.event)) first.set(item.event, item);
  const routes: LinkRoute[] = [];
  const used: { readonly from: number; readonly to: number; readonly lane: number }[] = [];
  const lanes = Math.floor((channel.x1 - channel.x0) / (APART * em));
  for (const link of links) {
    if (routes.length >= most) break;
    const [source, target] =
      link.type === "answers" || link.type === "follows" ? [link.to, link.from] : [link.from, link.to];
    const a = first.get(source);
    const b = first.get(target);
    if (a === undefined || b === undefined) continue;
    const p = portOf(a);
    const q = portOf(b);
    if (Math.abs(p - q) < em || !isFree(a, p, items, em) || !isFree(b, q, items, em)) continue;
    const [from, to] = [Math.min(p, q) - 0.2 * em, Math.max(p, q) + 0.2 * em];
    let lane = 0;
    while (used.some((u) => u.lane === lane && u.from < to && u.to > from)) lane++;
    // Two that end at one mark would lie over each other on their way to it.
    const meets = used.some((u) => [u.from, u.to].some((y) => Math.abs(y - from) < 1 || Math.abs(y - to) < 1));
    if (lane >= lanes || meets) continue;
    used.push({ from, to, lane });
    const x = channel.x1 - (lane + 0.4) * APART * em;
    const half = 0.45 * em;
    routes.push({
      from: source,
      to: target,
      type: link.type,
      points: [
        [a.y - half, p],
        [x, p],
        [x, q],
        [b.y - half, q],
      ],
    });
  }
  return routes;
}

/** Where a link touches a mark: a dot in its middle, a bar near its beginning. */
const portOf = ({ mark }: Item): number =>
  mark.c1 - mark.c0 < 4 ? mark.c0 : Math.min(mark.c0 + 8, (mark.c0 + mark.c1) / 2);

/** Whether no other mark lies between a mark and the channel. */
const isFree = ({ event, y }: Item, at: number, items: readonly Item[], em: number): boolean =>
  !items.some((o) => o.event !== event && o.y < y && o.mark.x0 < at + 0.3 * em && o.mark.x1 > at - 0.3 * em);
