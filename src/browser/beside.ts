import type { Problem } from "../model/problem.js";
import { shown } from "../model/problems.js";
import type { NumberTrack, Period, TrackKind } from "../model/types.js";
import { unfetched, type BesideOptions } from "../read/beside.js";
import { readTracks } from "../read/number-tracks.js";
import { readPeriods } from "../read/period-table.js";
import { fetched, type Page } from "./fetched.js";

/** Addresses of the tables beside that of the events, and how they are read. */
export interface BesideSources {
  readonly tracks: readonly string[];
  readonly periods: readonly string[];
  readonly kind: TrackKind | undefined;
  readonly how: BesideOptions;
}

export interface BesideTables {
  /** Undefined where no table is named. */
  readonly tracks: readonly NumberTrack[] | undefined;
  readonly periods: readonly Period[] | undefined;
  readonly problems: readonly Problem[];
}

/** Reads the tables beside that of the events. One that cannot be had is a Problem: the timeline is shown without it. */
export async function readBesideTables(
  page: Page,
  { tracks, periods, kind, how }: BesideSources,
  signal: AbortSignal,
): Promise<BesideTables> {
  const problems: Problem[] = [];
  const all = <T>(
    addresses: readonly string[],
    read: (bytes: Uint8Array, how: BesideOptions) => readonly [readonly T[], readonly Problem[]],
  ): Promise<readonly (readonly T[])[]> =>
    Promise.all(
      addresses.map(async (address) => {
        const [items, found] = await fetched(page, address, signal)
          .then(({ bytes, filename }) => read(bytes, { ...how, filename }))
          .catch((error: unknown) => [[], [unfetched(address, (error as Error).message)]] as const);
        problems.push(...found.map((p) => ({ file: shown(address), ...p })));
        return items;
      }),
    );
  const [figures, stretches] = await Promise.all([
    all(tracks, (bytes, own) => {
      const found = readTracks(bytes, { ...own, kind });
      return [found.tracks, found.problems];
    }),
    all(periods, (bytes, own) => {
      const found = readPeriods(bytes, own);
      return [found.periods, found.problems];
    }),
  ]);
  return {
    tracks: tracks.length === 0 ? undefined : figures.flat(),
    periods: periods.length === 0 ? undefined : stretches.flat(),
    problems,
  };
}
