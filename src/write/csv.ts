import type { Problem } from "../model/problem.js";
import type { TimelineData, TimelineEvent } from "../model/types.js";
import { documentOf } from "../model/versions.js";
import { guarded } from "../read/guard.js";
import { tableOf } from "./table.js";

/**
 * A document, or its events alone, as CSV (RFC 4180) that {@link read} reads back. Text that a spreadsheet would run as a
 * formula has an apostrophe before it, which reading takes away. {@link lostInCSV} says what a table cannot hold.
 *
 * @example
 * await writeFile("story.csv", "\ufeff" + toCSV(data)); // with the mark by which Excel knows UTF-8
 */
export function toCSV(data: TimelineData | readonly TimelineEvent[]): string {
  const { header, rows } = tableOf(documentOf(data, "toCSV()"));
  return [header, ...rows].map((cells) => `${cells.map(cellText).join(",")}\r\n`).join("");
}

/** What {@link toCSV} leaves out, each field once with its first path and a count. */
export const lostInCSV = (data: TimelineData | readonly TimelineEvent[]): readonly Problem[] =>
  tableOf(documentOf(data, "lostInCSV()")).problems;

/** Also quoted is what other programs may take for a delimiter. */
function cellText(text: string): string {
  const cell = guarded(text);
  return /[",;\t|\r\n]|^\s|\s$/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}
