/** Workbooks, .xlsx and .ods: apart from the rest, so that only who reads them loads what unpacks them. */
export { readWorkbook, type WorkbookOptions } from "./sheets/workbook.js";
export type { ReadResult } from "./read/read.js";
