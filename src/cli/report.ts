import type { Problem } from "../model/problem.js";
import { visible } from "../model/problems.js";
import type { Values } from "./main.js";
import { oneOf } from "./input.js";

/** "row 38 (line 41), column C “start”". */
function placeOf({ row, line, column, letter, path }: Problem): string {
  const parts = [];
  if (row !== undefined) parts.push(`row ${row}${line === undefined ? "" : ` (line ${line})`}`);
  const named = [letter, column && column !== letter && `“${visible(column)}”`].filter(Boolean);
  if (named.length > 0) parts.push(`column ${named.join(" ")}`);
  if (path !== undefined) parts.push(visible(path));
  return parts.join(", ");
}

/** " (12 times: rows 3, 5, 9 …)" */
function timesOf({ count, rows, paths }: Problem): string {
  if (count === undefined) return "";
  const places = rows ?? paths?.map(visible) ?? [];
  if (places.length === 0) return ` (${count} times)`;
  return ` (${count} times: ${rows ? "rows " : ""}${places.join(", ")}${count > places.length ? " …" : ""})`;
}

/** A problem in one line, as it is written to standard error. */
export function line(p: Problem): string {
  const where = placeOf(p);
  const value = p.value === undefined ? "" : ` [${visible(p.value)}]`;
  const hint = p.hint === undefined ? "" : `. ${visible(p.hint)}`;
  return `${p.code}${where === "" ? "" : ` ${where}`}: ${visible(p.message)}${value}${timesOf(p)}${hint}`;
}

/** GitHub's workflow commands; data may not end the command or begin another. */
function annotation(file: string, p: Problem): string {
  const data = (s: string): string => s.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
  const property = (s: string): string => data(s).replace(/:/g, "%3A").replace(/,/g, "%2C");
  const at = p.row === undefined ? "" : `,line=${p.line ?? p.row}`;
  return `::${p.severity} file=${property(visible(file))}${at},title=${property(p.code)}::${data(line(p))}`;
}

/** Nothing of the file could be read. */
const UNREADABLE: ReadonlySet<string> = new Set(["E-FILE-KIND", "E-FILE-BROKEN", "E-FILE-LARGE", "E-SHEET"]);
export const isUnreadable = (problems: readonly Problem[]): boolean => problems.some((p) => UNREADABLE.has(p.code));

/** Writes the problems to standard error; returns the exit status. */
export function report(
  file: string,
  problems: readonly Problem[],
  values: Values,
  out: { write: (text: string) => unknown } = process.stderr,
): 0 | 1 | 2 {
  const format = oneOf("format", values.format, ["text", "json", "github"] as const) ?? "text";
  const errors = problems.filter((p) => p.severity === "error").length;
  // Inside of JSON's strings the same spelling is JSON's own; its line breaks stay.
  if (format === "json") out.write(`${JSON.stringify(problems, null, 2).split("\n").map(visible).join("\n")}\n`);
  else for (const p of problems) out.write(`${format === "github" ? annotation(file, p) : line(p)}\n`);
  if (isUnreadable(problems)) return 2;
  return errors > 0 || (values.strict === true && problems.length > 0) ? 1 : 0;
}
