import type { FoldOptions } from "../folded.js";
import { lineHeight, type Typography } from "../typography.js";

/** Heights in em: of a label with its air, and of the least and the greatest axis that is reckoned with. */
const LABEL = 4.5;
const LEAST = 40;
const MOST = 130;

/**
 * What dates and names of breaks take of an axis that runs down, whose length only the labels decide: about what so many
 * events need. A name may have two lines, in the column of the dates.
 */
export function roomDown(events: number, type: Typography): Omit<FoldOptions, "locale" | "tail"> {
  return {
    width: Math.min(MOST, Math.max(LEAST, events * LABEL)) * type.em,
    widthOf: () => 2 * lineHeight(type.minor, type) + 0.8 * type.em,
    widthOfDate: () => 2.2 * lineHeight(type.major, type),
  };
}
