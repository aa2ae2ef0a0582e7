import { readFile } from "node:fs/promises";
import { read, type ReadOptions, type ReadResult } from "../read/read.js";
import type { Values } from "./main.js";
import { Usage } from "./usage.js";

/** Reads the file, or standard input for "-". */
export async function readInput(file: string, values: Values): Promise<ReadResult> {
  const bytes = file === "-" ? await standardInput() : await fromFile(file);
  const order = oneOf("date-order", values["date-order"], ["dmy", "mdy", "ymd"] as const);
  const options: ReadOptions = {
    ...(file === "-" ? {} : { filename: file }),
    zone: values.zone,
    dateOrder: order,
    columns: values.columns === undefined ? undefined : columns(values.columns),
    language: values.locale,
  };
  if (isArchive(bytes)) {
    // Loaded here, so that nobody who reads text waits for it.
    const { readWorkbook } = await import("../sheets.js");
    return readWorkbook(bytes, { ...options, sheet: values.sheet });
  }
  if (values.sheet !== undefined) throw new Usage(`--sheet is for workbooks (.xlsx, .ods); ${file} is none`);
  return read(bytes, options);
}

/** Workbooks are ZIP archives, whatever their name. */
const isArchive = ([a, b, c, d]: Uint8Array): boolean => a === 0x50 && b === 0x4b && c === 3 && d === 4;

async function fromFile(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new Usage(`${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? "unknown error"})`);
  }
}

async function standardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

function columns(text: string): Record<string, string> {
  const out: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const part of text.split(",")) {
    const i = part.indexOf("=");
    if (i < 1) throw new Usage(`--columns wants OURS=THEIRS: “${part}” is not`);
    out[part.slice(0, i).trim()] = part.slice(i + 1).trim();
  }
  return out;
}

export function oneOf<T extends string>(name: string, value: string | undefined, allowed: readonly T[]): T | undefined {
  if (value === undefined) return undefined;
  const found = allowed.find((a) => a === value);
  if (found === undefined) throw new Usage(`--${name} is one of ${allowed.join(", ")}, not “${value}”`);
  return found;
}
