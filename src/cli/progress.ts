import { performance } from "node:perf_hooks";

const INTERVAL_MS = 250;

export interface Progress {
  /** Told how far into the file the last chunk reached, in bytes. */
  readonly bytes: (position: number) => void;
  readonly row: (row: number) => void;
  /** Leaves the line empty for what comes next. */
  readonly end: () => void;
}

/**
 * How far the checking of a file is, at most four times a second: first its encoding, then its rows, these a second and
 * third time where they must be seen together. On a terminal one line that is written over, elsewhere a line each.
 */
export function progressOf(
  name: string,
  size: () => number,
  out: { readonly isTTY?: boolean; write: (text: string) => unknown },
): Progress {
  let at = 0;
  let reached = 0;
  let last = performance.now();
  const tell = (): void => {
    const now = performance.now();
    if (now - last < INTERVAL_MS) return;
    last = now;
    const percent = Math.min(100, Math.floor((100 * at) / Math.max(1, size())));
    const text = `${name}: ${reached === 0 ? "encoding" : `row ${reached}`}, ${percent} %`;
    out.write(out.isTTY === true ? `\r\u001b[K${text}` : `${text}\n`);
  };
  return {
    bytes: (position) => {
      at = position;
      tell();
    },
    row: (row) => {
      reached = row;
    },
    end: () => {
      if (out.isTTY === true) out.write("\r\u001b[K");
    },
  };
}

export const noProgress: Progress = { bytes: () => undefined, row: () => undefined, end: () => undefined };
