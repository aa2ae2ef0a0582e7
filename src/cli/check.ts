import { visible } from "../model/problems.js";
import { check as checkSource, type CheckResult } from "../read/check.js";
import { openInput } from "./file.js";
import { fixFile } from "./fix.js";
import { readOptions, refuseSheet, workbook } from "./input.js";
import type { Values } from "./main.js";
import { noProgress, progressOf } from "./progress.js";
import { report } from "./report.js";

/** Reads the file and reports what is wrong with it; the count goes to standard error too, standard output stays empty. */
export async function check(file: string, values: Values): Promise<number> {
  if (values.fix === true) return fix(file, values);
  const result = await checkFile(file, values);
  const status = report(file, result.problems, values);
  if (values.format !== "json") process.stderr.write(`${summary(file, result)}\n`);
  return status;
}

/** Mends what can be mended without guessing, and reports what was and what is still to do. */
async function fix(file: string, values: Values): Promise<number> {
  const result = await fixFile(file, values.output, values);
  const { fixed, wasEncoded } = result;
  const status = report(file, result.problems, values, process.stderr, fixed);
  if (values.format === "json") return status;
  const cells = fixed.reduce((sum, { count }) => sum + count, 0);
  const how = `${count(cells, "cell")} mended${wasEncoded === undefined ? "" : `, ${wasEncoded} made UTF-8`}`;
  process.stderr.write(`${visible(values.output ?? "-")}: ${how}\n${summary(values.output ?? "-", result)}\n`);
  return status;
}

/** What is wrong with a file, however large, telling how far it is where somebody looks on. */
async function checkFile(file: string, values: Values): Promise<CheckResult> {
  const options = readOptions(file, values);
  let size = 0;
  const shown = values.progress ?? (process.stderr.isTTY && values.format !== "json");
  const progress = shown ? progressOf(visible(file), () => size, process.stderr) : noProgress;
  const input = openInput(file, progress.bytes);
  size = input.size;
  try {
    const bytes = input.archive();
    if (bytes !== null) {
      const { data, problems } = await workbook(bytes, file, values);
      return { events: data.events.length, problems };
    }
    refuseSheet(file, values);
    return checkSource(input.source, options, shown ? progress.row : undefined);
  } finally {
    progress.end();
    input.close();
  }
}

const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? "" : "s"}`;

function summary(file: string, { events, problems }: CheckResult): string {
  const of = (severity: string): number =>
    problems.filter((p) => p.severity === severity).reduce((s, p) => s + (p.count ?? 1), 0);
  return `${visible(file)}: ${count(events, "event")}, ${count(of("error"), "error")}, ${count(of("warning"), "warning")}`;
}
