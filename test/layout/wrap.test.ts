import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COSTS } from "../../src/layout/break-rules.js";
import { evenLines } from "../../src/layout/even-lines.js";
import { countedWords, drawn, piecesOf, type Piece } from "../../src/layout/line-pieces.js";
import type { Font } from "../../src/layout/text.js";
import { wrapText } from "../../src/layout/wrap.js";

/** Every sign is one wide, and so is the em. */
const font: Font = { family: "Noto Sans", weight: 400, size: 1 };
const measure = (text: string): number => Array.from(drawn(text)).length;
const lines = (text: string, maxWidth: number, maxLines = 3, breaks?: readonly number[]): readonly string[] =>
  wrapText(text, { maxWidth, maxLines, font, measure, breaks }).lines;

/** What a way to set pieces costs, told once more in words of its own; null where it is none. */
function costOf(pieces: readonly Piece[], groups: readonly (readonly Piece[])[], space: number, max: number) {
  let cost = 0;
  for (const group of groups) {
    const last = group.at(-1)!;
    if (group.slice(0, -1).some((p) => p.mustBreak)) return null;
    const width =
      group.reduce((s, p) => s + p.width, 0) +
      group.slice(0, -1).filter((p) => p.spaced).length * space +
      last.tailWidth;
    if (width > max) return null;
    cost += width ** 2 + (last.mustBreak ? 0 : last.cost);
    if (group.length === 1 && last.short && pieces.length > 1) cost += COSTS.lone;
  }
  return cost;
}

/** All ways to divide a list, naively: each of its gaps may be an end of a line. */
function* divisions<T>(list: readonly T[]): Generator<T[][]> {
  for (let mask = 0; mask < 1 << (list.length - 1); mask++) {
    const groups: T[][] = [[list[0]!]];
    for (let i = 1; i < list.length; i++) {
      if (mask & (1 << (i - 1))) groups.push([]);
      groups.at(-1)!.push(list[i]!);
    }
    yield groups;
  }
}

const word = fc.string({ unit: fc.constantFrom(..."abc"), minLength: 1, maxLength: 6 });
const sign = fc.constantFrom(
  ...[
    "东",
    "京",
    "选",
    "，",
    "。",
    "「",
    "」",
    "カ",
    "タ",
    "ッ",
    "の",
    "は",
    "a",
    "to",
    "7",
    " ",
    " ",
    "\u00ad",
    "\u200b",
    "\u00a0",
  ],
  ...["-", "–", "/", "한", "국", "เ", "ก", "า", "ភ", "ា", "្", "…", "(", ")", "“", "”", "é", "e\u0301", "👩‍🚀", "𠮷"],
);
const mixed = fc.array(sign, { minLength: 1, maxLength: 16 }).map((s) => s.join("").trim() || "a");

describe("evenLines", () => {
  it("is the cheapest of all ways to divide the pieces into the fewest lines", () => {
    const pieces = fc.oneof(
      fc.array(word, { minLength: 1, maxLength: 9 }).map((w) => w.join(" ")),
      fc.array(sign, { minLength: 1, maxLength: 11 }).map((s) => s.join("")),
    );
    const musts = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 2 });
    fc.assert(
      fc.property(pieces, musts, fc.boolean(), fc.integer({ min: 3, max: 20 }), (text, breaks, fine, max) => {
        const list = piecesOf(text, breaks, fine, font, measure);
        if (list.length === 0 || list.length > 11) return;
        let fewest = Infinity;
        let least = Infinity;
        for (const groups of divisions(list)) {
          const cost = costOf(list, groups, 1, max);
          if (cost === null || groups.length > fewest) continue;
          least = groups.length < fewest ? cost : Math.min(least, cost);
          fewest = groups.length;
        }
        const ends = evenLines(list, 1, max, 12, 1);
        if (fewest === Infinity) return void expect(ends).toBeNull();
        const found = ends!.map((end, i) => list.slice(i === 0 ? 0 : ends![i - 1]!, end));
        expect(found.length).toBe(fewest);
        expect(found.flat()).toEqual(list);
        expect(costOf(list, found, 1, max)).toBeCloseTo(least, 9);
      }),
      { numRuns: 300 },
    );
  });
});

describe("wrapText", () => {
  it("loses nothing and adds nothing but hyphens where there are soft ones", () => {
    fc.assert(
      fc.property(mixed, fc.integer({ min: 12, max: 40 }), (text, maxWidth) => {
        const set = wrapText(text, { maxWidth, maxLines: 20, font, measure });
        fc.pre(!set.truncated);
        const bare = (s: string): string => drawn(s).replace(/[-\s]/g, "");
        expect(bare(set.lines.join(""))).toBe(bare(text));
        expect(set.widths).toEqual(set.lines.map(measure));
      }),
      { numRuns: 300 },
    );
  });
  it("begins no line with what closes and ends none with what opens", () => {
    const dense = fc
      .array(sign, { minLength: 1, maxLength: 30 })
      .map((s) => s.join("").replace(/[ \u200b\u00ad]/g, ""));
    fc.assert(
      fc.property(dense, fc.integer({ min: 4, max: 12 }), (text, maxWidth) => {
        const set = wrapText(text, { maxWidth, maxLines: 40, font, measure });
        fc.pre(!set.truncated && set.lines.length > 1);
        for (const line of set.lines.slice(1)) expect(line).not.toMatch(/^[，。」ッ…)”\u00a0\u0301\u200d็-๎ា្]/u);
        for (const line of set.lines.slice(0, -1)) expect(line).not.toMatch(/[「(“\u00a0\u200d]$/u);
      }),
      { numRuns: 300 },
    );
  });
  it("never exceeds the width, and marks what it leaves out", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), mixed),
        fc.integer({ min: 2, max: 20 }),
        fc.integer({ min: 1, max: 3 }),
        (text, maxWidth, maxLines) => {
          const set = wrapText(text, { maxWidth, maxLines, font, measure });
          expect(set.lines.length).toBeLessThanOrEqual(Math.max(1, maxLines));
          for (const line of set.lines) expect(measure(line)).toBeLessThanOrEqual(maxWidth);
          if (set.truncated) expect(set.lines.join("")).toContain("…");
        },
      ),
    );
  });
  it("leaves no lone “of”, and ends no line with a short word where it can do otherwise", () => {
    expect(lines("Members of parliament meet", 16)).toEqual(["Members of", "parliament meet"]);
    expect(lines("Army moves in on crowds", 14)).toEqual(["Army moves", "in on crowds"]);
    expect(lines("Declaration of Independence", 12)).toEqual(["Declaration", "of", "Independence"]);
    expect(lines("Протесты в городах на западе", 19)).toEqual(["Протесты в городах", "на западе"]);
  });
  it("leaves a number that ends a name with it, and one that counts with what it counts", () => {
    // Letters are about half an em wide.
    const set = (text: string, maxWidth: number): readonly string[] =>
      wrapText(text, { maxWidth, maxLines: 3, font: { ...font, size: 2 }, measure }).lines;
    expect(set("телеканал «Хабар 24», Астана", 18)).toEqual(["телеканал", "«Хабар 24», Астана"]);
    expect(set("телеканал «Хабар про», Астана", 18)).toEqual(["телеканал «Хабар", "про», Астана"]);
    expect(set("The film on Channel 4", 14)).toEqual(["The film", "on Channel 4"]);
    expect(set("Police killed 5 people", 15)).toEqual(["Police killed", "5 people"]);
  });
  it("ends a line after a hyphen only with three letters on both sides, and never within numbers", () => {
    expect(lines("allied al-Qaida", 11)).toEqual(["allied", "al-Qaida"]);
    expect(lines("fighters MQM-H", 13)).toEqual(["fighters", "MQM-H"]);
    expect(lines("anti-government protest", 16)).toEqual(["anti-government", "protest"]);
    expect(lines("the anti-government", 12)).toEqual(["the anti-", "government"]);
    expect(lines("between 2020–2022 only", 14)).toEqual(["between", "2020–2022 only"]);
    expect(lines("since 9/11 attacks", 8)).toEqual(["since", "9/11", "attacks"]);
  });
  it("keeps a dash between spaces at a line's end, quotation marks and signs with their words", () => {
    expect(lines("Syria - insurgents", 17)).toEqual(["Syria -", "insurgents"]);
    expect(lines("Syria - insurgents", 18)).toEqual(["Syria - insurgents"]);
    expect(lines("appel à la « grève générale » !", 16)).toEqual(["appel à la", "« grève", "générale » !"]);
  });
  it("breaks where the editor says, at no no-break space, and at a soft hyphen with a hyphen", () => {
    expect(lines("one two three four", 99, 3, [1, 3])).toEqual(["one", "two three", "four"]);
    expect(lines("aa\u00a0bb cc", 5)).toEqual(["aa\u00a0bb", "cc"]);
    expect(lines("10\u202f000 people", 8)).toEqual(["10\u202f000", "people"]);
    expect(lines("Versamm\u00adlungs\u00adfreiheit", 14)).toEqual(["Versammlungs-", "freiheit"]);
    expect(lines("Versamm\u00adlungs\u00adfreiheit", 40)).toEqual(["Versammlungsfreiheit"]);
    // Nothing is divided where nobody said how.
    expect(lines("Die Versammlungsfreiheit", 14)).toEqual(["Die", "Versammlungsf…"]);
  });
  it("divides words wider than a line where it may, after a sign or before a capital if it can, and loses nothing", () => {
    const divided = (text: string, maxWidth: number, maxLines = 9): readonly string[] =>
      wrapText(text, { maxWidth, maxLines, font, measure, divide: true }).lines;
    expect(divided("Die Versammlungsfreiheit", 14)).toEqual(["Die", "Versammlungsfr", "eiheit"]);
    expect(divided("JSONGraphQLServer", 14)).toEqual(["JSONGraphQL", "Server"]);
    expect(divided("some_very_long_name_of_a_file", 14)).toEqual(["some_very_", "long_name_of_", "a_file"]);
    expect(divided("Versammlungsfreiheit", 6, 2)).toEqual(["Versam", "mlung…"]);
    expect(divided("ab", 0)).toEqual(["…"]);
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "grapheme" }), mixed),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 40 }),
        (text, maxWidth, maxLines) => {
          const set = wrapText(text, { maxWidth, maxLines, font, measure, divide: true });
          expect(set.lines.length).toBeLessThanOrEqual(maxLines);
          for (const line of set.lines) expect(measure(line)).toBeLessThanOrEqual(maxWidth);
          const bare = (s: string): string => drawn(s).replace(/[-\s]/g, "");
          if (!set.truncated) expect(bare(set.lines.join(""))).toBe(bare(text));
          // What one could set without dividing is set as before.
          const whole = wrapText(text, { maxWidth, maxLines, font, measure });
          if (!whole.truncated) expect(set).toEqual(whole);
        },
      ),
      { numRuns: 300 },
    );
  });
  it("breaks Chinese and Japanese by their rules", () => {
    expect(lines("東京都知事選挙", 4)).toEqual(["東京都知", "事選挙"]);
    expect(lines("哈萨克斯坦政府辞职，总统接管安全会议", 10)).toEqual(["哈萨克斯坦政府辞职，", "总统接管安全会议"]);
    expect(lines("总统称之为“恐怖主义威胁”", 8)).toEqual(["总统称之为", "“恐怖主义威胁”"]);
    expect(lines("警察がデモ隊に加わった", 8)).toEqual(["警察がデモ隊に", "加わった"]);
    // An editor counts signs where there are no spaces.
    expect(lines("政府辞职，总统接管", 20, 3, [4])).toEqual(["政府辞职，", "总统接管"]);
    expect(countedWords("政府辞职 in 2022")).toEqual(["政", "府", "辞", "职", "in", "2022"]);
  });
  it("breaks Korean at its spaces, and Thai, Lao and Khmer there too, inside of words only where nothing else helps", () => {
    expect(lines("정부가 물러났다", 5)).toEqual(["정부가", "물러났다"]);
    expect(lines("ประท้วง ในเมือง", 9)).toEqual(["ประท้วง", "ในเมือง"]);
    expect(lines("ผู้ประท้วงเดินขบวน", 12)).toEqual(["ผู้ประท้วง", "เดินขบวน"]);
    expect(lines("ລັດຖະບານລາອອກເມື່ອວານ", 14)).toEqual(["ລັດຖະບານລາອອກ", "ເມື່ອວານ"]);
    expect(lines("រដ្ឋាភិបាលលាលែង", 8).join("")).toBe("រដ្ឋាភិបាលលាលែង");
  });
  it("keeps words of right-to-left scripts whole, also between others", () => {
    expect(lines("دولت قزاقستان در Almaty استعفا داد", 18)).toEqual(["دولت قزاقستان در", "Almaty استعفا داد"]);
  });
});
