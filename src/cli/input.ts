import { readFile } from "node:fs/promises";
import { isArchive } from "../read/decode.js";
import { read, type ReadOptions, type ReadResult } from "../read/read.js";
import type { Values } from "./arguments.js";
import { reasonOf, Usage } from "./usage.js";

/** Reads the file, or standard input for "-". */
export async function readInput(file: string, values: Values): Promise<ReadResult> {
  const bytes = file === "-" ? await standardInput() : await fromFile(file);
  if (isArchive(bytes)) return workbook(bytes, file, values);
  refuseSheet(file, values);
  return read(bytes, readOptions(file, values));
}

/** @throws Usage when a sheet is asked of what has none */
export function refuseSheet(file: string, values: Values): void {
  if (values.sheet !== undefined) throw new Usage(`--sheet is for workbooks (.xlsx, .ods); ${file} is none`);
}

/** Reads a workbook; what unpacks it is loaded here, so that nobody who reads text waits for it. */
export async function workbook(bytes: Uint8Array, file: string, values: Values): Promise<ReadResult> {
  const { readWorkbook } = await import("../sheets.js");
  return readWorkbook(bytes, { ...readOptions(file, values), sheet: values.sheet });
}

/** How the file is to be read, as the command line says. */
export const readOptions = (file: string, values: Values): ReadOptions => ({
  ...(file === "-" ? {} : { filename: file }),
  zone: values.zone,
  dateOrder: oneOf("date-order", values["date-order"], ["dmy", "mdy", "ymd"] as const),
  columns: values.columns === undefined ? undefined : columns(values.columns),
  list: values.list,
  dozens: oneOf("dozens", values.dozens, ["two", "acled"] as const),
  language: values.locale,
});

async function fromFile(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new Usage(`${file} cannot be read: ${reasonOf(error)}`);
  }
}

async function standardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** OURS=THEIRS, several by commas or by repeating the option; a comma that no OURS= follows belongs to a name. */
function columns(texts: readonly string[]): Record<string, string> {
  const out: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const part of texts.flatMap((text) => text.split(/,(?=[^,=]+=)/))) {
    const i = part.indexOf("=");
    if (i < 1) throw new Usage(`--columns wants OURS=THEIRS: “${part}” is not`);
    out[part.slice(0, i).trim()] = part.slice(i + 1).trim();
  }
  return out;
}

export function oneOf<T extends string>(
  name: string,
  value: string | undefined,
  allowed: readonly T[],
  /** What else it may be, in words. */
  orElse = "",
): T | undefined {
  if (value === undefined) return undefined;
  const found = allowed.find((a) => a === value);
  if (found === undefined)
    throw new Usage(`--${name} is one of ${allowed.join(", ")}${orElse && `, ${orElse}`}, not “${value}”`);
  return found;
}
