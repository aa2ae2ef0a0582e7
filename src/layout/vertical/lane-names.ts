import type { Arrangement } from "../arrange.js";
import { paragraph } from "../flow.js";
import { hasFoldMarks, insideText, laneFont } from "../lane-name.js";
import { isFolded, type Lane } from "../lanes.js";
import type { TextBlock } from "../layout.js";
import { MERGED } from "./columns.js";

/** A lane and what is said of it over the columns. */
export interface NamedLane {
  readonly lane: Lane;
  readonly name: TextBlock;
  /** Between which x it stands, over its columns. */
  readonly x0: number;
  readonly x1: number;
}

export interface ColumnNames {
  readonly names: ReadonlyMap<string, TextBlock>;
  /** Lanes with a name and no column: headings, and, where all share a column, all that can be folded. */
  readonly others: readonly NamedLane[];
  readonly height: number;
}

export interface Column {
  readonly id: string;
  readonly x0: number;
  readonly x1: number;
}

/** From a column's edge to its name, before the name for the mark that tells whether it is folded, and between names in a line; in em. */
const INSET = 0.5;
const FOLD = 1.15;
const APART = 1.6;
const EMPTY: TextBlock = { lines: [], height: 0 };

/** Names of lanes over their columns from a y down; where lanes lie in others, in a row for each level. */
export function columnNames(arrangement: Arrangement, columns: readonly Column[], y: number): ColumnNames {
  const { lanes } = arrangement;
  if (columns[0]?.id === MERGED) return groupsInLine(arrangement, columns[0], y);
  const columnOf = new Map(columns.map((c) => [c.id, c]));
  const depthOf = (lane: Lane): number => lane.nest?.depth ?? 0;
  const rows: { readonly lane: Lane; readonly x0: number; readonly x1: number }[][] = [];
  lanes.forEach((lane, i) => {
    let end = i + 1;
    while (end < lanes.length && depthOf(lanes[end]!) > depthOf(lane)) end++;
    const own = columnOf.get(lane.id);
    const spanned = own === undefined ? lanes.slice(i, end).flatMap((l) => columnOf.get(l.id) ?? []) : [own];
    if (spanned.length === 0) return;
    (rows[depthOf(lane)] ??= []).push({ lane, x0: spanned[0]!.x0, x1: spanned.at(-1)!.x1 });
  });
  const names = new Map<string, TextBlock>();
  const others: NamedLane[] = [];
  let top = y;
  for (const row of rows) {
    let height = 0;
    for (const { lane, x0, x1 } of row ?? []) {
      const name = nameOf(lane, { x0, x1, y: top }, arrangement);
      height = Math.max(height, name.height);
      if (columnOf.has(lane.id)) names.set(lane.id, name);
      else others.push({ lane, name, x0, x1 });
    }
    top += height;
  }
  return { names, others, height: top - y };
}

/** Lanes that can be folded, in lines over the column that all share. */
function groupsInLine(arrangement: Arrangement, { x0, x1 }: Column, y: number): ColumnNames {
  const names = new Map([[MERGED, EMPTY]]);
  if (!hasFoldMarks(arrangement)) return { names, others: [], height: 0 };
  const { type, measure } = arrangement;
  const others: NamedLane[] = [];
  let x = x0;
  let top = y;
  let line = 0;
  for (const lane of arrangement.lanes.filter((l) => l.nest?.group != null)) {
    const alone = nameOf(lane, { x0, x1, y: top }, arrangement);
    const width = (INSET + FOLD) * type.em + Math.max(0, ...alone.lines.map((l) => measure(l.text, l.font)));
    if (x > x0 && x + width > x1) {
      x = x0;
      top += line;
      line = 0;
    }
    const name = nameOf(lane, { x0: x, x1, y: top }, arrangement);
    // Fingers need room between the lines.
    line = Math.max(line, name.height + 0.6 * type.em, 24);
    x += width + APART * type.em;
    others.push({ lane, name, x0, x1 });
  }
  return { names, others, height: top + line - y };
}

/** The name of a lane; a folded one says how much lies in it. */
function nameOf(
  lane: Lane,
  { x0, x1, y }: { readonly x0: number; readonly x1: number; readonly y: number },
  arrangement: Arrangement,
): TextBlock {
  const { type, locale } = arrangement;
  const x = x0 + (INSET + (lane.nest?.group != null && hasFoldMarks(arrangement) ? FOLD : 0)) * type.em;
  const width = x1 - x;
  const name = paragraph(lane.name, laneFont(lane, type), "lane", { x, y, width, maxLines: 3 }, arrangement);
  if (!isFolded(lane)) return name;
  const box = { x, y: y + name.height, width, maxLines: 3 };
  const inside = paragraph(insideText(lane, locale), type.foot, "lane-summary", box, arrangement);
  return { lines: [...name.lines, ...inside.lines], height: name.height + inside.height };
}
