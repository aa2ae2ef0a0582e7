import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readWorkbook } from "../../src/sheets.js";
import { ods } from "./make.js";

const text = (...paragraphs: readonly string[]): string =>
  `<table:table-cell office:value-type="string">${paragraphs.map((p) => `<text:p>${p}</text:p>`).join("")}</table:table-cell>`;
const row = (...cells: readonly string[]): string => `<table:table-row>${cells.join("")}</table:table-row>`;
const header = row(text("title"), text("start"), text("note"));
const table = (rows: string, name = "Story"): string => `<table:table table:name="${name}">${rows}</table:table>`;
const read = (rows: string): ReturnType<typeof readWorkbook> => readWorkbook(ods(table(header + rows)));
const codes = (r: ReturnType<typeof readWorkbook>): string[] => r.problems.map((p) => p.code);

describe("OpenDocument workbooks", () => {
  it("reads one that another program wrote", () => {
    const r = readWorkbook(readFileSync(new URL("../data/story.ods", import.meta.url)));
    expect(r.data.events).toMatchObject([
      { title: "A", time: "2022-01-05", lanes: ["West"], quantities: [{ said: "5" }] },
      { title: "B", time: "2022-01-05T18:50", lanes: ["West"], quantities: [{ said: "1.25" }] },
      { title: "C", time: "2022-01", lanes: ["x"], quantities: [{ said: "0.3" }] },
    ]);
    expect(codes(r)).toEqual(["W-SHEET-OTHERS", "W-CELLS-MERGED"]);
  });

  it.each<[string, string, string | undefined]>([
    [
      "a date",
      '<table:table-cell office:value-type="date" office:date-value="2022-01-05"><text:p>5. Jan</text:p></table:table-cell>',
      "2022-01-05",
    ],
    [
      "a date at midnight",
      '<table:table-cell office:value-type="date" office:date-value="2022-01-05T00:00:00"/>',
      "2022-01-05",
    ],
    [
      "a date with a time",
      '<table:table-cell office:value-type="date" office:date-value="2022-01-05T18:50:00.000000000"/>',
      "2022-01-05T18:50",
    ],
    [
      "seconds",
      '<table:table-cell office:value-type="date" office:date-value="2022-01-05T18:50:07"/>',
      "2022-01-05T18:50:07",
    ],
    ["a time of day", '<table:table-cell office:value-type="time" office:time-value="PT18H50M00S"/>', "18:50"],
    [
      "a number",
      '<table:table-cell office:value-type="float" office:value="0.30000000000000004"><text:p>0,30</text:p></table:table-cell>',
      "0.3",
    ],
    ["a boolean", '<table:table-cell office:value-type="boolean" office:boolean-value="false"/>', "FALSE"],
    [
      "the result of a formula",
      '<table:table-cell table:formula="of:=[.A1]" office:value-type="float" office:value="7"/>',
      "7",
    ],
    ["spaces, spans and paragraphs", text('a<text:s text:c="3"/><text:span>b</text:span>', "c"), "a b c"],
    [
      "a cell without its note",
      '<table:table-cell office:value-type="string"><office:annotation><dc:date>2022</dc:date><text:p>desk</text:p></office:annotation><text:p>shown</text:p></table:table-cell>',
      "shown",
    ],
    ["a blank", "<table:table-cell/>", undefined],
  ])("shows %s", (_, cell, shown) => {
    const r = read(row(text("A"), text("2022"), cell));
    expect(r.data.events[0]?.note).toBe(shown);
    expect(r.problems).toEqual([]);
  });

  it("reads rows in groups and among repeated headings", () => {
    const rows = `<table:table-header-rows>${header}</table:table-header-rows><table:table-row-group>${row(text("A"), text("2022"))}</table:table-row-group>${row(text("B"), text("2023"))}`;
    expect(readWorkbook(ods(table(rows))).data.events.map((e) => e.title)).toEqual(["A", "B"]);
  });

  it("counts repeated rows and cells", () => {
    const blank =
      '<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
    const twice =
      '<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string" table:number-columns-repeated="2"><text:p>2022-02-30</text:p></table:table-cell></table:table-row>';
    expect(read(blank + twice).problems).toMatchObject([{ code: "E-DATE-CALENDAR", row: 5, count: 2, rows: [5, 6] }]);
  });

  it("is not filled by formats that reach to the end of the sheet", () => {
    const end =
      '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:style-name="ce1" table:number-columns-repeated="16384"/></table:table-row>';
    expect(read(row(text("A"), text("2022")) + end)).toMatchObject({
      data: { events: [{ title: "A" }] },
      problems: [],
    });
  });

  it("does not fill memory", () => {
    const bomb =
      '<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"/></table:table-row>';
    const errors =
      '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:formula="of:=1" table:number-columns-repeated="16384"/></table:table-row>';
    const spaces = row(text('<text:s text:c="900000000"/>'.repeat(5000)), text("2022"));
    expect(codes(read(bomb))).toEqual(["E-FILE-LARGE"]);
    expect(codes(read(errors))).toEqual(["E-FILE-LARGE"]);
    expect(codes(read(spaces))).toEqual(["W-TEXT-LONG", "E-TITLE-MISSING"]);
  });

  it("says where a formula's result is missing or wrong", () => {
    const cells = [
      '<table:table-cell table:formula="of:=1+1"/>',
      '<table:table-cell office:value-type="string" calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell>',
    ];
    expect(cells.map((c) => read(row(text("A"), text("2022"), c)).problems)).toMatchObject([
      [{ code: "E-CELL-FORMULA", row: 2, column: "note", value: "=1+1" }],
      [{ code: "E-CELL-ERROR", row: 2, column: "note", value: "#REF!" }],
    ]);
  });

  it("gives each row of merged cells what the sheet shows", () => {
    const first =
      '<table:table-cell office:value-type="string" table:number-rows-spanned="2" table:number-columns-spanned="1"><text:p>both</text:p></table:table-cell>';
    const hidden =
      '<table:covered-table-cell office:value-type="string"><text:p>hidden</text:p></table:covered-table-cell>';
    const r = read(row(text("A"), text("2022"), first) + row(text("B"), text("2022"), hidden));
    expect(r.data.events.map((e) => e.note)).toEqual(["both", "both"]);
    expect(r.problems).toMatchObject([{ code: "W-CELLS-MERGED", row: 2, column: "note", value: "both" }]);
  });

  it("chooses the sheet by name", () => {
    const bytes = ods(table(header, "Empty") + table(header + row(text("A"), text("2022"))));
    expect(codes(readWorkbook(bytes))).toEqual(["W-SHEET-OTHERS", "E-FILE-EMPTY"]);
    expect(readWorkbook(bytes, { sheet: "Story" })).toMatchObject({ data: { events: [{ title: "A" }] }, problems: [] });
  });
});
