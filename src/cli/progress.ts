import { performance } from "node:perf_hooks";

const INTERVAL_MS = 250;

export interface Progress {
  /** Told how far into the file the last chunk reached, in bytes. */
  readonly bytes: (position: number) => void;
  readonly row: (row: number) => void;
  /** Leaves the line of a terminal empty for what comes next; elsewhere says where it ended. */
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
  const text = (): string => {
    const percent = Math.min(100, Math.floor((100 * at) / Math.max(1, size())));
    return `${name}: ${reached === 0 ? "encoding" : `row ${reached}`}, ${percent} %`;
  };
  return {
    bytes: (position) => {
      at = position;
      const now = performance.now();
      if (now - last < INTERVAL_MS) return;
      last = now;
      out.write(out.isTTY === true ? `\r\u001b[K${text()}` : `${text()}\n`);
    },
    row: (row) => {
      reached = row;
    },
    end: () => {
      out.write(out.isTTY === true ? "\r\u001b[K" : `${text()}\n`);
    },
  };
}

export const noProgress: Progress = { bytes: () => undefined, row: () => undefined, end: () => undefined };
