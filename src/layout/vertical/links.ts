import type { Arrangement } from "../arrange.js";
import type { Port } from "../elbow.js";
import type { Item, LaneLayout } from "../layout.js";
import { nearest, placesOf, regionOf } from "../link-ground.js";
import { wantedLinks } from "../link-wanted.js";
import { routesOn, type LinkGround, type RoutedLinks } from "../links.js";
import type { PeriodLayout } from "../periods.js";
import { meet, type Rect } from "../rect.js";
import type { VerticalColumn } from "./frame.js";
import { MOST_LINES } from "./link-room.js";
import { verticalObstacles, type LabelBox, type VerticalObstacles } from "./link-obstacles.js";

/** Room over and under two labels in which their arrow may run, in em. */
const AROUND = 3;
/** Of the selected event, a main one, another: out past all labels that are wider, and back. */
const DETOURS = { own: 60, main: 48, other: 30 } as const;
/** Prices in em of length: crossing another arrow, having no room for words; there is room to go about it, and for these. */
const CROSSING = 24;
const WORDLESS = 24;
/** How far an arrow goes straight away from its label, and straight to the other, in em. */
const LEAVE = 0.25;
const APART = 0.6;
const ARRIVE = 0.6;
/** Price, in em of length, to touch another line of a label than the first of its title. */
const BESIDE = 0.6;
/** A bar is touched near its beginning, in em. */
const NEAR = 0.7;

type Column = Pick<VerticalColumn, "x0" | "x1" | "text">;
interface Extent {
  readonly x0: number;
  readonly x1: number;
}

/**
 * Arrows where time runs down. Between marks and labels run the lines that join them; arrows therefore go from label to
 * label, in the room at their right. From column to column they end at a mark, which stands at the left of all.
 */
export const verticalLinks = (
  lanes: readonly (LaneLayout & { readonly periods: readonly PeriodLayout[] })[],
  columns: readonly Column[],
  axis: Extent,
  arrangement: Arrangement,
  only?: number,
): RoutedLinks => routesOn(labelGround(lanes, columns, axis, arrangement, only), arrangement, only);

/** A label at which an arrow may begin or end. */
interface End extends LabelBox {
  readonly event: number;
  readonly column: number;
}

function labelGround(
  lanes: Parameters<typeof verticalLinks>[0],
  columns: readonly Column[],
  axis: Extent,
  arrangement: Arrangement,
  only: number | undefined,
): LinkGround<End> {
  const { timeline, options, type } = arrangement;
  const { em } = type;
  const arrows = new Map<number, number>();
  const { links, most } = wantedLinks(timeline, options.links, only);
  for (const { from, to } of links.slice(0, most)) for (const e of [from, to]) arrows.set(e, (arrows.get(e) ?? 0) + 1);
  const plot: Rect = { x0: columns[0]!.x0, x1: columns.at(-1)!.x1, y0: axis.x0, y1: axis.x1 };
  let found: (VerticalObstacles & { readonly places: ReadonlyMap<number, readonly End[]> }) | null = null;
  function all(): NonNullable<typeof found> {
    if (found !== null) return found;
    const periods = lanes.flatMap((lane) => lane.periods);
    const obstacles = verticalObstacles(lanes, periods, axis, arrangement);
    const columnOf = new Map(lanes.flatMap(({ items }, c) => items.map((item) => [item, c])));
    const ends = obstacles.labels.map((l): End => ({ ...l, event: l.item.event, column: columnOf.get(l.item)! }));
    return (found = { ...obstacles, places: placesOf(ends) });
  }
  const far = (a: End, b: End): number => Math.abs(a.box.y0 - b.box.y0) + 1e4 * Math.abs(a.column - b.column);

  return {
    ends: (source, target) => nearest(all().places.get(source), all().places.get(target), far),
    far,
    between: (a, b) => {
      const right = a.column > b.column ? a : b.column > a.column ? b : null;
      const left = columns[Math.min(a.column, b.column)]!;
      const bounds: Rect = {
        ...regionOf(a.box, b.box, plot, AROUND * em),
        x0: left.text.x0,
        x1: right === null ? left.x1 : right.item.y,
      };
      const own = (l: LabelBox): boolean => l.item === a.item || l.item === b.item;
      const aside = ({ box, item }: LabelBox): Rect =>
        arrows.has(item.event) ? { ...box, x1: box.x1 + (LEAVE + APART) * em } : box;
      const ports = (end: End, leaving: boolean): Port[] =>
        end === right ? [markPort(end.item, leaving, em)] : linePorts(end, arrows.get(end.event) ?? 1, leaving, em);
      const [upper, lower] = a.box.y0 < b.box.y0 ? [a, b] : [b, a];
      // Straight down to the next, or up.
      const next = right === null && !all().labels.some((l) => l.box.y0 > upper.box.y0 && l.box.y0 < lower.box.y0);
      const upright = (end: End, leaving: boolean): Port[] =>
        next ? [uprightPort(end, end === upper, leaving, em)] : [];
      return {
        bounds,
        blocks: [
          // Of its own labels an arrow passes the lines, of others the whole.
          ...all().labels.flatMap((l) => (own(l) ? l.lines : [aside(l)])),
          ...all().blocks,
        ].filter((box) => meet(box, bounds)),
        from: [...ports(a, true), ...upright(a, true)],
        to: [...ports(b, false), ...upright(b, false)],
      };
    },
    detours: DETOURS,
    crossing: CROSSING,
    wordless: WORDLESS,
    taken: () => all().taken,
    plot,
    lines: MOST_LINES,
  };
}

/** At the end of each line of a label, or closer to each other where more arrows want to touch it. */
function linePorts({ item: { way }, lines, box }: End, arrows: number, leaving: boolean, em: number): Port[] {
  const title = way!.lines.findIndex((l) => l.role === "title");
  const middle = (line: Rect): number => (line.y0 + line.y1) / 2;
  const ys =
    arrows <= lines.length
      ? lines.map(middle)
      : Array.from({ length: arrows }, (_, k) => box.y0 + ((k + 0.5) * (box.y1 - box.y0)) / arrows);
  return ys.map((y): Port => {
    const beside = lines.filter((l) => l.y0 < y + 0.3 * em && l.y1 > y - 0.3 * em);
    const x = Math.max(...beside.map((l) => l.x1)) + 0.1 * em;
    const off = Math.abs(y - middle(lines[title]!));
    return { x, y, dx: 1, dy: 0, stub: (leaving ? LEAVE : ARRIVE) * em, cost: Math.min(BESIDE * em, off) };
  });
}

/** Under the beginning of a label, or over it. */
const uprightPort = ({ item, box }: End, under: boolean, leaving: boolean, em: number): Port => ({
  x: item.way!.textX + 0.8 * em,
  y: under ? box.y1 + 0.1 * em : box.y0 - 0.1 * em,
  dx: 0,
  dy: under ? 1 : -1,
  stub: (leaving ? LEAVE : ARRIVE) * em,
  cost: 0,
});

function markPort({ mark, y }: Item, leaving: boolean, em: number): Port {
  const at = mark.form === "bar" ? Math.min(mark.x0 + NEAR * em, (mark.x0 + mark.x1) / 2) : mark.c0;
  return { x: y - 0.5 * em, y: at, dx: -1, dy: 0, stub: (leaving ? LEAVE : ARRIVE) * em, cost: 0 };
}
