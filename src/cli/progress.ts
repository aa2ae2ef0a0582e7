import { performance } from "node:perf_hooks";

const INTERVAL_MS = 250;
/** Passes over the bytes of a table: encoding, survey, rows. */
const PASSES = 3;

export interface Progress {
  readonly bytes: (count: number) => void;
  readonly row: (row: number) => void;
  /** Leaves the line empty for what comes next. */
  readonly end: () => void;
}

/**
 * How far the checking of a file is: percentage of bytes over all passes and the row reached, at most four times a
 * second. On a terminal one line that is written over, elsewhere a line each.
 */
export function progressOf(
  name: string,
  size: () => number,
  out: { readonly isTTY?: boolean; write: (text: string) => unknown },
): Progress {
  let done = 0;
  let reached = 0;
  let last = performance.now();
  const tell = (): void => {
    const now = performance.now();
    if (now - last < INTERVAL_MS) return;
    last = now;
    const percent = Math.min(100, Math.floor((100 * done) / Math.max(1, PASSES * size())));
    const text = `${name}: ${percent} %, row ${reached}`;
    out.write(out.isTTY === true ? `\r\u001b[K${text}` : `${text}\n`);
  };
  return {
    bytes: (count) => {
      done += count;
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
