import { describe, expect, it } from "vitest";
import { fixTable, type Fixed } from "../../src/read/fix.js";
import type { ReadOptions } from "../../src/read/read.js";

function fix(text: string, options: ReadOptions = {}): { readonly text: string; readonly fixed: readonly Fixed[] } {
  const pieces: string[] = [];
  const fixed = fixTable(
    () => [text],
    options,
    (piece) => pieces.push(piece),
  );
  return { text: pieces.join(""), fixed };
}
const cell = (text: string, options?: ReadOptions): string =>
  fix(`title,start\nA,${text}`, options).text.slice("title,start\nA,".length);

describe("a table mended", () => {
  it.each<[string, string]>([
    ["13/01/2022", "2022-01-13"],
    ["13/01/2022 18:50", "2022-01-13T18:50"],
    ["٢٠٢٢-٠١-٠٦", "2022-01-06"],
    ["２０２２-０１-０６", "2022-01-06"],
    ["“2022-01-06”", "2022-01-06"],
    ['"“2022-01-06”"', '"2022-01-06"'],
    ["2022–01–06", "2022-01-06"],
    ["2022-01-06\u200b", "2022-01-06"],
    ["2022-01\u0000-06", "2022-01-06"],
  ])("has %j as %j", (before, after) => expect(cell(before)).toBe(after));
  it.each([
    "2022-01-06",
    "6 January 2022",
    "06.01.2022",
    " 2022-01-06 ",
    '"2022-01-06"',
    "06/01/2022",
    "2022-02-30",
    "٢٠٢٢-٠٢-٣٠",
    "44567",
    "789",
    "overnight",
    "=DATE(2022,1,6)",
    "2022–2023",
    "",
  ])("keeps %j: there is nothing to mend, or it would be a guess", (text) => {
    expect(cell(text)).toBe(text);
    expect(fix(`title,start\nA,${text}`).fixed).toEqual([]);
  });
  it("means by a cell what reading it means, also where an apostrophe stands before what is left out", () =>
    expect(fix("title,start,said\nA,2022, '\u0000").text).toBe("title,start,said\nA,2022,"));
  it("has the order that was given, or that the column leaves", () => {
    expect(cell("06/01/2022", { dateOrder: "dmy" })).toBe("2022-01-06");
    expect(cell("06/01/2022", { dateOrder: "mdy" })).toBe("2022-06-01");
    const { text, fixed } = fix("title,start,end\nA,06/01/2022,07/01/2022\nB,13/01/2022,\nC,7 Jan 2022,");
    expect(text).toBe("title,start,end\nA,2022-01-06,07/01/2022\nB,2022-01-13,\nC,7 Jan 2022,");
    expect(fixed).toEqual([
      {
        code: "W-DATE-ORDER",
        row: 2,
        column: "start",
        letter: "B",
        value: "06/01/2022",
        fix: "2022-01-06",
        count: 2,
        rows: [2, 3],
      },
    ]);
  });
  it("has dates for day numbers where a whole column holds them", () =>
    expect(fix("title;start\nA;44567\nB;44568,75").text).toBe("title;start\nA;2022-01-06\nB;2022-01-07T18:00"));
  it("has no spaces in ids, and dates in rows that are none for another reason", () => {
    expect(fix("id,title,start\nkz 1,A,2022\nkz 2,,٢٠٢٢").text).toBe("id,title,start\nkz-1,A,2022\nkz-2,,2022");
  });
  it("has straight quotation marks where curly ones hold a cell", () =>
    expect(fix("title,start\n“one, “two””,2022").text).toBe('title,start\n"one, “two”",2022'));
  it("keeps the rest to the character: marks, line ends, blank rows, ragged ones, what cannot be read", () => {
    const text =
      'sep=;\r\n"id" ;title;start ; own\r\n\r\n1;"a ""b""\r\nc";13/01/2022; x \r\n2;y\r\nid;title;start;own\n;;;\n"open;2022;x\r3;z;2022-01-06;more;and more';
    expect(fix(text).text).toBe(text.replace("13/01/2022", "2022-01-13"));
  });
  it("is what it was when its columns cannot be read at all", () => {
    const text = "a,b\n13/01/2022,٢٠٢٢\n";
    expect(fix(text)).toEqual({ text, fixed: [] });
  });
  it("runs in no spreadsheet that it did not run in before", () => {
    expect(fix('title,start\n"\u0000=1+1",2022').text).toBe('title,start\n"\'=1+1",2022');
    expect(fix("id,title,start\n= 1,A,2022").text).toBe("id,title,start\n'=-1,A,2022");
  });
});
