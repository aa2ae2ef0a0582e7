import type { Problem } from "../model/problem.js";
import { problem } from "../model/problems.js";

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input: Uint8Array): string;
}

export interface Decoded {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/**
 * Bytes as text: UTF-8, or UTF-16 by its mark or by its zero bytes; what is neither is read as Windows-1251 when its high
 * letters read as Russian or Kazakh, else as Windows-1252, and reported.
 */
export function decode(input: string | Uint8Array): Decoded {
  if (typeof input === "string") return { text: input.replace(/^\ufeff/, ""), problems: [] };
  const [a, b, c] = input;
  if (a === 0xff && b === 0xfe) return plain("utf-16le", input);
  if (a === 0xfe && b === 0xff) return plain("utf-16be", input);
  if (a === 0x50 && b === 0x4b && c === 3) {
    return {
      text: "",
      problems: [
        problem("E-FILE-KIND", {
          message: "This is a workbook or another packed file, not a table of text",
          hint: "Save it as CSV (UTF-8); in code, readWorkbook of datelines/sheets reads .xlsx and .ods",
        }),
      ],
    };
  }
  if (a === 0xd0 && b === 0xcf && c === 0x11 && input[3] === 0xe0) {
    return {
      text: "",
      problems: [problem("E-FILE-KIND", { message: "This is an old workbook (.xls), or one with a password" })],
    };
  }
  const zeros = zeroBytes(input);
  if (zeros.odd > 0.3) return plain("utf-16le", input);
  if (zeros.even > 0.3) return plain("utf-16be", input);
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(input), problems: [] };
  } catch {
    const label = looksCyrillic(input) ? "windows-1251" : "windows-1252";
    return {
      text: new TextDecoder(label).decode(input),
      problems: [problem("W-ENCODING", { message: `The file is not UTF-8; it was read as ${label}` })],
    };
  }
}

const plain = (label: string, input: Uint8Array): Decoded => ({
  text: new TextDecoder(label).decode(input),
  problems: [],
});

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
  const n = Math.min(input.length, 65536);
  for (let i = 0; i < n; i++) {
    if (input[i]! < 0xc0) continue;
    high++;
    if ((input[i + 1] ?? 0) >= 0xc0) pairs++;
  }
  return high > 0 && pairs / high > 0.5;
}
