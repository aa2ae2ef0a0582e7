import type { RelativeTo, Shade, TimeScale } from "./options.js";

export const TIME_SCALES = ["time", "gaps", "relative", "sequence"] as const satisfies readonly TimeScale[];
const SHADES = ["nights", "weekends", "periods"] as const satisfies readonly Shade[];

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

/** "none", or names with spaces or commas between; null where one of them is none of ours. */
export function shadeOf(text: string): readonly Shade[] | null {
  const words = text.split(/[\s,;]+/).filter((w) => w !== "" && w !== "none");
  const known = words.filter((w): w is Shade => (SHADES as readonly string[]).includes(w));
  return known.length === words.length ? known : null;
}
