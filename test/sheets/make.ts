import { strToU8, zipSync } from "fflate";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

/** Files by name as a packed one. */
export const zip = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

export interface XlsxSheet {
  readonly name?: string;
  readonly state?: "hidden";
  /** What stands in sheetData: rows of cells. */
  readonly rows: string;
  readonly merged?: readonly string[];
}

/** Cell formats: 0 general, 1 date (built in), 2 date and time of its own, 3 time, 4 a number with letters in quotes, 5 duration. */
const STYLES = `<numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy\\ hh:mm"/><numFmt numFmtId="165" formatCode="0&quot; days&quot;"/><numFmt numFmtId="166" formatCode="[h]:mm"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="20"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>`;

/** The parts of a workbook as a spreadsheet writes them. */
export function xlsxParts(
  sheets: readonly XlsxSheet[],
  { strings = "", date1904 = false }: { readonly strings?: string; readonly date1904?: boolean } = {},
): Record<string, string> {
  const list = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${name ?? `Sheet${i + 1}`}" sheetId="${i + 1}" r:id="r${i}"${state ? ` state="${state}"` : ""}/>`,
  );
  const targets = sheets.map(
    (_, i) => `<Relationship Id="r${i}" Type="${OFFICE}/worksheet" Target="worksheets/s${i}.xml"/>`,
  );
  const parts: Record<string, string> = {
    "_rels/.rels": `${HEAD}<Relationships ${RELATIONS}><Relationship Id="a" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${HEAD}<workbook ${MAIN} xmlns:r="${OFFICE}"><workbookPr${date1904 ? ' date1904="1"' : ""}/><sheets>${list.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${HEAD}<Relationships ${RELATIONS}>${targets.join("")}<Relationship Id="s" Type="${OFFICE}/styles" Target="/xl/styles.xml"/><Relationship Id="t" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    "xl/styles.xml": `${HEAD}<styleSheet ${MAIN}>${STYLES}</styleSheet>`,
    "xl/sharedStrings.xml": `${HEAD}<sst ${MAIN}>${strings}</sst>`,
  };
  sheets.forEach(({ rows, merged = [] }, i) => {
    const cells = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join("");
    parts[`xl/worksheets/s${i}.xml`] =
      `${HEAD}<worksheet ${MAIN}><sheetData>${rows}</sheetData>${cells === "" ? "" : `<mergeCells>${cells}</mergeCells>`}</worksheet>`;
  });
  return parts;
}

export const xlsx = (...args: Parameters<typeof xlsxParts>): Uint8Array => zip(xlsxParts(...args));

/** A cell of text, and of a number with a cell format. */
export const t = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
export const n = (value: number | string, style = 0): string => `<c s="${style}"><v>${value}</v></c>`;
export const blank = "<c/>";
export const row = (...cells: readonly string[]): string => `<row>${cells.join("")}</row>`;

/** An OpenDocument spreadsheet of tables, as they stand in its body. */
export const ods = (tables: string): Uint8Array =>
  zip({
    mimetype: "application/vnd.oasis.opendocument.spreadsheet",
    "content.xml": `${HEAD}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
  });
