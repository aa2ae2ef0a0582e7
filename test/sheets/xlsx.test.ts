import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { TimelineEvent } from "../../src/model/types.js";
import { readWorkbook } from "../../src/sheets.js";
import { blank, n, row, t, xlsx, xlsxParts, zip } from "./make.js";

const HEADER = row(t("title"), t("start"), t("end"), t("note"));
const read = (rows: string, options: Parameters<typeof xlsxParts>[1] = {}): ReturnType<typeof readWorkbook> =>
  readWorkbook(xlsx([{ rows: HEADER + rows }], options));
const codes = (r: ReturnType<typeof readWorkbook>): string[] => r.problems.map((p) => p.code);
const times = (r: ReturnType<typeof readWorkbook>): unknown[] => r.data.events.map((e) => e.time);
const noteOf = (cell: string): TimelineEvent["note"] => read(row(t("A"), t("2022"), blank, cell)).data.events[0]?.note;

describe("workbooks of Office", () => {
  it("reads one that another program wrote", () => {
    const r = readWorkbook(readFileSync(new URL("../data/story.xlsx", import.meta.url)));
    expect(r.data.events).toMatchObject([
      { title: "A", time: "2022-01-05", lanes: ["West"], quantities: [{ said: "5" }] },
      { title: "B", time: "2022-01-05T18:50", lanes: ["West"], quantities: [{ said: "1.25" }] },
      { title: "C", time: "2022-01", lanes: ["x"], quantities: [{ said: "0.3" }] },
    ]);
    expect(codes(r)).toEqual(["W-SHEET-OTHERS", "W-CELLS-MERGED"]);
  });

  it("makes dates of cells that show dates, with the time where there is one", () => {
    const r = read(row(t("A"), n(44567, 1), n("44568.784722222219", 2)) + row(t("B"), n(44567, 2), n(61, 1)));
    expect(times(r)).toEqual([{ start: "2022-01-06", end: "2022-01-07T18:50" }]);
    expect(r.problems).toMatchObject([{ code: "E-DATE-ORDER", row: 3, column: "end" }]);
  });

  it.each<[number, boolean, string | undefined]>([
    [1, false, "1900-01-01"],
    [59, false, "1900-02-28"],
    [61, false, "1900-03-01"],
    [44567, false, "2022-01-06"],
    [0, true, undefined],
    [1, true, "1904-01-02"],
    [43105, true, "2022-01-06"],
    [2958465, false, "9999-12-31"],
  ])("day %d, from 1904: %s", (day, date1904, date) => {
    expect(times(read(row(t("A"), n(day, 1)), { date1904 }))).toEqual(date === undefined ? [] : [date]);
  });

  it("refuses the 29 February 1900 of Excel, and reports the days on which spreadsheets disagree", () => {
    expect(read(row(t("A"), n(60, 1))).problems).toMatchObject([
      { code: "W-DATE-1900", row: 2, column: "start", value: "1900-02-29" },
      { code: "E-DATE-CALENDAR", row: 2, column: "start" },
    ]);
    expect(codes(read(row(t("A"), n(61, 1))))).toEqual([]);
    expect(codes(read(row(t("A"), n(60, 1)), { date1904: true }))).toEqual([]);
  });

  it("reads day numbers without a format by the workbook's own system", () => {
    const rows = row(t("A"), n(43105)) + row(t("B"), n(43106.5));
    const r = read(rows, { date1904: true });
    expect(times(r)).toEqual(["2022-01-06", "2022-01-07T12:00"]);
    expect(r.problems).toMatchObject([{ code: "W-DATE-SERIAL", column: "start", value: "43105" }]);
  });

  it.each<[string, string, string | undefined]>([
    ["a number", n("0.30000000000000004"), "0.3"],
    ["a number whose format has letters", n(44567, 4), "44567"],
    ["a duration", n(1.5, 5), "1.5"],
    ["a time of day", n(0.75, 3), "18:00"],
    ["a boolean", '<c t="b"><v>1</v></c>', "TRUE"],
    ["the result of a formula", '<c t="str"><f>"a"&amp;"b"</f><v>ab</v></c>', "ab"],
    ["an ISO date", '<c t="d"><v>2022-01-05T00:00:00.000</v></c>', "2022-01-05"],
    ["a text with an escape", t("a_x0041_b"), "aAb"],
    ["a blank", blank, undefined],
    ["a text that looks like a formula", t("=1+1"), "=1+1"],
  ])("shows %s", (_, cell, text) => {
    expect(noteOf(cell)).toBe(text);
  });

  it("takes shared texts with their runs, without phonetic readings", () => {
    const strings = "<si><t>plain</t></si><si><r><t>two </t></r><r><t>runs</t></r><rPh><t>reading</t></rPh></si>";
    const r = read(row('<c t="s"><v>1</v></c>', t("2022")) + row('<c t="s"><v>0</v></c>', t("2022")), { strings });
    expect(r.data.events.map((e) => e.title)).toEqual(["two runs", "plain"]);
  });

  it("never calculates, and says where a result is missing or wrong", () => {
    const r = read(row(t("A"), t("2022"), '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', "<c><f>1+1</f></c>"));
    expect(r.data.events).toEqual([{ title: "A", time: "2022" }]);
    expect(r.problems).toMatchObject([
      { code: "E-CELL-ERROR", row: 2, column: "end", value: "#DIV/0!" },
      { code: "E-CELL-FORMULA", row: 2, column: "note", value: "=1+1" },
    ]);
  });

  it("keeps the row numbers of the sheet", () => {
    const at =
      '<row r="7"><c r="A7" t="inlineStr"><is><t>A</t></is></c><c r="B7" t="inlineStr"><is><t>2022-02-30</t></is></c></row>';
    expect(read(at).problems).toMatchObject([{ code: "E-DATE-CALENDAR", row: 7, column: "start" }]);
  });
});

describe("merged cells", () => {
  const lanes = (merged: readonly string[], rows: string): unknown => {
    const r = readWorkbook(xlsx([{ rows: row(t("title"), t("start"), t("lane"), t("note")) + rows, merged }]));
    return { lanes: r.data.events.map((e) => e.lanes?.[0]), notes: r.data.events.map((e) => e.note), codes: codes(r) };
  };
  it("give each row what the sheet shows, and are reported", () => {
    const rows = row(t("A"), t("2022"), t("West")) + row(t("B"), t("2022"), t("hidden")) + row(t("C"), t("2022"));
    expect(lanes(["C2:C3"], rows)).toEqual({
      lanes: ["West", "West", undefined],
      notes: [undefined, undefined, undefined],
      codes: ["W-CELLS-MERGED"],
    });
  });
  it("within one row leave the rest blank, and are nothing to report", () => {
    expect(lanes(["C2:D2"], row(t("A"), t("2022"), t("West"), t("hidden")))).toEqual({
      lanes: ["West"],
      notes: [undefined],
      codes: [],
    });
  });
  it("make no events of blank rows", () => {
    expect(lanes(["C2:C1048576"], row(t("A"), t("2022"), t("West")) + row(blank))).toMatchObject({
      lanes: ["West"],
      codes: [],
    });
  });
});

describe("sheets", () => {
  const sheet = (title: string): string => HEADER + row(t(title), t("2022"));
  const bytes = xlsx([
    { name: "Lists", state: "hidden", rows: sheet("hidden") },
    { name: "Story", rows: sheet("story") },
    { name: "Old &amp; new", rows: sheet("old") },
  ]);
  const titles = (name?: string): unknown[] => readWorkbook(bytes, { sheet: name }).data.events.map((e) => e.title);
  it("are the first that is shown, or the one that is named", () => {
    expect([titles(), titles("Old & new"), titles("Lists")]).toEqual([["story"], ["old"], ["hidden"]]);
  });
  it("are named when they are left out, unless one was asked for", () => {
    const [problem] = readWorkbook(bytes).problems;
    expect(problem).toMatchObject({ code: "W-SHEET-OTHERS", severity: "warning" });
    expect(problem!.message).toContain("“Lists”, “Old & new”");
    expect(readWorkbook(bytes, { sheet: "Story" }).problems).toEqual([]);
  });
  it("that are not there are a Problem that names those that are", () => {
    expect(readWorkbook(bytes, { sheet: "Stroy" })).toMatchObject({
      data: { events: [] },
      problems: [{ code: "E-SHEET", value: "Stroy", hint: "The sheets are “Lists”, “Story”, “Old & new”" }],
    });
  });
});

describe("damaged and hostile workbooks", () => {
  const good = xlsxParts([{ rows: HEADER + row(t("A"), t("2022")) }]);
  const only = (bytes: Uint8Array): string[] => codes(readWorkbook(bytes));
  it("are one Problem when cut anywhere", () => {
    const bytes = zip(good);
    for (let length = 0; length < bytes.length; length += 41)
      expect(only(bytes.subarray(0, length)), String(length)).toEqual(["E-FILE-BROKEN"]);
    expect(only(bytes)).toEqual([]);
  });
  it("never throw when bytes are changed", () => {
    const bytes = zip(good);
    for (let i = 0; i < bytes.length; i += 7) {
      const changed = bytes.slice();
      changed[i] = changed[i]! ^ 0xff;
      expect(() => readWorkbook(changed)).not.toThrow();
    }
  });
  it("of another kind are told as such", () => {
    expect(only(zip({ "word/document.xml": "<a/>" }))).toEqual(["E-FILE-KIND"]);
    expect(only(zip({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<a/>" }))).toEqual([
      "E-FILE-KIND",
    ]);
  });
  it("do not unpack without end", () => {
    const bomb = { ...good, "xl/sharedStrings.xml": `<sst>${" ".repeat(2 ** 27)}</sst>` };
    expect(only(zip(bomb))).toEqual(["E-FILE-LARGE"]);
  });
  it("that lie about their size are damaged", () => {
    const bytes = zip({ ...good, "xl/sharedStrings.xml": `<sst>${" ".repeat(4000)}</sst>` });
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // The size unpacked of each entry of the directory that has this one.
    for (let i = 0; i + 46 < bytes.length; i++)
      if (view.getUint32(i, true) === 0x02014b50 && view.getUint32(i + 24, true) === 4011)
        view.setUint32(i + 24, 11, true);
    expect(only(bytes)).toEqual(["E-FILE-BROKEN"]);
  });
  it.each<[string, string]>([
    [
      "far cells in every row",
      Array.from({ length: 400 }, (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`).join(""),
    ],
    ["nothing but ranges", ""],
  ])("do not fill memory: %s", (name, rows) => {
    const cells = Array.from({ length: 1000 }, (_, i) => row(t(String(i)))).join("");
    const merged = name === "nothing but ranges" ? Array.from({ length: 20_000 }, () => "A1:XFD1048576") : [];
    expect(only(xlsx([{ rows: rows === "" ? cells : rows, merged }]))).toEqual(["E-FILE-LARGE"]);
  });
  it("with a document type of their own are damaged", () => {
    const evil = '<!DOCTYPE a [<!ENTITY b "c">]><sst><si><t>&b;</t></si></sst>';
    expect(only(zip({ ...good, "xl/sharedStrings.xml": evil }))).toEqual(["E-FILE-BROKEN"]);
  });
});
