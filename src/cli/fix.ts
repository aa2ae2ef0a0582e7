import {
  closeSync,
  createReadStream,
  mkdtempSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { check as checkSource, type CheckResult } from "../read/check.js";
import { decodeChunks, encodingOf, type ByteSource, type TextEncoding } from "../read/decode.js";
import { fixTable, type Fixed } from "../read/fix.js";
import type { ReadOptions } from "../read/read.js";
import { formatOf, HEAD } from "../read/sniff.js";
import { openInput } from "./file.js";
import { readOptions } from "./input.js";
import type { Values } from "./arguments.js";
import { reasonOf, Usage } from "./usage.js";

/** What was mended, and what a check of the mended file says. */
export interface FixResult extends CheckResult {
  readonly fixed: readonly Fixed[];
  /** The file was in another encoding than it is now. */
  readonly wasEncoded?: TextEncoding;
}

/**
 * Writes a table of text again, mended. The new file takes its name only once it is whole; with "-" it goes to standard
 * output.
 *
 * @throws Usage for what is no table of text, and for an output that is the input
 */
export async function fixFile(file: string, output: string | undefined, values: Values): Promise<FixResult> {
  if (output === undefined) throw new Usage("--fix wants the file to write: -o fixed.csv");
  if (isSame(file, output)) throw new Usage("--fix does not write over its own input: name another file");
  const options = readOptions(file, values);
  const folder = output === "-" ? mkdtempSync(path.join(tmpdir(), "datelines-")) : null;
  const made = folder === null ? `${output}.${process.pid}.part` : path.join(folder, "fixed");
  const input = openInput(file);
  try {
    if (input.archive() !== null) throw new Usage(`--fix mends tables of text; save the sheet of ${file} as CSV first`);
    const { label, problems } = encodingOf(input.source);
    if (label === null) return { events: 0, problems, fixed: [] };
    const format = options.format ?? formatOf(headOf(input.source, label), options.filename);
    if (format === "json") throw new Usage(`--fix mends tables of text; ${file} is JSON`);
    const fixed = writeFixed(input.source, label, made, { ...options, format });
    const result = checkFixed(made, options);
    if (output === "-") await pipeline(createReadStream(made), process.stdout, { end: false });
    else renameSync(made, output);
    return { ...result, fixed, ...(label.startsWith("windows") ? { wasEncoded: label } : {}) };
  } catch (error) {
    if (error instanceof Usage || (error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new Usage(`${output} cannot be written: ${reasonOf(error)}`);
  } finally {
    input.close();
    rmSync(folder ?? made, { recursive: true, force: true });
  }
}

function isSame(file: string, output: string): boolean {
  if (file === "-" || output === "-") return false;
  try {
    return realpathSync(file) === realpathSync(output);
  } catch {
    return false;
  }
}

function headOf(source: ByteSource, label: TextEncoding): string {
  for (const text of decodeChunks(source(), label)) return text.slice(0, HEAD);
  return "";
}

function writeFixed(source: ByteSource, label: TextEncoding, made: string, options: ReadOptions): readonly Fixed[] {
  const fd = openSync(made, "wx");
  try {
    const write = (text: string): void => {
      if (text !== "") writeSync(fd, encoded(text, label));
    };
    write(markOf(source, label));
    let pending = "";
    const fixed = fixTable(
      () => decodeChunks(source(), label),
      { ...options, delimiter: options.format === "tsv" ? "\t" : undefined },
      (piece) => {
        pending += piece;
        if (pending.length < 1 << 16) return;
        write(pending);
        pending = "";
      },
    );
    write(pending);
    return fixed;
  } finally {
    closeSync(fd);
  }
}

/** The mark of the encoding: as it was; in place of a Windows code page UTF-8 with the mark by which Excel knows it. */
function markOf(source: ByteSource, label: TextEncoding): string {
  if (label.startsWith("windows")) return "\ufeff";
  for (const [a, b, c] of source()) {
    const isMarked =
      (a === 0xef && b === 0xbb && c === 0xbf) || (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
    return isMarked ? "\ufeff" : "";
  }
  return "";
}

function encoded(text: string, label: TextEncoding): Buffer {
  if (label === "utf-16le") return Buffer.from(text, "utf16le");
  return label === "utf-16be" ? Buffer.from(text, "utf16le").swap16() : Buffer.from(text);
}

function checkFixed(made: string, options: ReadOptions): CheckResult {
  const input = openInput(made);
  try {
    return checkSource(input.source, options);
  } finally {
    input.close();
  }
}
