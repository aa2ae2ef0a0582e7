import type { ReadOptions, TimelineOptions } from "../../src/static.js";

export interface Example {
  readonly name: string;
  readonly file: string;
  readonly options: TimelineOptions;
  readonly read: ReadOptions;
  readonly own: TimelineOptions;
}
export function examples(): Example[];
export function contentOf(file: string): Buffer;
