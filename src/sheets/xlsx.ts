import type { DateSystem } from "../read/serial.js";
import type { Archive } from "./archive.js";
import type { SheetInfo, Workbook } from "./grid.js";
import { isDateFormat } from "./number-format.js";
import { readXlsxSheet } from "./xlsx-sheet.js";
import { scanXml } from "./xml.js";

interface Relation {
  readonly type: string;
  /** Name of the part, from the root of the archive. */
  readonly target: string;
}

/** Opens an Office Open XML workbook (ECMA-376 part 1, 18). @throws for a damaged one */
export function openXlsx(archive: Archive): Workbook {
  const main =
    [...relations(archive, "").values()].find((r) => r.type === "officeDocument")?.target ?? "xl/workbook.xml";
  const related = relations(archive, main);
  const { sheets, dateSystem } = directory(archive.text(main), related);
  const part = (type: string): string | undefined => {
    const target = [...related.values()].find((r) => r.type === type)?.target;
    return target !== undefined && archive.names.has(target) ? archive.text(target) : undefined;
  };
  return {
    sheets,
    dateSystem,
    grid: (sheet) => {
      const strings = sharedStrings(part("sharedStrings"));
      const dates = dateStyles(part("styles"));
      const target = sheets.find((s) => s === sheet)?.target ?? "";
      return readXlsxSheet(archive.text(target), { strings, dates, dateSystem });
    },
  };
}

interface PlacedSheet extends SheetInfo {
  readonly target: string;
}

function directory(
  text: string,
  related: ReadonlyMap<string, Relation>,
): { readonly sheets: readonly PlacedSheet[]; readonly dateSystem: DateSystem } {
  const sheets: PlacedSheet[] = [];
  let dateSystem: DateSystem = "1900";
  scanXml(text, {
    open: (name, attributes) => {
      if (name === "workbookPr" && /^(?:1|true)$/.test(attributes["date1904"] ?? "")) dateSystem = "1904";
      if (name !== "sheet") return;
      // The prefix of the relation's id is the writer's choice.
      const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1] ?? "";
      const relation = related.get(id);
      if (relation?.type !== "worksheet") return;
      const hidden = /hidden/i.test(attributes["state"] ?? "");
      sheets.push({ name: attributes["name"] ?? "", hidden, target: relation.target });
    },
  });
  return { sheets, dateSystem };
}

/** What a part refers to, by id; none when it says nothing. */
function relations(archive: Archive, part: string): ReadonlyMap<string, Relation> {
  const slash = part.lastIndexOf("/") + 1;
  const folder = part.slice(0, slash);
  const name = `${folder}_rels/${part.slice(slash)}.rels`;
  const out = new Map<string, Relation>();
  if (!archive.names.has(name)) return out;
  scanXml(archive.text(name), {
    open: (element, { Id: id, Type: type = "", Target: target = "" }) => {
      if (element !== "Relationship" || id === undefined) return;
      out.set(id, { type: type.slice(type.lastIndexOf("/") + 1), target: resolved(folder, target) });
    },
  });
  return out;
}

/** A reference from a folder as a name from the root: "../a.xml" from "xl/" is "a.xml". */
function resolved(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  return steps.join("/");
}

/** The workbook's table of texts. Phonetic readings beside them (rPh) are left out. */
function sharedStrings(text: string | undefined): readonly string[] {
  const strings: string[] = [];
  if (text === undefined) return strings;
  let current: string | undefined;
  let phonetic = false;
  let inText = false;
  scanXml(text, {
    open: (name) => {
      if (name === "si") current = "";
      else if (name === "rPh") phonetic = true;
      else if (name === "t") inText = !phonetic;
    },
    text: (t) => {
      if (inText && current !== undefined) current += t;
    },
    close: (name) => {
      if (name === "si") strings.push(current ?? "");
      else if (name === "rPh") phonetic = false;
      else if (name === "t") inText = false;
    },
  });
  return strings;
}

/** Which of the cell formats (by index) show dates or times. */
function dateStyles(text: string | undefined): readonly boolean[] {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let inFormats = false;
  if (text !== undefined)
    scanXml(text, {
      open: (name, { numFmtId, formatCode }) => {
        if (name === "cellXfs") inFormats = true;
        else if (name === "numFmt") codes.set(Number(numFmtId), formatCode ?? "");
        else if (name === "xf" && inFormats) ids.push(Number(numFmtId ?? 0));
      },
      close: (name) => {
        if (name === "cellXfs") inFormats = false;
      },
    });
  return ids.map((id) => isDateFormat(id, codes.get(id)));
}
