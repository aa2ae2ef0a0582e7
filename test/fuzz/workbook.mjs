// A workbook of texts, at its smallest: one sheet, inline strings.
import { strToU8, zipSync } from "fflate";

const NS = "http://schemas.openxmlformats.org";
const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const relation = (id, type, target) =>
  `<Relationship Id="${id}" Type="${NS}/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
const relations = (inner) => `<Relationships xmlns="${NS}/package/2006/relationships">${inner}</Relationships>`;

export function workbookOf(rows) {
  const cells = (row) =>
    row.map((c) => `<c t="inlineStr"><is><t xml:space="preserve">${escaped(c)}</t></is></c>`).join("");
  const main = `xmlns="${NS}/spreadsheetml/2006/main"`;
  const parts = {
    "_rels/.rels": relations(relation("a", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": `<workbook ${main} xmlns:r="${NS}/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="r"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(relation("r", "worksheet", "worksheets/s.xml")),
    "xl/worksheets/s.xml": `<worksheet ${main}><sheetData>${rows.map((r) => `<row>${cells(r)}</row>`).join("")}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), { level: 0 });
}
