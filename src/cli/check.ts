import type { Values } from "./main.js";
import { visible } from "../model/problems.js";
import { readInput } from "./input.js";
import { report } from "./report.js";

/** Reads the file and reports what is wrong with it; the count goes to standard error too, standard output stays empty. */
export async function check(file: string, values: Values): Promise<number> {
  const { data, problems } = await readInput(file, values);
  const status = report(file, problems, values);
  if (values.format !== "json") {
    const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? "" : "s"}`;
    const of = (severity: string): number =>
      problems.filter((p) => p.severity === severity).reduce((s, p) => s + (p.count ?? 1), 0);
    process.stderr.write(
      `${visible(file)}: ${count(data.events.length, "event")}, ${count(of("error"), "error")}, ${count(of("warning"), "warning")}\n`,
    );
  }
  return status;
}
