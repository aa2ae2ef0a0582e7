import { visible } from "../model/problems.js";
import { check as checkSource, type CheckResult } from "../read/check.js";
import { openInput } from "./file.js";
import { readOptions, refuseSheet, workbook } from "./input.js";
import type { Values } from "./main.js";
import { noProgress, progressOf } from "./progress.js";
import { report } from "./report.js";

/** Reads the file and reports what is wrong with it; the count goes to standard error too, standard output stays empty. */
export async function check(file: string, values: Values): Promise<number> {
  const result = await checkFile(file, values);
  const status = report(file, result.problems, values);
  if (values.format !== "json") process.stderr.write(`${summary(file, result)}\n`);
  return status;
}

/** What is wrong with a file, however large, telling how far it is where somebody looks on. */
export async function checkFile(file: string, values: Values): Promise<CheckResult> {
  const options = readOptions(file, values);
  let size = 0;
  const shown = values.progress ?? (process.stderr.isTTY && values.format !== "json");
  const progress = shown ? progressOf(file, () => size, process.stderr) : noProgress;
  const input = openInput(file, progress.bytes);
  size = input.size;
  try {
    const bytes = input.archive();
    if (bytes !== null) {
      const { data, problems } = await workbook(bytes, file, values);
      return { events: data.events.length, problems };
    }
    refuseSheet(file, values);
    return checkSource(input.source, options, progress.row);
  } finally {
    progress.end();
    input.close();
  }
}

function summary(file: string, { events, problems }: CheckResult): string {
  const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? "" : "s"}`;
  const of = (severity: string): number =>
    problems.filter((p) => p.severity === severity).reduce((s, p) => s + (p.count ?? 1), 0);
  return `${visible(file)}: ${count(events, "event")}, ${count(of("error"), "error")}, ${count(of("warning"), "warning")}`;
}
