import type { LayoutOptions } from "./options.js";

/** "nights,weekends" or "none"; undefined where it is neither. */
export function shadeOf(text: string): LayoutOptions["shade"] {
  const words = text
    .split(",")
    .map((w) => w.trim())
    .filter((w) => w !== "");
  if (words.length === 1 && words[0] === "none") return false;
  const known = words.filter((w) => w === "nights" || w === "weekends");
  return words.length > 0 && known.length === words.length ? known : undefined;
}
