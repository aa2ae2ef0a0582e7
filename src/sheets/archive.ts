import { unzipSync } from "fflate";
import { decode } from "../read/decode.js";

/** The most bytes that the parts of a workbook which are read may have, unpacked. */
const MAX_UNPACKED = 128 * 2 ** 20;
/** The most entries: pictures and charts count, although they are not read. */
const MAX_ENTRIES = 20_000;

/** Thrown for what would take too much memory; becomes E-FILE-LARGE. */
export class TooLarge extends Error {}

/** The packed file that a workbook is. */
export interface Archive {
  readonly names: ReadonlySet<string>;
  /** A part as text. @throws when it is not there or damaged; {@link TooLarge} when all parts read so far are too much */
  readonly text: (name: string) => string;
}

/**
 * Opens a ZIP archive; nothing is unpacked before it is asked for. No part can become larger than its directory says
 * (fflate writes into a buffer of that size), so that the sum of those sizes is what a bomb is known by.
 *
 * @throws for what is no archive, {@link TooLarge} for too many entries
 */
export function openArchive(bytes: Uint8Array): Archive {
  const sizes = new Map<string, number>();
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (sizes.size >= MAX_ENTRIES) throw new TooLarge();
      if (sizes.has(name)) throw new Error(`Two parts ${name}`);
      sizes.set(name, originalSize);
      return false;
    },
  });
  let unpacked = 0;
  return {
    names: new Set(sizes.keys()),
    text: (name) => {
      unpacked += sizes.get(name) ?? 0;
      if (unpacked > MAX_UNPACKED) throw new TooLarge();
      const part = unzipSync(bytes, { filter: (file) => file.name === name })[name];
      if (part === undefined || part.length !== sizes.get(name)) throw new Error(`No part ${name}`);
      return decode(part).text;
    },
  };
}
