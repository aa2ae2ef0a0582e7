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
  const all = <T>(addresses: readonly string[], read: (bytes: Uint8Array, how: BesideOptions) => Read<T>) =>
    Promise.all(
      addresses.map(async (address): Promise<Read<T>> => {
        const { items, problems } = await fetched(page, address, signal)
          .then(({ bytes, filename }) => read(bytes, { ...how, filename }))
          .catch((error: unknown) => ({ items: [], problems: [unfetched(address, (error as Error).message)] }));
        return { items, problems: problems.map((p) => ({ file: shown(address), ...p })) };
      }),
    );
  const [figures, stretches] = await Promise.all([
    all(tracks, (bytes, own) => {
      const { tracks: items, problems } = readTracks(bytes, { ...own, kind });
      return { items, problems };
    }),
    all(periods, (bytes, own) => {
      const { periods: items, problems } = readPeriods(bytes, own);
      return { items, problems };
    }),
  ]);
  return {
    tracks: tracks.length === 0 ? undefined : figures.flatMap((f) => f.items),
    periods: periods.length === 0 ? undefined : stretches.flatMap((s) => s.items),
    problems: [...figures, ...stretches].flatMap((f) => f.problems),
  };
}

interface Read<T> {
  readonly items: readonly T[];
  readonly problems: readonly Problem[];
}
