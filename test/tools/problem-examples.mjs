// For every code a small input that brings it about. The docs show them; test/problems.test.ts runs them.
import { strToU8, zipSync } from "fflate";

const table = (...rows) => ({ csv: rows.join("\n") });
const cell = (row) => table("title,start", row);
const json = (value) => ({ json: JSON.stringify(value, null, 1).replace(/\n\s*/g, " ") });
const one = (more) => json({ events: [{ title: "Curfew", time: "2022-01-05", ...more }] });
/** What cannot be shown as text is said in words. */
const said = (words, run) => ({ says: words, ...run });

const NS = "http://schemas.openxmlformats.org";
const relation = (id, type, target) =>
  `<Relationship Id="${id}" Type="${NS}/officeDocument/2006/relationships/${type}" Target="${target}"/>`;

/** A workbook as spreadsheets write them, at its smallest. `rows` is what stands in sheetData. */
function xlsx(rows, { merged = "", sheets = ["Story"] } = {}) {
  const list = sheets.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="r${i}"/>`).join("");
  const sheet = `<worksheet xmlns="${NS}/spreadsheetml/2006/main"><sheetData>${rows}</sheetData>${merged}</worksheet>`;
  const parts = {
    "_rels/.rels": `<Relationships xmlns="${NS}/package/2006/relationships">${relation("a", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${NS}/spreadsheetml/2006/main" xmlns:r="${NS}/officeDocument/2006/relationships"><sheets>${list}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${NS}/package/2006/relationships">${sheets.map((_, i) => relation(`r${i}`, "worksheet", `worksheets/s${i}.xml`)).join("")}${relation("s", "styles", "styles.xml")}</Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${NS}/spreadsheetml/2006/main"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
  };
  sheets.forEach((_, i) => (parts[`xl/worksheets/s${i}.xml`] = sheet));
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

/** The archive with every part said to be as large as can be said (PKWARE APPNOTE 4.3.12: 24 bytes into its entry). */
function inflated(archive) {
  const view = new DataView(archive.buffer);
  for (let i = 0; i + 28 < archive.length; i++)
    if (view.getUint32(i) === 0x504b0102) view.setUint32(i + 24, 0xfffffffe, true);
  return archive;
}

const t = (text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (...cells) => `<row>${cells.join("")}</row>`;
const HEAD = row(t("title"), t("start"));
const book = (rows, options) => ({ workbook: xlsx(HEAD + rows, options) });
const EVENT = row(t("Curfew"), t("2022-01-05"));

const crowd = (n) =>
  Array.from({ length: n }, (_, i) => ({ id: `e${i}`, title: `The event of number ${i}`, time: "2022-01-05" }));
const days = Array.from({ length: 24 }, (_, i) => `Day ${i + 1},2022-01-${String(i + 1).padStart(2, "0")}`);

const twoTowns = {
  events: [
    { id: "strike", title: "Strike", time: "2022-01-03", lanes: ["Zhanaozen"], category: "protest" },
    { id: "arrests", title: "Arrests", time: "2022-01-05", lanes: ["Zhanaozen"], category: "arrests" },
    { id: "march", title: "March", time: "2022-01-04", lanes: ["Aktau"], category: "protest" },
  ],
};

export const problemExamples = {
  "E-DATE-MISSING": cell("Curfew,"),
  "E-DATE-FORMAT": cell("Curfew,overnight 5"),
  "E-DATE-CALENDAR": cell("Curfew,2022-02-30"),
  "E-DATE-PROFILE": cell('Curfew,"{1960,1961}"'),
  "E-DATE-CLOCK": cell("Curfew,2022-01-05T25:00"),
  "E-DATE-OFFSET": cell("Curfew,2022-01-05T20:30+25:00"),
  "E-DATE-LONG": said("a date of 100 characters", cell(`Curfew,${"2022-".repeat(20)}`)),
  "E-DATE-RANGE": cell("Curfew,Y170000000000"),
  "E-DATE-ORDER": table("title,start,end", "Curfew,2022-01-06,2022-01-05"),
  "E-DATE-AMBIGUOUS": cell("Curfew,06/01/2022"),
  "E-DATE-SERIAL": cell("Curfew,44567"),
  "W-DATE-SERIAL": table("title,start", "Curfew,44567", "Lifted,44580"),
  "W-DATE-MIDNIGHT": said(
    "24 events that a program wrote with 00:00 for the time of day",
    table("title,start", ...days.map((row) => `${row}T00:00:00Z`)),
  ),
  "W-DATE-1900": said(
    "a workbook with a cell of a date before March 1900",
    book(row(t("Curfew"), '<c s="1"><v>45</v></c>')),
  ),
  "E-DATE-EPOCH": cell("Curfew,1641427200000"),
  "W-DATE-MS": json({ events: [{ title: "Elizabeth", time: 1565 }] }),
  "E-DATE-NUMBER": cell("Curfew,10000"),
  "E-DATE-DIGITS": cell("Curfew,٢٠٢٢-٠١-٠٦"),
  "W-DATE-MARKS": cell("Curfew,“2022–01–06”"),
  "W-DATE-WEEKDAY": cell('Curfew,"Friday, 6 January 2022"'),
  "W-DATE-BCE": table("title,year", "Ides of March,-43"),
  "W-DATE-FAR": said("24 events of January 2022, and one of 2922", table("title,start", ...days, "Curfew,2922-01-05")),
  "E-ZONE": table("title,start,zone", "Curfew,2022-01-05T23:00,ALMT"),
  "W-ZONE-GAP": table("title,start,zone", "Clocks go forward,2022-03-27T02:30,Europe/Paris"),
  "W-ZONE-REPEATED": table("title,start,zone", "Clocks go back,2022-10-30T02:30,Europe/Paris"),
  "E-EVENT-TYPE": json([{ title: "Curfew", time: "2022-01-05" }, 5]),
  "E-DATA-TYPE": one({ lanes: 5 }),
  "E-TITLE-MISSING": cell(",2022-01-05"),
  "E-ID-SPACE": table("id,title,start", "kz 1,Curfew,2022-01-05"),
  "E-ID-DUPLICATE": table("id,title,start", "kz1,Curfew,2022-01-05", "kz1,Lifted,2022-01-19"),
  "W-PLACE-REGION": table("title,start,place,region", "A,2022-01-05,Almaty,City", "B,2022-01-06,Almaty,Region"),
  "W-REF-UNKNOWN": table("id,title,start,link", "kz1,Curfew,2022-01-05,answers:kz9"),
  "E-CYCLE": table("id,title,start,link", "a,A,2022-01-05,part-of:b", "b,B,2022-01-05,part-of:a"),
  "W-RETRACT-UNKNOWN": table("id,title,start,change", "kz1,Curfew,2022-01-05,retraction"),
  "E-KNOWN-FROM": table("title,start,known_from", "Curfew,2022-01-05,yesterday"),
  "W-KNOWN-TWICE": table(
    "id,title,start,known_from",
    "kz1,Curfew,2022-01-05,",
    "kz1,A curfew,,2022-01-06T13:50+01:00",
    "kz1,No curfew,,2022-01-06T13:50+01:00",
  ),
  "E-NUMBER": table("title,start,quantity:killed", "Clashes,2022-01-05,0x10"),
  "E-NUMBER-NEGATIVE": table("title,start,quantity:killed", "Clashes,2022-01-05,-5"),
  "E-NUMBER-RANGE": table("title,start,quantity:killed", "Clashes,2022-01-05,9007199254740993"),
  "E-NUMBER-AMBIGUOUS": table("title,start,quantity:killed", "Clashes,2022-01-05,2.000"),
  "W-NUMBER-WORDS": table("title,start,quantity:marchers", "March,2022-01-05,as far as the eye can see"),
  "W-NUMBER-ORDER": table("title,start,quantity:killed,quantity:killed:low", "Clashes,2022-01-05,2,3"),
  "W-NUMBER-PART": one({
    quantities: [
      { measure: "injured", said: "300" },
      { measure: "in hospital", said: "400", partOf: "injured" },
    ],
  }),
  "E-IMPORTANCE": table("title,start,importance", "Curfew,2022-01-05,9"),
  "E-WORD": table("title,start,status", "Curfew,2022-01-05,maybe"),
  "E-LAYOUT": table("title,start,layout", "Curfew,2022-01-05,pin; nudge 900 0"),
  "W-LAYOUT-BOTH": said('an event with `"layout": { "pin": true, "hide": true }`', {
    draw: [crowd(1).map((event) => ({ ...event, layout: { pin: true, hide: true } })), {}],
  }),
  "E-URL": table("title,start,url", "Curfew,2022-01-05,javascript:alert(1)"),
  "E-COLOR": json({
    categories: [{ id: "army", color: "red" }],
    events: [{ title: "Curfew", time: "2022-01-05", category: "army" }],
  }),
  "W-TEXT-LONG": said("a title of 10,000 letters", cell(`${"x".repeat(1e4)},2022-01-05`)),
  "W-LOCALE": said('{ locale: "xx" }', { draw: [crowd(1), { locale: "xx" }] }),
  "W-OPTION": said('{ theme: "sepia" }', { draw: [crowd(1), { theme: "sepia" }] }),
  "W-FIELD-UNKNOWN": said('{ laneBy: { field: "colour" } }', { draw: [crowd(1), { laneBy: { field: "colour" } }] }),
  "W-LANE-UNKNOWN": said('{ laneBy: "category", laneOrder: ["Protests"] }', {
    draw: [
      [{ title: "Rally", time: "2022-01-05", category: "Protest" }],
      { laneBy: "category", laneOrder: ["Protests"] },
    ],
  }),
  "W-LABEL-NOTE": said("eight events on one day, in a small picture", {
    draw: [crowd(8), { width: 320, height: 400, orientation: "horizontal" }],
  }),
  "W-LAYOUT-HAND": said("two events of one day that both want row 2", {
    draw: [crowd(2).map((event) => ({ ...event, layout: { row: 2 } })), {}],
  }),
  "W-LABEL-COUNTED": said("2,000 events on one day", { draw: [crowd(2000), { width: 320, height: 200 }] }),
  "W-RELATIVE-LANE": said("lanes that count from their first arrest, one of which has none", {
    draw: [twoTowns, { timeScale: "relative", relativeTo: { category: "arrests" } }],
  }),
  "W-RELATIVE-EVENT": said("lanes that count from events by id, one of which there is not", {
    draw: [twoTowns, { timeScale: "relative", relativeTo: { events: ["strike", "march", "curfew"] } }],
  }),
  "W-RELATIVE-WINDOW": said("a date for a window that counts days from day 0", {
    draw: [twoTowns, { timeScale: "relative", from: "2022-01-05" }],
  }),
  "W-TYPE-SMALL": said("type of 6 pt in print", { draw: [crowd(1), { unit: "mm", width: 80 }], labelSize: 6 }),
  "E-JSON": { json: '{ title: "Curfew", }' },
  "W-KEY": { json: '{ "__proto__": {}, "events": [{ "title": "Curfew", "time": "2022-01-05" }] }' },
  "E-LIST": { json: '{ "seasons": [] }', options: { list: "races" } },
  "E-JSON-DEPTH": said("200 brackets in a row", { json: "[".repeat(200) }),
  "E-FILE-KIND": said("a web page, a workbook where only text is read, an old workbook (.xls)", {
    bytes: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0),
  }),
  "E-FILE-BROKEN": said("half of a workbook", { workbook: xlsx(HEAD + EVENT).slice(0, 500) }),
  "E-FILE-LARGE": said("a workbook of which a part says that it has 4 GB", { workbook: inflated(xlsx(HEAD + EVENT)) }),
  "E-SHEET": said('a workbook with a sheet “Story”, and --sheet "Stroy"', {
    workbook: xlsx(HEAD + EVENT),
    options: { sheet: "Stroy" },
  }),
  "W-SHEET-OTHERS": said("a workbook with the sheets Story and Sources", book(EVENT, { sheets: ["Story", "Sources"] })),
  "W-CELLS-MERGED": said(
    "a workbook in which the cells B2:B3 are merged",
    book(
      row('<c r="A2" t="inlineStr"><is><t>A</t></is></c>', '<c r="B2" t="inlineStr"><is><t>2022-01-05</t></is></c>') +
        row('<c r="A3" t="inlineStr"><is><t>B</t></is></c>'),
      {
        merged: '<mergeCells><mergeCell ref="B2:B3"/></mergeCells>',
      },
    ),
  ),
  "E-CELL-ERROR": said(
    "a workbook with a cell that shows #REF!",
    book(row(t("Curfew"), t("2022-01-05"), '<c t="e"><v>#REF!</v></c>')),
  ),
  "E-CELL-FORMULA": said(
    "a workbook written by a program that calculates nothing",
    book(row(t("Curfew"), t("2022-01-05"), "<c><f>1+1</f></c>")),
  ),
  "W-TABLE-LOST": said("an event with a picture, written as CSV", {
    lost: [{ title: "Curfew", time: "2022-01-05", media: [{ url: "https://example.org/a.jpg", alt: "A street" }] }],
  }),
  "E-FILE-FETCH": said('an element with `track="arrests.csv"`, which is not there', {
    fetch: ["arrests.csv", "/arrests.csv: 404 Not Found"],
  }),
  "E-FILE-EMPTY": table("title,start"),
  "E-HEADER": table("story,when exactly", "Curfew,2022-01-05"),
  "W-HEADER-TWICE": table("title,start,title", "Curfew,2022-01-05,Lifted"),
  "W-COLUMN-UNKNOWN": table("title,start,categry", "Curfew,2022-01-05,army"),
  "E-QUOTE-OPEN": cell('"Curfew,2022-01-05'),
  "W-QUOTE-CURLY": cell("“Curfew, at last”,2022-01-05"),
  "W-CELLS-MORE": cell("Curfew,2022-01-05,at last"),
  "W-ENCODING": said("a file in Windows-1252, in which é is one byte", {
    bytes: Uint8Array.from(Buffer.from("title,start\nCaf\xe9 closed,2022-01-05", "latin1")),
  }),
  "W-DATE-ORDER": table("title,start", "Curfew,06/01/2022", "Lifted,19/01/2022"),
  "W-CONTROL": said("a cell with a NUL in it", cell("Cur\u0000few,2022-01-05")),
};

/** The problems of an example, with what reads and draws given: the built library, or its source. */
export function problemsOf(example, { read, readWorkbook, unfetched, lostInCSV, arrange, place, draw }) {
  const { csv, json, bytes, workbook, draw: drawn, lost, fetch, options = {} } = example;
  if (csv !== undefined) return read(csv, { format: "csv", ...options }).problems;
  if (json !== undefined) return read(json, { format: "json", ...options }).problems;
  if (bytes !== undefined) return read(bytes, options).problems;
  if (workbook !== undefined) return readWorkbook(workbook, options).problems;
  if (fetch !== undefined) return [unfetched(...fetch)];
  if (lost !== undefined) return lostInCSV(lost);
  const [data, drawing] = drawn;
  const arrangement = arrange(data, drawing);
  const { type } = arrangement;
  const size = example.labelSize ?? type.label.size;
  return draw(place({ ...arrangement, type: { ...type, label: { ...type.label, size } } }), drawing).problems;
}
