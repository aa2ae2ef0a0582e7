import type { Columns } from "./columns.js";
import type { Draft } from "./reading.js";

/** Columns that are not ours, as they are. */
export function readExtra(event: Draft, texts: readonly string[], columns: Columns["extra"]): void {
  let kept: Record<string, string> | undefined;
  for (const { name, index } of columns) {
    const value = texts[index];
    if (value === undefined || value === "") continue;
    kept ??= new Extra();
    kept[name] = value;
  }
  if (kept) event.extra = kept;
}

/** An object that inherits nothing; engines keep these smaller than those of Object.create(null). */
const Extra = function () {} as unknown as new () => Record<string, string>;
Extra.prototype = Object.freeze(Object.create(null));
