import { mistake, optionsOf } from "../model/mistake.js";
import type { Problem } from "../model/problem.js";
import { bytesOf, type FileBytes } from "../read/decode.js";
import { groupProblems } from "../read/group.js";
import type { ReadOptions, ReadResult } from "../read/read.js";
import { readRows } from "../read/table.js";
import { openArchive, TooLarge, type Archive } from "./archive.js";
import type { DateSystem } from "../read/serial.js";
import type { Grid, SheetInfo, Workbook } from "./grid.js";
import { openOds } from "./ods.js";
import { problem, problemKinds } from "./problems.js";
import { openXlsx } from "./xlsx.js";

export interface WorkbookOptions extends Omit<ReadOptions, "format" | "filename"> {
  /** Name of the sheet. Default: the first that is not hidden. */
  readonly sheet?: string | undefined;
}

/**
 * Reads a sheet of a workbook, .xlsx or .ods. Dates become ISO dates, formulas are their stored results, nothing is
 * calculated. Never throws for what is in it; a workbook that cannot be read at all is one Problem.
 *
 * @throws TypeError for what is no bytes
 * @example
 * const { data, problems } = readWorkbook(bytes, { sheet: "Story", zone: "Asia/Almaty" });
 */
export function readWorkbook(input: FileBytes, given: WorkbookOptions = {}): ReadResult {
  const bytes = bytesOf(input);
  if (bytes === null) throw mistake("readWorkbook()", "a Uint8Array or ArrayBuffer of a file's bytes", input);
  const options = optionsOf(given, "readWorkbook()");
  const opened = openSheet(bytes, options.sheet);
  if ("problem" in opened) return { data: { events: [] }, problems: [opened.problem] };
  const { grid, dateSystem, others } = opened;
  const table = readRows(() => grid.rows, { ...options, dateSystem });
  return { data: table.data, problems: groupProblems([...others, ...grid.problems, ...table.problems], problemKinds) };
}

interface OpenSheet {
  readonly grid: Grid;
  readonly dateSystem: DateSystem;
  /** About the sheets that are left out. */
  readonly others: readonly Problem[];
}

function openSheet(bytes: Uint8Array, name: string | undefined): OpenSheet | { readonly problem: Problem } {
  try {
    const workbook = open(openArchive(bytes));
    if (workbook === null) return { problem: problem("E-FILE-KIND") };
    const { sheets, dateSystem } = workbook;
    const sheet = chosen(sheets, name);
    if (sheet === undefined) return { problem: noSheet(sheets, name) };
    return { grid: workbook.grid(sheet), dateSystem, others: name === undefined ? otherSheets(sheet, sheets) : [] };
  } catch (error) {
    // What the unpacker and the XML reader throw says where they stopped, not what to do.
    return { problem: problem(error instanceof TooLarge ? "E-FILE-LARGE" : "E-FILE-BROKEN") };
  }
}

function open(archive: Archive): Workbook | null {
  const { names } = archive;
  if (names.has("content.xml")) return /spreadsheet/.test(archive.text("mimetype")) ? openOds(archive) : null;
  return names.has("_rels/.rels") && [...names].some((n) => /workbook\.xml$/i.test(n)) ? openXlsx(archive) : null;
}

const chosen = (sheets: readonly SheetInfo[], name: string | undefined): SheetInfo | undefined =>
  name === undefined ? (sheets.find((s) => !s.hidden) ?? sheets[0]) : sheets.find((s) => s.name === name);

const quoted = (sheets: readonly SheetInfo[]): string => sheets.map(({ name }) => `“${name}”`).join(", ");

const noSheet = (sheets: readonly SheetInfo[], name: string | undefined): Problem =>
  sheets.length === 0
    ? problem("E-FILE-EMPTY", { message: "The workbook has no sheet" })
    : problem("E-SHEET", { value: name ?? "", hint: `The sheets are ${quoted(sheets)}` });

function otherSheets(sheet: SheetInfo, sheets: readonly SheetInfo[]): readonly Problem[] {
  const others = sheets.filter((s) => s !== sheet);
  if (others.length === 0) return [];
  const message = `Only the sheet “${sheet.name}” was read; the workbook has also ${quoted(others)}`;
  return [problem("W-SHEET-OTHERS", { message, hint: `Name the sheet: --sheet "${sheet.name}"` })];
}
