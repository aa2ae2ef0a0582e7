import type { Arrangement } from "../arrange.js";

/** px below which time runs down the page unless told otherwise. */
const NARROW = 480;

/** Whether time runs downwards in a picture of a width. Only time as it passed does: other scales stay horizontal. */
export function isVertical({ options, unit }: Pick<Arrangement, "options" | "unit">, width: number): boolean {
  const { orientation, timeScale = "time" } = options;
  if (timeScale !== "time") return false;
  if (orientation === "vertical" || orientation === "horizontal") return orientation === "vertical";
  return unit === "px" && width < NARROW;
}
