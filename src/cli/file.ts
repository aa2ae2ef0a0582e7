import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { isArchive, type ByteSource } from "../read/decode.js";
import { reasonOf, Usage } from "./usage.js";

/** Small enough for its text to be short-lived: engines collect large strings late. */
const CHUNK = 1 << 15;
/** What of standard input, and of other things that can be read only once, is kept. */
const KEPT_MOST = 64 * 1024 * 1024;

export interface InputFile {
  readonly source: ByteSource;
  /** All bytes of a packed file; null for any other. */
  readonly archive: () => Uint8Array | null;
  /** In bytes. */
  readonly size: number;
  readonly close: () => void;
}

/**
 * A file to be read from its beginning several times, in chunks. Standard input ("-") and pipes are kept whole, up to a
 * limit.
 *
 * @throws Usage when it cannot be read, or is too large to be kept
 */
export function openInput(file: string, onBytes: (position: number) => void = () => undefined): InputFile {
  const fd = file === "-" ? 0 : guarded(file, () => openSync(file, "r"));
  const close = (): void => {
    if (fd !== 0) closeSync(fd);
  };
  const stat = guarded(file, () => fstatSync(fd));
  if (stat.isFile()) {
    const source = (): Iterable<Uint8Array> => chunksOf(fd, file, onBytes);
    return { source, archive: () => archiveOf(source), size: stat.size, close };
  }
  const kept = keep(fd, file);
  const size = kept.reduce((sum, chunk) => sum + chunk.length, 0);
  const source = (): Iterable<Uint8Array> => counted(kept, onBytes);
  return { source, archive: () => archiveOf(source), size, close };
}

function archiveOf(source: ByteSource): Uint8Array | null {
  for (const head of source()) {
    if (!isArchive(head)) return null;
    // A chunk is overwritten by the next.
    return Buffer.concat(Array.from(source(), (chunk) => Buffer.from(chunk)));
  }
  return null;
}

function guarded<T>(file: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new Usage(`${file} cannot be read: ${reasonOf(error)}`);
  }
}

function* chunksOf(fd: number, file: string, onBytes: (position: number) => void): Generator<Uint8Array> {
  const buffer = Buffer.allocUnsafe(CHUNK);
  for (let at = 0; ;) {
    const count = guarded(file, () => readSync(fd, buffer, 0, CHUNK, at));
    if (count === 0) return;
    at += count;
    onBytes(at);
    yield buffer.subarray(0, count);
  }
}

function* counted(chunks: readonly Uint8Array[], onBytes: (position: number) => void): Generator<Uint8Array> {
  let at = 0;
  for (const chunk of chunks) {
    at += chunk.length;
    onBytes(at);
    yield chunk;
  }
}

function keep(fd: number, file: string): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let size = 0; ;) {
    const buffer = Buffer.allocUnsafe(CHUNK);
    const count = readOnce(fd, file, buffer);
    if (count === 0) return chunks;
    size += count;
    if (size > KEPT_MOST)
      throw new Usage(
        `${file === "-" ? "Standard input" : file} is longer than 64 MB, the most that is kept: save it as a file and check that`,
      );
    chunks.push(buffer.subarray(0, count));
  }
}

/** Bytes of what can be read only once; a terminal or pipe that has none yet is waited for. */
function readOnce(fd: number, file: string, buffer: Buffer): number {
  for (;;) {
    try {
      return readSync(fd, buffer, 0, buffer.length, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EOF") return 0;
      if (code !== "EAGAIN")
        return guarded(file, () => {
          throw error;
        });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}
