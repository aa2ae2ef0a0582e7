import type { Problem } from "../model/problem.js";
import { visible } from "../model/problems.js";
import type { Values } from "./main.js";
import { oneOf } from "./input.js";

/** Column letters as spreadsheets have them are not known here; the column's name is. */
function placeOf(p: Problem): string {
  const parts = [];
  if (p.row !== undefined) parts.push(`row ${p.row}`);
  if (p.column !== undefined) parts.push(`column “${visible(p.column)}”`);
  if (p.path !== undefined) parts.push(visible(p.path));
  return parts.join(", ");
}

function line(p: Problem): string {
  const where = placeOf(p);
  const value = p.value === undefined ? "" : ` [${visible(p.value)}]`;
  const rows =
    p.count === undefined
      ? ""
      : ` (${p.count} times: rows ${(p.rows ?? []).join(", ")}${p.count > (p.rows?.length ?? 0) ? " …" : ""})`;
  const hint = p.hint === undefined ? "" : `. ${visible(p.hint)}`;
  return `${p.code}${where === "" ? "" : ` ${where}`}: ${visible(p.message)}${value}${rows}${hint}`;
}

/** GitHub's workflow commands; data may not end the command or begin another. */
function annotation(file: string, p: Problem): string {
  const data = (s: string): string => s.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
  const property = (s: string): string => data(s).replace(/:/g, "%3A").replace(/,/g, "%2C");
  const at = p.row === undefined ? "" : `,line=${p.row}`;
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
