import type { Archive } from "./archive.js";
import { booleanText, durationText, errorText, isoText, numberText, uncalculated } from "./cell-text.js";
import { gridBuilder, MAX_COLUMNS, MAX_ROWS, MAX_TEXT, type CellText, type Grid, type Workbook } from "./grid.js";
import type { CellRange } from "./range.js";
import { scanXml } from "./xml.js";

type Attributes = Readonly<Record<string, string>>;

/** Opens an OpenDocument spreadsheet (ODF 1.3 part 3, 9 and 19). @throws for a damaged one */
export function openOds(archive: Archive): Workbook {
  const text = archive.text("content.xml");
  const names: string[] = [];
  scanTables(text, (name) => {
    names.push(name);
    return undefined;
  });
  const sheets = names.map((name) => ({ name, hidden: false }));
  return { sheets, dateSystem: "1900", grid: (sheet) => gridOf(text, sheets.indexOf(sheet as (typeof sheets)[0])) };
}

/** What is wanted of a table. */
interface TableHandlers {
  readonly row: (repeat: number) => void;
  readonly cell: (cell: OdsCell) => void;
}

interface OdsCell {
  readonly attributes: Attributes;
  readonly text: string;
  readonly covered: boolean;
}

/**
 * Reads the tables of a document; a table's rows may lie in groups and among its repeated headings. Notes, drawings and
 * tables within cells are left out. `begin` says which tables are wanted.
 */
function scanTables(text: string, begin: (name: string) => TableHandlers | undefined): void {
  const path: string[] = [];
  let depth = 0;
  let handlers: TableHandlers | undefined;
  let attributes: Attributes = {};
  let repeat = 1;
  let paragraphs: string[] = [];
  /** How deep the cell lies that is being read; -1 for none. */
  let cellDepth = -1;
  const inParagraph = (): boolean => cellDepth >= 0 && path[cellDepth + 1] === "p";
  const add = (t: string): void => {
    const last = paragraphs.length - 1;
    if (inParagraph() && paragraphs[last]!.length < MAX_TEXT) paragraphs[last] += t;
  };
  scanXml(text, {
    open: (name, given) => {
      path.push(name);
      if (name === "table") {
        depth++;
        if (depth === 1) handlers = begin(given["table:name"] ?? "");
      }
      if (handlers === undefined || depth !== 1) return;
      if (name === "table-row") repeat = repeatOf(given["table:number-rows-repeated"], MAX_ROWS);
      else if (isCell(name)) {
        cellDepth = path.length - 1;
        attributes = given;
        paragraphs = [];
      } else if (name === "p" && path.length === cellDepth + 2) paragraphs.push("");
      else if (name === "s") add(" ".repeat(repeatOf(given["text:c"], MAX_TEXT)));
      else if (name === "tab" || name === "line-break") add(" ");
    },
    text: add,
    close: (name) => {
      path.pop();
      if (handlers !== undefined && depth === 1 && path.length === cellDepth && isCell(name)) {
        handlers.cell({ attributes, text: paragraphs.join("\n"), covered: name === "covered-table-cell" });
        cellDepth = -1;
      } else if (handlers !== undefined && depth === 1 && name === "table-row") handlers.row(repeat);
      if (name === "table" && --depth === 0) handlers = undefined;
    },
  });
}

const isCell = (name: string): boolean => name === "table-cell" || name === "covered-table-cell";

const repeatOf = (text: string | undefined, most: number): number =>
  Math.min(most, Math.max(1, Math.floor(Number(text ?? 1)) || 1));

function gridOf(text: string, index: number): Grid {
  const grid = gridBuilder();
  const merged: CellRange[] = [];
  let row = 0;
  let column = 0;
  let cells: { readonly column: number; readonly repeat: number; readonly cell: CellText }[] = [];
  let seen = -1;
  const handlers: TableHandlers = {
    cell: ({ attributes, text: shown, covered }) => {
      const repeat = repeatOf(attributes["table:number-columns-repeated"], MAX_COLUMNS);
      const cell = covered ? { text: "" } : textOf(attributes, shown);
      // Formats reach to the end of the sheet, as blank cells repeated thousands of times.
      if (cell.text !== "" || cell.problem) cells.push({ column, repeat, cell });
      const down = repeatOf(attributes["table:number-rows-spanned"], MAX_ROWS);
      const right = repeatOf(attributes["table:number-columns-spanned"], MAX_COLUMNS);
      if (down > 1 || right > 1)
        merged.push({ top: row, left: column, bottom: row + down - 1, right: column + right - 1 });
      column += repeat;
    },
    row: (repeat) => {
      for (let r = row; r < row + repeat && cells.length > 0; r++)
        for (const { column: first, repeat: n, cell } of cells)
          for (let c = first; c < first + n; c++) grid.set(r, c, cell);
      row += repeat;
      column = 0;
      cells = [];
    },
  };
  scanTables(text, () => (++seen === index ? handlers : undefined));
  return grid.build(merged);
}

/** What the cell shows; of a formula the result that was stored with it. */
function textOf(attributes: Attributes, shown: string): CellText {
  const formula = attributes["table:formula"];
  if (attributes["calcext:value-type"] === "error") return errorText(shown);
  switch (attributes["office:value-type"]) {
    case "float":
    case "currency":
    case "percentage": {
      const value = Number(attributes["office:value"] ?? NaN);
      return { text: Number.isFinite(value) ? numberText(value) : shown };
    }
    case "date":
      return { text: isoText(attributes["office:date-value"] ?? shown) };
    case "time":
      return { text: durationText(attributes["office:time-value"] ?? shown) };
    case "boolean":
      return { text: booleanText(attributes["office:boolean-value"] === "true") };
    case undefined:
      return formula !== undefined && shown === "" ? uncalculated(formula) : { text: shown };
    default:
      return { text: shown === "" ? (attributes["office:string-value"] ?? "") : shown };
  }
}
