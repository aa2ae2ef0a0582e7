import { visible } from "../model/problems.js";
import { check as checkSource, type CheckResult } from "../read/check.js";
import type { Fixed } from "../read/fix.js";
import { besideSummary, counted, readBesideFiles, summaryOf } from "./beside.js";
import { openInput } from "./file.js";
import { fixFile } from "./fix.js";
import { readOptions, refuseSheet, workbook } from "./input.js";
import type { Values } from "./arguments.js";
import { noProgress, progressOf } from "./progress.js";
import { report } from "./report.js";

/**
 * Reads the file, and the tables beside it, and reports what is wrong with them; the counts go to standard error too,
 * standard output stays empty. With --fix it mends what can be mended in the file without guessing, and reports that too.
 */
export async function check(file: string, values: Values): Promise<number> {
  const beside = await readBesideFiles(values);
  const result = values.fix === true ? await fix(file, values) : await checkFile(file, values);
  const { problems, fixed, mended } = result;
  const name = mended === undefined ? file : (values.output ?? "-");
  const counts = [
    ...(mended === undefined ? [] : [mended]),
    summaryOf(name, counted(result.events, "event"), problems),
  ];
  return report(
    { file, problems, fixed, summary: counts.join("\n") },
    beside.map((b) => ({ ...b, summary: besideSummary(b) })),
    values,
  );
}

interface Checked extends CheckResult {
  readonly fixed?: readonly Fixed[];
  /** What was done to the file, in a line. */
  readonly mended?: string;
}

async function fix(file: string, values: Values): Promise<Checked> {
  const result = await fixFile(file, values.output, values);
  const cells = result.fixed.reduce((sum, { count }) => sum + count, 0);
  const encoded = result.wasEncoded === undefined ? "" : `, ${result.wasEncoded} made UTF-8`;
  return { ...result, mended: `${visible(values.output ?? "-")}: ${counted(cells, "cell")} mended${encoded}` };
}

/** What is wrong with a file, however large, telling how far it is where somebody looks on. */
async function checkFile(file: string, values: Values): Promise<Checked> {
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
