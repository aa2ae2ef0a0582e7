import { readFile } from "node:fs/promises";
import type { Problem } from "../model/problem.js";
import { visible } from "../model/problems.js";
import type { NumberTrack, Period } from "../model/types.js";
import type { BesideOptions } from "../read/beside.js";
import { readTracks } from "../read/number-tracks.js";
import { readPeriods } from "../read/period-table.js";
import { oneOf } from "./input.js";
import type { Values } from "./arguments.js";
import { reasonOf, Usage } from "./usage.js";

/** A table beside that of the events, as --track and --periods name it. */
export interface BesideFile {
  readonly file: string;
  readonly what: "track" | "period";
  readonly tracks: readonly NumberTrack[];
  readonly periods: readonly Period[];
  readonly problems: readonly Problem[];
}

/**
 * Reads the tables that --track and --periods name.
 *
 * @throws Usage when one cannot be read, or is asked for in a way there is not
 */
export function readBesideFiles(values: Values): Promise<BesideFile[]> {
  const kind = oneOf("track-kind", values["track-kind"], ["line", "step", "bars"] as const);
  if (kind !== undefined && values.track === undefined) throw new Usage("--track-kind says how a --track is drawn");
  const dozens = oneOf("dozens", values.dozens, ["two", "acled"] as const);
  const how: BesideOptions = {
    zone: values.zone,
    language: values.locale,
    dateOrder: oneOf("date-order", values["date-order"], ["dmy", "mdy", "ymd"] as const),
  };
  return Promise.all([
    ...(values.track ?? []).map(async (file): Promise<BesideFile> => {
      const read = readTracks(await bytesOf(file), { ...how, filename: file, kind, dozens });
      return { file, what: "track", periods: [], ...read };
    }),
    ...(values.periods ?? []).map(async (file): Promise<BesideFile> => {
      const read = readPeriods(await bytesOf(file), { ...how, filename: file });
      return { file, what: "period", tracks: [], ...read };
    }),
  ]);
}

/** "periods.csv: 3 periods, 1 error, 0 warnings" */
export function besideSummary({ file, what, tracks, periods, problems }: BesideFile): string {
  const n = what === "track" ? tracks.length : periods.length;
  return summaryOf(file, counted(n, what), problems);
}

export const counted = (n: number, word: string): string => `${n} ${word}${n === 1 ? "" : "s"}`;

export function summaryOf(file: string, found: string, problems: readonly Problem[]): string {
  const of = (severity: string): number =>
    problems.filter((p) => p.severity === severity).reduce((s, p) => s + (p.count ?? 1), 0);
  return `${visible(file)}: ${found}, ${counted(of("error"), "error")}, ${counted(of("warning"), "warning")}`;
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new Usage(`${file} cannot be read: ${reasonOf(error)}`);
  }
}
