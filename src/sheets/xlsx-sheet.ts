import type { DateSystem } from "../read/serial.js";
import { booleanText, dateText, errorText, isoText, numberText, uncalculated } from "./cell-text.js";
import { gridBuilder, type CellText, type Grid } from "./grid.js";
import { parseCell, parseRange, type CellRange } from "./range.js";
import { scanXml } from "./xml.js";

export interface SheetContext {
  readonly strings: readonly string[];
  /** By index of the cell format: whether it shows a date. */
  readonly dates: readonly boolean[];
  readonly dateSystem: DateSystem;
}

/** A cell as the file has it. */
interface RawCell {
  row: number;
  column: number;
  type: string;
  style: number;
  value: string;
  formula: string | undefined;
}

/** Reads the cells of a worksheet part (ECMA-376 part 1, 18.3). @throws for XML that is not well-formed, TooLarge */
export function readXlsxSheet(text: string, context: SheetContext): Grid {
  const grid = gridBuilder();
  const merged: CellRange[] = [];
  let row = -1;
  let column = -1;
  let cell: RawCell | undefined;
  let within: "value" | "formula" | undefined;
  let phonetic = false;
  scanXml(text, {
    open: (name, attributes) => {
      switch (name) {
        case "row":
          row = attributes["r"] === undefined ? row + 1 : Number(attributes["r"]) - 1;
          column = -1;
          break;
        case "c": {
          const at = parseCell(attributes["r"] ?? "");
          row = at?.row ?? row;
          column = at?.column ?? column + 1;
          const { t: type = "n", s: style } = attributes;
          cell = { row, column, type, style: Number(style ?? -1), value: "", formula: undefined };
          break;
        }
        case "v":
        case "t":
          within = phonetic ? undefined : "value";
          break;
        case "f":
          within = "formula";
          if (cell) cell.formula = "";
          break;
        case "rPh":
          phonetic = true;
          break;
        case "mergeCell": {
          const range = parseRange(attributes["ref"] ?? "");
          if (range) merged.push(range);
          break;
        }
      }
    },
    text: (t) => {
      if (!cell || within === undefined) return;
      if (within === "value") cell.value += t;
      else cell.formula = (cell.formula ?? "") + t;
    },
    close: (name) => {
      if (name === "v" || name === "t" || name === "f") within = undefined;
      else if (name === "rPh") phonetic = false;
      else if (name === "c" && cell) {
        grid.set(cell.row, cell.column, textOf(cell, context));
        cell = undefined;
      }
    },
  });
  return grid.build(merged);
}

/** What the cell shows; of a formula the result that was stored with it. */
function textOf({ type, style, value, formula }: RawCell, { strings, dates, dateSystem }: SheetContext): CellText {
  if (type === "str" || type === "inlineStr") return { text: unescaped(value) };
  if (value === "") return formula === undefined ? { text: "" } : uncalculated(formula);
  switch (type) {
    case "s":
      return { text: unescaped(strings[Number(value)] ?? "") };
    case "b":
      return { text: booleanText(value === "1" || value === "true") };
    case "e":
      return errorText(value);
    case "d":
      return { text: isoText(value) };
    default: {
      const n = Number(value);
      if (!Number.isFinite(n)) return { text: value };
      return dates[style] === true ? dateText(n, dateSystem) : { text: numberText(n) };
    }
  }
}

/** Characters that XML cannot hold are written _x000D_ (ECMA-376 part 1, 22.9.2.19). */
const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
