import type { Problem, Result } from "../model/problem.js";
import type { TimeSpan } from "../model/span.js";
import type { Claim, Place, Quantity, TimelineEvent } from "../model/types.js";
import type { Field } from "./columns.js";
import type { DateColumns } from "./date-columns.js";
import type { Survey, TableOptions } from "./survey.js";

/** What the rows of a table are read with, besides their own cells. */
export interface TableContext extends TableOptions {
  readonly survey: Survey;
  readonly dates: DateColumns;
  /** Reads a time in the table's zone. */
  readonly timeOf: (text: string) => Result<TimeSpan>;
  readonly pathOf: (text: string) => Claim["path"];
  readonly quantityOf: (text: string) => Result<Quantity>;
  readonly problem: (p: Problem) => void;
  /** Places met so far by name; null where only Problems are wanted. */
  readonly places: Map<string, Place> | null;
}

/** A row being read. */
export interface Reading {
  readonly cell: (field: Field) => string;
  /** A cell as it is written: addresses are judged with what would be cleaned away from a text. */
  readonly written: (field: Field) => string;
  readonly report: (p: Problem, field?: Field) => void;
  /** Whether it is a later version of an event: blank means unchanged, "-" removed. */
  readonly later: boolean;
  readonly context: TableContext;
}

/** An event as it comes into being; null removes what an earlier version said. */
export type Draft = { -readonly [K in keyof TimelineEvent]?: TimelineEvent[K] | null };
