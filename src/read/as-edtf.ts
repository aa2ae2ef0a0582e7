import { spelledDate, type DateOrder } from "./dates.js";

/** A common spelling of a date as EDTF, anything else as it is; null for numbers whose order is not known. */
export function asEdtf(text: string, order: DateOrder | null): string | null {
  const spelled = spelledDate(text, order);
  return spelled === null ? text : "edtf" in spelled ? spelled.edtf : null;
}
