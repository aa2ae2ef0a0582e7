import { readFile } from "node:fs/promises";
import type { Problem } from "../model/problem.js";
import type { NumberTrack } from "../model/types.js";
import { readTracks } from "../read/number-tracks.js";
import { oneOf } from "./input.js";
import type { Values } from "./main.js";
import { Usage } from "./usage.js";

export interface TrackFile {
  readonly file: string;
  readonly tracks: readonly NumberTrack[];
  readonly problems: readonly Problem[];
}

/** Reads the tables that --track names. */
export function readTrackFiles(values: Values): Promise<TrackFile[]> {
  const kind = oneOf("track-kind", values["track-kind"], ["line", "step", "bars"] as const);
  if (kind !== undefined && values.track === undefined) throw new Usage("--track-kind says how a --track is drawn");
  return Promise.all(
    (values.track ?? []).map(async (file) => {
      const { tracks, problems } = readTracks(await bytesOf(file), {
        filename: file,
        kind,
        zone: values.zone,
        language: values.locale,
        dateOrder: oneOf("date-order", values["date-order"], ["dmy", "mdy", "ymd"] as const),
        dozens: oneOf("dozens", values.dozens, ["two", "acled"] as const),
      });
      return { file, tracks, problems };
    }),
  );
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new Usage(`${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? "unknown error"})`);
  }
}
