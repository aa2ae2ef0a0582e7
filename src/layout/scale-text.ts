import type { RelativeTo, TimeScale } from "./options.js";

export const TIME_SCALES = ["time", "gaps", "relative", "sequence"] as const satisfies readonly TimeScale[];

/** "first", "category:ID", or ids of events with semicolons between. */
export function relativeToOf(text: string): RelativeTo {
  const trimmed = text.trim();
  if (trimmed === "first" || trimmed === "") return "first";
  const category = /^category:(.+)$/.exec(trimmed)?.[1];
  if (category !== undefined) return { category: category.trim() };
  return {
    events: trimmed
      .split(";")
      .map((id) => id.trim())
      .filter((id) => id !== ""),
  };
}
