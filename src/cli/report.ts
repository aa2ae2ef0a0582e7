import type { Problem } from "../model/problem.js";
import { visible } from "../model/problems.js";
import type { Fixed } from "../read/fix.js";
import type { Values } from "./arguments.js";
import { oneOf } from "./input.js";

/** "row 38 (line 41), column C “start”". */
function placeOf({ row, line, column, letter, path }: Partial<Problem>): string {
  const parts = [];
  if (row !== undefined) parts.push(`row ${row}${line === undefined ? "" : ` (line ${line})`}`);
  const named = [letter, column && column !== letter && `“${visible(column)}”`].filter(Boolean);
  if (named.length > 0) parts.push(`column ${named.join(" ")}`);
  if (path !== undefined) parts.push(visible(path));
  return parts.join(", ");
}

/** " (12 times: rows 3, 5, 9 …)" */
function timesOf({ count, rows, paths }: Partial<Problem>): string {
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

/** "fixed W-DATE-ORDER row 3, column B “start”: [06/01/2022] is now 2022-01-06 (12 times: rows 3, 5 …)" */
function fixedLine(f: Fixed): string {
  const times = f.count > 1 ? timesOf(f) : "";
  return `fixed ${f.code} ${placeOf(f)}: [${visible(f.value)}] is now ${visible(f.fix)}${times}`;
}

/** GitHub's workflow commands; data may not end the command or begin another. */
function annotation(file: string, kind: string, { code, row, line }: Place, text: string): string {
  const data = (s: string): string => s.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
  const property = (s: string): string => data(s).replace(/:/g, "%3A").replace(/,/g, "%2C");
  const at = row === undefined ? "" : `,line=${line ?? row}`;
  return `::${kind} file=${property(visible(file))}${at},title=${property(code)}::${data(text)}`;
}
type Place = Pick<Problem, "code" | "row" | "line">;

/** Nothing of the file could be read. */
const UNREADABLE: ReadonlySet<string> = new Set(["E-FILE-KIND", "E-FILE-BROKEN", "E-FILE-LARGE", "E-SHEET"]);
export const isUnreadable = (problems: readonly Problem[]): boolean => problems.some((p) => UNREADABLE.has(p.code));

/** What is said of one file. */
export interface Report {
  readonly file: string;
  readonly problems: readonly Problem[];
  readonly fixed?: readonly Fixed[] | undefined;
  /** A line of text at the end, for people. */
  readonly summary?: string | undefined;
}

/**
 * Writes what is said of the file of events and of those beside it to standard error; returns the exit status. As JSON it
 * is one list, in which what is about a file beside the first names it.
 */
export function report(
  first: Report,
  beside: readonly Report[],
  values: Values,
  out: { write: (text: string) => unknown } = process.stderr,
): 0 | 1 | 2 {
  const format = oneOf("format", values.format, ["text", "json", "github"] as const) ?? "text";
  const all = [first, ...beside];
  if (format === "json") {
    const list = all.flatMap(({ file, problems, fixed = [] }, i) =>
      [...fixed.map((f) => ({ ...f, fixed: true })), ...problems].map((p) => (i === 0 ? p : { file, ...p })),
    );
    // Inside of JSON's strings the same spelling is JSON's own; its line breaks stay.
    out.write(`${JSON.stringify(list, null, 2).split("\n").map(visible).join("\n")}\n`);
  } else
    all.forEach(({ file, problems, fixed = [], summary }, i) => {
      const name = i === 0 ? "" : `${visible(file)}: `;
      const said =
        format === "github"
          ? [
              ...fixed.map((f) => annotation(file, "notice", f, fixedLine(f))),
              ...problems.map((p) => annotation(file, p.severity, p, line(p))),
            ]
          : [...fixed.map((f) => name + fixedLine(f)), ...problems.map((p) => name + line(p))];
      for (const text of summary === undefined ? said : [...said, summary]) out.write(`${text}\n`);
    });
  const problems = all.flatMap((r) => r.problems);
  if (isUnreadable(problems)) return 2;
  return problems.some((p) => values.strict === true || p.severity === "error") ? 1 : 0;
}
