/** Something wrong with the input: what, where, and what to do about it. */
export interface Problem {
  /** Stable: E-… drops the row or the field, W-… keeps it. */
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly hint?: string | undefined;
  /** The file, where it stands in another than the events. */
  readonly file?: string | undefined;
  /** JSON path ("events[3].time"). */
  readonly path?: string | undefined;
  /** As a spreadsheet counts: the header is row 1. */
  readonly row?: number | undefined;
  /** The line of the file on which that row begins, where cells with line breaks made it another. */
  readonly line?: number | undefined;
  /** The column's header as written. */
  readonly column?: string | undefined;
  /** The column as spreadsheets letter it: A, B … */
  readonly letter?: string | undefined;
  /** At most 40 characters, control characters escaped. */
  readonly value?: string | undefined;
  /** What to write instead of the value, where that is certain. */
  readonly fix?: string | undefined;
  /** The same problem in several rows, or at several paths: how often, and where (the first few). */
  readonly count?: number | undefined;
  readonly rows?: readonly number[] | undefined;
  readonly paths?: readonly string[] | undefined;
}

export type Result<T> =
  | {
      readonly ok: true;
      readonly value: T;
      /** Warnings about what was read all the same. */ readonly problems?: readonly Problem[];
    }
  | { readonly ok: false; readonly problem: Problem };
