import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spelledDate } from "../../src/read/dates.js";
import { read, type ReadOptions } from "../../src/read/read.js";
import { splitRows } from "../../src/read/rows.js";
import { resolve } from "../../src/model/resolve.js";

const csv = (text: string, options: ReadOptions = {}): ReturnType<typeof read> =>
  read(text, { format: "csv", ...options });
const codes = (r: ReturnType<typeof read>): string[] => r.problems.map((p) => p.code);
const titles = (r: ReturnType<typeof read>): unknown[] => r.data.events.map((e) => e.title);

describe("tables", () => {
  it("reads every column", () => {
    const header =
      "id,title,print_title,summary,start,end,zone,said,place,region,lane,category,actors,importance,status,verification,source,source_url,url,link,known_from,change,note,desk_note,quantity:killed,my own";
    const row =
      'a,Storming,Short,"One, two","[..2022-01-05]",..,Asia/Almaty,by Wednesday,Almaty;Aktau,Kazakhstan,one;two,clashes,police; army,1,ongoing,disputed,Police > Khabar | TASS; report,https://example.org,https://a.example,causes:b,2022-01-06T13:50+01:00,update,Adds,internal,dozens,x';
    const r = csv(`${header}\n${row}\nb,B,,,2022-01-06,,,,,,,,,,,,,,,,,,,,,`);
    expect(r.problems).toEqual([]);
    expect(r.data.events[0]).toEqual({
      id: "a",
      title: "Storming",
      printTitle: "Short",
      summary: "One, two",
      time: { start: "[..2022-01-05]", end: "..", zone: "Asia/Almaty", said: "by Wednesday" },
      places: ["Almaty", "Aktau"],
      lanes: ["one", "two"],
      category: "clashes",
      actors: ["police", "army"],
      importance: 1,
      status: "ongoing",
      verification: "disputed",
      quantities: [{ measure: "killed", said: "dozens", low: 24, best: null, high: null }],
      claims: [{ path: ["Police", ["Khabar", "TASS"]], url: "https://example.org/" }, { path: ["report"] }],
      urls: ["https://a.example"],
      links: [{ type: "causes", to: "b" }],
      knownFrom: "2022-01-06T13:50+01:00",
      change: "update",
      note: "Adds",
      deskNote: "internal",
      extra: { "my own": "x" },
    });
    expect(r.data.places).toEqual([
      { id: "Kazakhstan", name: "Kazakhstan" },
      { id: "Almaty", name: "Almaty", parent: "Kazakhstan" },
      { id: "Aktau", name: "Aktau", parent: "Kazakhstan" },
    ]);
  });
  it.each<[string, string]>([
    ["semicolons", "title;start\nA;2022-01-05\nB;2022-01-06"],
    ["tabs", "title\tstart\nA\t2022-01-05\nB\t2022-01-06"],
    ["CRLF", "title,start\r\nA,2022-01-05\r\nB,2022-01-06\r\n"],
    ["CR", "title,start\rA,2022-01-05\rB,2022-01-06"],
    ["a mark", "\ufefftitle,start\nA,2022-01-05\nB,2022-01-06"],
    ["sep=", "sep=;\ntitle;start\nA;2022-01-05\nB;2022-01-06"],
    ["aliases", "Headline,Date\nA,2022-01-05\nB,2022-01-06"],
    ["blank rows", "\ntitle,start\n\n,,\nA,2022-01-05\n\nB,2022-01-06\n\n"],
    ["repeated headers", "title,start\nA,2022-01-05\ntitle,start\nB,2022-01-06"],
    ["quotes", '"title","start"\n"A","2022-01-05"\n"B","2022-01-06"'],
    ["Russian headers", "заголовок;дата\nA;2022-01-05\nB;2022-01-06"],
  ])("reads %s", (_, text) => {
    const r = csv(text);
    expect(r.problems).toEqual([]);
    expect(titles(r)).toEqual(["A", "B"]);
  });
  it("reads bytes in their encodings, and says which", () => {
    const utf16 = new Uint8Array(Buffer.from("\ufefftitle,start\nӘ,2022-01-05", "utf16le"));
    expect(titles(read(utf16))).toEqual(["Ә"]);
    const cp1251 = new Uint8Array([
      ...Buffer.from("title,start\n"),
      0xcf,
      0xf0,
      0xe8,
      0xe2,
      0xe5,
      0xf2,
      ...Buffer.from(",2022-01-05"),
    ]);
    expect(titles(read(cp1251))).toEqual(["Привет"]);
    expect(codes(read(cp1251))).toEqual(["W-ENCODING"]);
    const latin = new Uint8Array([...Buffer.from("title,start\ncaf"), 0xe9, ...Buffer.from(",2022-01-05")]);
    expect(titles(read(latin))).toEqual(["café"]);
    expect(codes(read(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])))).toEqual(["E-FILE-KIND"]);
  });
  it("keeps quoted line breaks, and counts rows as a spreadsheet does", () => {
    const r = csv('title,start\n"two\nlines",2022-01-05\nBad,2022-02-30');
    expect(titles(r)).toEqual(["two lines"]);
    expect(r.problems).toMatchObject([{ code: "E-DATE-CALENDAR", row: 3, column: "start", value: "2022-02-30" }]);
  });
  it("loses only what must be lost to a quotation mark left open", () => {
    const r = csv('id,title,start\n1,"x,2022-01-05\n2,y,2022-01-06');
    expect(r.problems).toMatchObject([{ code: "E-QUOTE-OPEN", row: 2 }]);
    expect(titles(r)).toContain("y");
  });
  const bad: [string, string, string, string?][] = [
    ["a date that does not exist", "X,2022-02-30,", "E-DATE-CALENDAR", "start"],
    ["no date", "X,,", "E-DATE-MISSING", "start"],
    ["an ambiguous date", "X,06/01/2022,", "E-DATE-AMBIGUOUS", "start"],
    ["words for a date", "X,overnight,", "E-DATE-FORMAT", "start"],
    ["an end before its start", "X,2022-01-06,2022-01-05", "E-DATE-ORDER", "end"],
    ["no title", ",2022-01-06,", "E-TITLE-MISSING", "title"],
    ["a serial number", "X,44567,", "E-DATE-SERIAL", "start"],
    ["a formula", 'X,"=DATE(2022,1,6)",', "E-DATE-FORMAT", "start"],
  ];
  it.each(bad)("40 rows with %s in one: 39 events, one problem at its cell", (_, row, code, column) => {
    const rows = Array.from({ length: 40 }, (_, i) =>
      i === 20 ? row : `Event ${i},2022-01-${String(1 + (i % 28)).padStart(2, "0")},`,
    );
    const r = csv(`title,start,end\n${rows.join("\n")}`);
    expect(r.data.events).toHaveLength(39);
    expect(r.problems).toMatchObject([{ code, row: 22, ...(column === undefined ? {} : { column }) }]);
  });
  it("groups the same problem in many rows", () => {
    const r = csv(`title,start\n${Array.from({ length: 15 }, () => "A,").join("\n")}`);
    expect(r.problems).toMatchObject([{ code: "E-DATE-MISSING", count: 15, rows: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11] }]);
  });
  it("keeps a row whose number cannot be read, and reports the number", () => {
    const r = csv("title,start,quantity:killed,importance\nA,2022-01-05,0x10,9");
    expect(r.data.events).toHaveLength(1);
    expect(r.problems).toMatchObject([
      { code: "E-IMPORTANCE", row: 2, column: "importance" },
      { code: "E-NUMBER", row: 2, column: "quantity:killed" },
    ]);
  });
  it("takes a mapping of columns", () => {
    const r = csv("what,when exactly,best\nA,2022-01-05,3", {
      columns: { title: "what", start: "when exactly", "quantity:killed": "best" },
    });
    expect(r.problems).toEqual([]);
    expect(r.data.events[0]).toMatchObject({
      title: "A",
      time: "2022-01-05",
      quantities: [{ measure: "killed", best: 3 }],
    });
    expect(codes(csv("a,b\n1,2", { columns: { title: "none" } }))).toEqual(["E-HEADER", "E-HEADER"]);
  });
  it("infers the order of day and month from the whole column, and says so", () => {
    const r = csv("title,start\nA,13/01/2022\nB,06/01/2022");
    expect(r.problems).toMatchObject([{ code: "W-DATE-ORDER", column: "start" }]);
    expect(r.data.events.map((e) => e.time)).toEqual(["2022-01-13", "2022-01-06"]);
    expect(csv("title,start\nB,06/01/2022", { dateOrder: "mdy" }).data.events[0]!.time).toBe("2022-06-01");
  });
  it("reads versions: blank is unchanged, - is removed", () => {
    const r = csv(
      "id,title,start,lane,quantity:arrested,known_from,change,note\na,Arrests,2022-01-06,x,,,,\na,,,-,more than 2000,2022-01-06T13:50+01:00,update,Adds the count",
    );
    const t = resolve(r.data);
    expect(r.problems).toEqual([]);
    expect(t.events).toHaveLength(1);
    expect(t.events[0]).toMatchObject({
      title: "Arrests",
      lanes: [],
      quantities: [{ said: "more than 2000" }],
      changes: [{ change: "update", note: "Adds the count" }],
    });
  });
  it("is not hurt by headers that name prototypes", () => {
    for (const h of ["__proto__", "constructor", "hasOwnProperty"]) {
      expect(titles(csv(`${h},title,start\nx,y,2022-01-05`))).toEqual(["y"]);
      expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
    }
  });
  it("says what is missing when there is nothing", () => {
    expect(codes(csv(""))).toEqual(["E-FILE-EMPTY"]);
    expect(codes(csv("title,start"))).toEqual(["E-FILE-EMPTY"]);
    expect(codes(csv("a,b,c\n1,2,3"))).toEqual(["E-HEADER"]);
  });
  it("strips the guard against formulas", () =>
    expect(titles(csv("title,start\n'=cmd(),2022-01-05"))).toEqual(["=cmd()"]));
});

describe("spelled dates", () => {
  it.each([
    ["6 January 2022", "2022-01-06"],
    ["January 6, 2022", "2022-01-06"],
    ["Jan. 6, 2022, 1:50 p.m.", "2022-01-06T13:50"],
    ["06.01.2022", "2022-01-06"],
    ["6.1.2022", "2022-01-06"],
    ["2022/01/06", "2022-01-06"],
    ["2022-01-06 18:50", "2022-01-06T18:50"],
    ["6 января 2022 г.", "2022-01-06"],
    ["6. Januar 2022", "2022-01-06"],
    ["6 janvier 2022", "2022-01-06"],
    ["January 2022", "2022-01"],
    ["12:00 a.m.", null],
    ["6 January 2022, 12:00 a.m.", "2022-01-06T00:00"],
    ["32 wat 2022", null],
    ["2022-01-06", null],
  ])("%s", (text, edtf) => expect(spelledDate(text, null)).toEqual(edtf === null ? null : { edtf }));
});

describe("JSON", () => {
  it("takes a document or a list, and reports by path", () => {
    expect(codes(read('[{"title":"A","time":"2022"}]'))).toEqual([]);
    const r = read('{"zone":"UTC","events":[{"title":"A","time":"2022"},{"title":"B","time":"2022-02-30"},5]}');
    expect(r.problems).toMatchObject([
      { code: "E-DATE-CALENDAR", path: "events[1].time" },
      { code: "E-EVENT-TYPE", path: "events[2]" },
    ]);
  });
  it("names the line of what is not JSON", () =>
    expect(read('{\n  "a": 1,\n  title: 2}', { format: "json" }).problems[0]!.message).toContain("line 3"));
  it.each([
    "null",
    "5",
    '"x"',
    "[]",
    "{}",
    "[".repeat(1e5),
    '{"events":{}}',
    '{"__proto__":{"x":1},"events":[]}',
    '{"constructor":{"prototype":{"x":1}},"events":[{"title":"A","time":"2022","__proto__":{"x":1}}]}',
  ])("survives %s", (text) => {
    const r = read(text, { format: "json" });
    expect(Array.isArray(r.data.events)).toBe(true);
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
  });
});

describe("anything", () => {
  it("never throws", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.uint8Array(), fc.json()), (input) => Array.isArray(read(input).data.events)),
      { numRuns: 500 },
    );
  });
  it("writes rows and reads them back", () => {
    const cell = fc.string({ unit: fc.constantFrom(..."ab,;\"\n '\t") });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }), (rows) => {
        const text = rows.map((r) => r.map((c) => `"${c.replace(/"/g, '""')}"`).join(",")).join("\n");
        expect([...splitRows([text], { delimiter: "," })].map((r) => r.cells)).toEqual(rows);
      }),
    );
  });
});
