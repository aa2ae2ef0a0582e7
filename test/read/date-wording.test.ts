import { describe, expect, it } from "vitest";
import { read } from "../../src/static.js";

/** What a check says of cells of one column, in the order of its rows. */
const told = (...cells: string[]): string[] =>
  read(["title,time", ...cells.map((c) => `A,"${c}"`)].join("\n")).problems.map(
    (p) => `${p.row ?? ""} ${p.message}. ${p.hint ?? ""}`,
  );

describe("what people write where the day is not known", () => {
  it.each([
    ["c. 1850", "Write 1850~"],
    ["ca. 1850", "Write 1850~"],
    ["around 2022-03", "Write 2022-03~"],
    ["um 1850", "Write 1850~"],
    ["около 1850", "Write 1850~"],
    ["about 3 May 1850", "Write 1850~"],
    ["2019–2021", "Write 2019/2021 if it lasted so long, [2019..2021] for one moment in it"],
    ["2019-2021", "Write 2019/2021 if it lasted so long, [2019..2021] for one moment in it"],
    ["1990s", "Write 199X"],
    ["the 1990s", "Write 199X"],
    ["1990er", "Write 199X"],
    ["19th century", "Write 18XX"],
    ["19. Jahrhundert", "Write 18XX"],
    ["Q3 2021", "Write 2021-07/2021-09 if it lasted so long, [2021-07..2021-09] for one moment in it"],
    ["2021 Q4", "Write 2021-10/2021-12 if it lasted so long, [2021-10..2021-12] for one moment in it"],
    ["spring 2021", "Write 2021-21"],
    ["Winter 2021", "Write 2021-24"],
    ["весна 2021", "Write 2021-21"],
    ["early March 2020", "in a column “said”"],
    ["начало января 2022", "in a column “said”"],
    ["Mid-2020", "in a column “said”"],
    ["1-3 January 2022", "two columns, start and end"],
    ["1 Jan - 3 Jan 2022", "two columns, start and end"],
    ["March 2020 – May 2020", "two columns, start and end"],
    ["24/12/2021 – 26/12/2021", "two columns, start and end"],
    ["9.1.2022 - 10.1.2022", "two columns, start and end"],
    ["Jan. 6", "Write the year, too"],
    ["6. Januar", "Write the year, too"],
    ["2021-03-01 14:30 EST", "Write 2022-01-06T18:50-05:00"],
    ["20210304", "Write 2021-03-04 if it is one"],
    ["=TODAY()", "Paste the column as values"],
    ["#WERT!", "Mend its formula"],
    ["07.01.22", "Write the year in full"],
    ["yesterday", "Write what is known"],
    ["tbc", "Write what is known"],
    ["TOTAL", "Take the row out"],
    ["Итого:", "Take the row out"],
    ["合计", "Take the row out"],
  ])("%s is told what to write", (cell, hint) => {
    const [only, ...more] = told(cell);
    expect(more).toEqual([]);
    expect(only).toContain(hint);
  });
  it("is told kind by kind, not all as one", () => {
    expect(told("c. 1850", "ca. 1860", "1990s", "Total")).toHaveLength(3);
  });
  it("leaves what is wrong otherwise to others", () => {
    expect(told("2022-02-30")[0]).toContain("that month has 28 days");
    expect(told("20211304")[0]).toContain("Years have four digits");
    expect(told("2022-01-06x")[0]).toContain("(from character 11)");
    expect(told("3 de marzo de 2020")[0]).not.toContain("character");
  });
  it("has no long search in it", () => {
    for (const text of ["1 a".repeat(20), "c. ".repeat(20), "1-".repeat(30), "May ".repeat(15), "– ".repeat(30)]) {
      const begun = performance.now();
      told(text);
      expect(performance.now() - begun).toBeLessThan(100);
    }
  });
});

it("what is written in Chinese is a date", () => {
  const { data, problems } = read("标题,日期,地点\n抗议,2022年1月6日,阿克套\n选举,2022 年 3 月,x\n坏,2022年2月30日,x");
  expect(data.events.map((e) => e.time)).toEqual(["2022-01-06", "2022-03"]);
  expect(problems.map((p) => [p.code, p.row])).toEqual([["E-DATE-CALENDAR", 4]]);
});
