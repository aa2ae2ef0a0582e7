import type { Problem, Result } from "../model/problem.js";
import type { TimeSpan } from "../model/span.js";
import type { Claim, Quantity, TimelineEvent } from "../model/types.js";
import type { DateColumns } from "./date-columns.js";
import type { Field } from "./fields.js";
import type { IdIndex } from "./ids.js";
import type { PlaceIndex } from "./places.js";
import type { Head, TableOptions } from "./survey.js";

/** A cell that can be mended without guessing: what to write instead, and the problem that this ends. */
export interface CellFix {
  /** The column, counted from 0. */
  readonly index: number;
  /** As it is meant; the guard against formulas is added where it is written. */
  readonly text: string;
  readonly code: string;
}

/** What the rows of a table are read with, besides their own cells. */
export interface TableContext extends TableOptions {
  readonly head: Head;
  readonly dates: DateColumns;
  readonly ids: IdIndex;
  /** Ids with the moments from which their versions are known. */
  readonly versions: IdIndex;
  /**
   * Null when all rows have been surveyed; else told when a row turns out to say something that only a survey of all rows
   * can judge.
   */
  readonly needSurvey: (() => void) | null;
  /** Reads a time in the table's zone. */
  readonly timeOf: (text: string) => Result<TimeSpan>;
  readonly claimsOf: (text: string) => readonly Claim[];
  readonly quantityOf: (text: string) => Result<Quantity>;
  readonly namesOf: (text: string) => readonly string[];
  readonly problem: (p: Problem) => void;
  readonly places: PlaceIndex;
  /** The first moment of plain ISO text; NaN for what wants a closer look. */
  readonly isoMoment: (text: string) => number;
  /** Whether all cells of a column of dates read so far were midnight. */
  readonly onlyMidnights: { time: boolean; start: boolean; end: boolean };
  /** Told of each event's first moment and where it stands. */
  readonly seen: (ms: number, row: number, field: Field, text: string) => void;
  /** Told what can be mended in the row being read; null where nobody asks. */
  readonly fix: ((fix: CellFix) => void) | null;
}

/** A row being read. */
export interface Reading {
  readonly row: number;
  readonly cell: (field: Field) => string;
  /** A cell as it is written: addresses are judged with what would be cleaned away from a text. */
  readonly written: (field: Field) => string;
  readonly report: (p: Problem, field?: Field) => void;
  /** Tells what to write instead in a column of the file. */
  readonly mend: (field: Field, text: string, code: string) => void;
  /** Whether it is a later version of an event: blank means unchanged, "-" removed. */
  readonly later: boolean;
  readonly context: TableContext;
}

/** An event as it comes into being; null removes what an earlier version said. */
export type Draft = { -readonly [K in keyof TimelineEvent]?: TimelineEvent[K] | null };
