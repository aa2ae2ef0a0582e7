import { spelledDate, type DateOrder } from "./dates.js";

/** A common spelling of a date as EDTF, anything else as it is; null for numbers whose order is not known. */
export function asEdtf(text: string, order: DateOrder | null, pointed: DateOrder | null = order): string | null {
  const spelled = spelledDate(text, order, pointed);
  return spelled === null ? text : "edtf" in spelled ? spelled.edtf : null;
}
