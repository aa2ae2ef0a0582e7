import { mistake } from "../model/mistake.js";
import type { Problem } from "../model/problem.js";
import { problem } from "./problems.js";

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: Uint8Array, options?: { stream?: boolean }): string;
}

export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1251" | "windows-1252";

export interface Encoding {
  /** Null for what is no text at all. */
  readonly label: TextEncoding | null;
  readonly problems: readonly Problem[];
}

/** The bytes of a file from its beginning, each time anew; a chunk is not used after the next is asked for. */
export type ByteSource = () => Iterable<Uint8Array>;

/** Bytes at the head of a file by which its encoding is guessed. */
const HEAD = 65536;

/** Whether a file is a ZIP archive, as workbooks are, whatever its name. */
export const isArchive = ([a, b, c, d]: Uint8Array): boolean => a === 0x50 && b === 0x4b && c === 3 && d === 4;

/**
 * The encoding of bytes, in chunks cut anywhere: UTF-8, or UTF-16 by its mark or by its zero bytes; what is neither is
 * Windows-1251 when its high letters read as Russian or Kazakh, else Windows-1252, and reported.
 */
export function encodingOf(source: ByteSource): Encoding {
  const head = headOf(source());
  const [a, b, c, d] = head;
  if (a === 0xff && b === 0xfe) return { label: "utf-16le", problems: [] };
  if (a === 0xfe && b === 0xff) return { label: "utf-16be", problems: [] };
  if (isArchive(head)) return { label: null, problems: [packed()] };
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0) {
    const message = "This is an old workbook (.xls), or one with a password";
    return { label: null, problems: [problem("E-FILE-KIND", { message })] };
  }
  const zeros = zeroBytes(head);
  if (zeros.odd > 0.3) return { label: "utf-16le", problems: [] };
  if (zeros.even > 0.3) return { label: "utf-16be", problems: [] };
  if (isUtf8(source())) return { label: "utf-8", problems: [] };
  const label = looksCyrillic(head) ? "windows-1251" : "windows-1252";
  return { label, problems: [problem("W-ENCODING", { message: `The file is not UTF-8; it was read as ${label}` })] };
}

/** Text of bytes in chunks; a mark of their order at the beginning is left out. */
export function* decodeChunks(chunks: Iterable<Uint8Array>, label: TextEncoding): Generator<string> {
  const decoder = new TextDecoder(label);
  for (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== "") yield text;
  }
  const rest = decoder.decode();
  if (rest !== "") yield rest;
}

export interface Decoded {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/**
 * A whole file as text; see {@link encodingOf}.
 *
 * @throws TypeError for what is neither a text nor bytes: nothing was read then that could be wrong
 */
export function decode(input: string | FileBytes, call = "read()"): Decoded {
  if (typeof input === "string")
    return input.startsWith("PK\u0003")
      ? { text: "", problems: [packed()] }
      : { text: input.replace(/^\ufeff/, ""), problems: [] };
  const bytes = bytesOf(input);
  if (bytes === null) throw mistake(call, "a text, or a Uint8Array or ArrayBuffer of a file's bytes", input);
  const { label, problems } = encodingOf(() => [bytes]);
  return { text: label === null ? "" : [...decodeChunks([bytes], label)].join(""), problems };
}

/** The bytes of a file: as Node reads them, or as `fetch` and `File` give them. */
export type FileBytes = Uint8Array | ArrayBuffer;

/** Null for what is no bytes. An ArrayBuffer may be that of another window. */
export function bytesOf(input: unknown): Uint8Array | null {
  if (ArrayBuffer.isView(input)) return input as Uint8Array;
  return Object.prototype.toString.call(input) === "[object ArrayBuffer]" ? new Uint8Array(input as ArrayBuffer) : null;
}

const packed = (): Problem =>
  problem("E-FILE-KIND", {
    message: "This is a workbook or another packed file, not a table of text",
    hint: "Save it as CSV (UTF-8); in code, readWorkbook of datelines/sheets reads .xlsx and .ods",
  });

function headOf(chunks: Iterable<Uint8Array>): Uint8Array {
  const head = new Uint8Array(HEAD);
  let n = 0;
  for (const chunk of chunks) {
    const part = chunk.subarray(0, HEAD - n);
    head.set(part, n);
    n += part.length;
    if (n === HEAD) break;
  }
  return head.subarray(0, n);
}

function isUtf8(chunks: Iterable<Uint8Array>): boolean {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for (const chunk of chunks) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

function zeroBytes(input: Uint8Array): { readonly even: number; readonly odd: number } {
  const n = Math.min(400, input.length);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < n; i++) {
    if (input[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  return { even: (2 * even) / Math.max(2, n), odd: (2 * odd) / Math.max(2, n) };
}

/** Cyrillic words are runs of high bytes; accents of the west stand alone between ASCII letters. */
function looksCyrillic(input: Uint8Array): boolean {
  let high = 0;
  let pairs = 0;
  for (let i = 0; i < input.length; i++) {
    if (input[i]! < 0xc0) continue;
    high++;
    if ((input[i + 1] ?? 0) >= 0xc0) pairs++;
  }
  return high > 0 && pairs / high > 0.5;
}
