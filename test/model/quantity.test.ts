import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseQuantity } from "../../src/model/quantity.js";

const bounds = (text: string, language = "en"): (number | null | undefined | string)[] => {
  const r = parseQuantity(text, { language });
  return r.ok ? [r.value.low, r.value.best, r.value.high] : [r.problem.code];
};

describe("parseQuantity", () => {
  it.each<[string, string, (number | null)[]]>([
    ["en", "62", [62, 62, 62]],
    ["en", "2,000", [2000, 2000, 2000]],
    ["en", "10–12", [10, null, 12]],
    ["en", "10 to 12", [10, null, 12]],
    ["en", "between 10 and 12", [10, null, 12]],
    ["en", "more than 2,000", [2001, null, null]],
    ["en", "more than 1 000", [1001, null, null]],
    ["en", "at least 5", [5, null, null]],
    ["en", "nearly 400", [null, null, 399]],
    ["en", "about 50", [null, 50, null]],
    ["en", "up to 30", [null, null, 30]],
    ["en", "fewer than 10", [null, null, 9]],
    ["en", "dozens", [24, null, null]],
    ["en", "hundreds", [200, null, null]],
    ["en", "tens of thousands", [20000, null, null]],
    ["en", "several", [3, null, null]],
    ["en", "a few hundred", [200, null, null]],
    ["en", "twelve", [12, 12, 12]],
    ["en", "2 thousand", [2000, 2000, 2000]],
    ["fr", "plus de 2 000", [2001, null, null]],
    ["fr", "des dizaines", [20, null, null]],
    ["fr", "près de 400", [null, null, 399]],
    ["de", "mehr als 2.000", [2001, null, null]],
    ["de", "Dutzende", [24, null, null]],
    ["de", "zwischen 10 und 12", [10, null, 12]],
    ["ru", "более 2 тысяч", [2001, null, null]],
    ["ru", "десятки", [20, null, null]],
    ["ru", "не менее 5", [5, null, null]],
    ["kk", "2 мыңнан астам", [2001, null, null]],
    ["kk", "ондаған", [20, null, null]],
    ["en", "two dozen", [24, 24, 24]],
    ["en", "sixty-two", [62, 62, 62]],
    ["en", "two hundred and fifty thousand", [250000, 250000, 250000]],
    ["en", "more than 2,000 people", [2001, null, null]],
    ["en", "at least 164 killed", [164, null, null]],
    ["en", "20+", [20, null, null]],
    ["en", "> 5", [6, null, null]],
    ["en", "<10", [null, null, 9]],
    ["en", "~50", [null, 50, null]],
    ["en", "from 10 to 12", [10, null, 12]],
    ["en", "2.5 thousand", [2500, 2500, 2500]],
    ["en", "1.2m", [1200000, 1200000, 1200000]],
    ["en", "more than 1.5", [2, null, null]],
    ["en", "tens", [20, null, null]],
    ["en", "٦٢", [62, 62, 62]],
    ["fr", "plus de 2\u202f000", [2001, null, null]],
    ["fr", "une vingtaine", [null, 20, null]],
    ["fr", "au moins une dizaine", [10, null, null]],
    ["fr", "de 10 à 12", [10, null, 12]],
    ["fr", "vingt morts", [20, 20, 20]],
    ["de", "zwei Dutzend", [24, 24, 24]],
    ["de", "etwa 1,5 Millionen", [null, 1500000, null]],
    ["de", "2’000", [2000, 2000, 2000]],
    ["de", "rund hundert Menschen", [null, 100, null]],
    ["ru", "более тысячи", [1001, null, null]],
    ["ru", "тысячи", [2000, null, null]],
    ["ru", "двадцать пять", [25, 25, 25]],
    ["ru", "свыше 1,5 тысячи", [1501, null, null]],
    ["ru", "от 10 до 12 человек", [10, null, 12]],
    ["kk", "100-ден астам", [101, null, null]],
    ["kk", "500-ге жуық", [null, null, 499]],
    ["kk", "екі мың бес жүз", [2500, 2500, 2500]],
    ["kk", "он шақты", [null, 10, null]],
  ])("%s: %s", (language, text, expected) => {
    expect(bounds(text, language)).toEqual(expected);
    const r = parseQuantity(text, { language });
    if (r.ok) expect(r.value.said).toBe(text);
  });
  it.each([
    ["-5", "E-NUMBER-NEGATIVE"],
    ["Infinity", "E-NUMBER"],
    ["0x10", "E-NUMBER"],
    ["1e999", "E-NUMBER-RANGE"],
    ["9007199254740993", "E-NUMBER-RANGE"],
    ["2.000", "E-NUMBER-AMBIGUOUS"],
    ["", "E-NUMBER"],
    ["two three", "E-NUMBER"],
    ["twenty twenty", "E-NUMBER"],
    ["2 3", "E-NUMBER"],
    ["hundred two thousand million billion", "E-NUMBER"],
    ["dozen dozen dozen dozen dozen dozen dozen dozen dozen", "E-NUMBER"],
    ["hasOwnProperty", "E-NUMBER"],
    ["constructor", "E-NUMBER"],
  ])("refuses %s with %s", (text, code) => expect(bounds(text)).toEqual([code]));
  it("counts dozens as ACLED does when asked", () =>
    expect(parseQuantity("dozens", { policy: "acled" })).toMatchObject({ value: { low: 12 } }));
  it("never throws; bounds are in order", () => {
    const word = fc.constantFrom(
      "more than",
      "about",
      "2",
      "000",
      ",",
      ".",
      "dozens",
      "-",
      "–",
      "to",
      "between",
      "and",
      "thousand",
      "a few",
      "__proto__",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word, { maxLength: 7 }).map((a) => a.join(" ")),
        ),
        (text) => {
          const r = parseQuantity(text);
          if (r.ok && typeof r.value.low === "number" && typeof r.value.high === "number")
            expect(r.value.low).toBeLessThanOrEqual(r.value.high);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
