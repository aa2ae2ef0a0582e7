import type { Arrangement } from "../arrange.js";

/** px below which time runs down the page unless told otherwise. */
const NARROW = 480;

/** Whether time runs downwards in a picture of a width. */
export function isVertical({ options, unit }: Pick<Arrangement, "options" | "unit">, width: number): boolean {
  const { orientation } = options;
  if (orientation === "vertical" || orientation === "horizontal") return orientation === "vertical";
  return unit === "px" && width < NARROW;
}
