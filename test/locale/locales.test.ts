import { describe, expect, it } from "vitest";
import { available } from "../../src/locale/all.js";
import { formatTime } from "../../src/locale/format-time.js";
import { count, formatNumber, localeFor } from "../../src/locale/index.js";
import { ui } from "../../src/locale/ui.en.js";
import { words as english } from "../../src/locale/words.en.js";
import { parseTime } from "../../src/model/time.js";

const slots = (s: string): string[] => [...s.matchAll(/\{\w+\}/g)].map((m) => m[0]).sort();
const by = (code: string) => available.find((l) => l.code === code)!;
const words = (text: string, code: string, style: "long" | "short" = "long"): string => {
  const r = parseTime(text);
  return r.ok ? formatTime(r.value, { locale: by(code), zone: "UTC", style }) : r.problem.code;
};

it("says a decade or a century as such, never by its first year", () => {
  expect(words("199X", "en")).toBe("the 1990s");
  expect(words("199X~", "en", "short")).toBe("around the 1990s");
  expect(words("[..199X]", "en")).toBe("by the 1990s");
  expect(words("199X/200X", "en")).toBe("the 1990s – the 2000s");
  expect(words("19XX", "en")).toBe("at some time between 1900 and 1999");
  expect(words("1XXX", "en", "short")).toBe("at some time between 1000 and 1999");
  expect(words("19XX/..", "en")).toBe("from 1900–1999, still going on");
  expect(words("-004X", "en")).toBe("at some time between 50 BC and 41 BC");
  expect(words("000X", "en")).toBe("at some time between 1 BC and 9");
  expect(available.map((l) => words("199X", l.code))).toEqual(available.map((l) => l.dates.decade!(1990)));
  expect(words("199X", "ru")).toBe("1990-е");
  expect(words("199X", "fa")).toBe("دههٔ ۱۹۹۰");
});

describe.each(available.map((l) => [l.code, l] as const))("%s", (code, locale) => {
  it("has every phrase, with the slots of the English one", () => {
    for (const [key, phrase] of Object.entries(english.phrases)) {
      const own = locale.words.phrases[key as keyof typeof english.phrases];
      expect(own, key).not.toBe("");
      expect(slots(own), key).toEqual(slots(phrase));
    }
    for (const [key, forms] of Object.entries(locale.words.counted))
      for (const form of Object.values(forms)) expect(slots(form), key).toEqual(["{n}"]);
    expect(Object.keys(locale.words.phrases).sort()).toEqual(Object.keys(english.phrases).sort());
    expect(Object.keys(locale.words.counted).sort()).toEqual(Object.keys(english.counted).sort());
  });
  it("has every word of the controls, with the slots of the English one", () => {
    const own = locale.ui ?? ui;
    for (const [key, phrase] of Object.entries(ui.phrases)) {
      expect(slots(own.phrases[key as keyof typeof ui.phrases]), key).toEqual(slots(phrase));
      expect(own.phrases[key as keyof typeof ui.phrases], key).not.toBe("");
    }
    expect(Object.keys(own.phrases).sort()).toEqual(Object.keys(ui.phrases).sort());
    expect(Object.keys(own.verification).sort()).toEqual(Object.keys(ui.verification).sort());
    const rules = new Intl.PluralRules(code).resolvedOptions().pluralCategories;
    for (const forms of Object.values(own.counted)) {
      for (const form of Object.values(forms) as string[]) expect(slots(form)).toEqual(["{n}"]);
      for (const rule of rules) expect(rule in forms, rule).toBe(true);
    }
  });
  it("names months and days as CLDR does", () => {
    for (let m = 0; m < 12; m++) {
      const parts = new Intl.DateTimeFormat(`${code}-u-ca-gregory`, {
        day: "numeric",
        month: "long",
        timeZone: "UTC",
      }).formatToParts(Date.UTC(2022, m, 15));
      expect(locale.dates.month(m, "long", "format").toLowerCase()).toBe(
        parts.find((p) => p.type === "month")!.value.toLowerCase() + (code === "zh" ? "月" : ""),
      );
      expect(locale.dates.month(m, "short", "format")).toMatch(/\S/);
    }
    for (let d = 0; d < 7; d++) {
      const day = new Intl.DateTimeFormat(code, { weekday: "long", timeZone: "UTC" }).format(Date.UTC(2022, 0, 2 + d));
      expect(locale.dates.weekday(d, "long").toLowerCase()).toBe(day.toLowerCase());
    }
  });
  it("counts as CLDR does", () => {
    const rules = new Intl.PluralRules(code);
    for (let n = 0; n <= 200; n++) expect(locale.plural(n), String(n)).toBe(rules.select(n));
    expect(locale.plural(1e6)).toBe(rules.select(1e6));
  });
});

describe("days of another zone than the axis", () => {
  it.each([
    ["2022-01-03/2022-01-06", "3–6 January 2022"],
    ["2022-01-06", "6 January 2022"],
    ["[..2022-01-05]", "by 5 January 2022"],
    ["2022-01-06T23:30", "7 January 2022, 00:30"],
  ])("%s in Aktau is %s in Almaty", (text, expected) => {
    const r = parseTime(text, { zone: "Asia/Aqtau" });
    if (!r.ok) throw new Error(text);
    expect(formatTime(r.value, { locale: by("en"), zone: "Asia/Almaty" })).toBe(expected);
  });
});

describe("words of time", () => {
  it.each([
    ["en", "2022-01-06", "6 January 2022"],
    ["en", "2022-01-03/2022-01-06", "3–6 January 2022"],
    ["en", "2022-01-30/2022-02-02", "30 January – 2 February 2022"],
    ["en", "2021-12-30/2022-01-02", "30 December 2021 – 2 January 2022"],
    ["en", "[..2022-01-05]", "by 5 January 2022"],
    ["en", "2022-01-06/..", "from 6 January 2022, still going on"],
    ["en", "2022-01-05~", "around 5 January 2022"],
    ["en", "2022-01-05?", "5 January 2022 (uncertain)"],
    ["en", "-0043", "44 BC"],
    ["en", "Y-13800000000", "13.8 billion years ago"],
    ["en", "1565/1603", "1565–1603"],
    ["en", "2022-01-06T18:50", "6 January 2022, 18:50"],
    ["en", "2022-21", "spring 2022"],
    ["en", "2022-01-06/2022-07-06~", "6 January 2022 – around 6 July 2022"],
    ["kk", "2022-01-01/2022-01-02", "2022 жылғы 1–2 қаңтар"],
    ["ru", "2022-01-03/2022-01-06", "3–6 января 2022"],
    ["kk", "2022-01-06", "2022 жылғы 6 қаңтар"],
    ["fa", "2022-01-06", "۶ ژانویه ۲۰۲۲"],
    ["fr", "2022-01-06", "6 janvier 2022"],
    ["de", "2022-01-03/2022-01-06", "3.–6. Januar 2022"],
    ["ru", "2022-01/..", "начало — январь 2022, продолжается"],
    ["ru", "[..2022-01-05]", "самое позднее — 5 января 2022"],
    ["kk", "2022-01-06/..", "басы: 2022 жылғы 6 қаңтар, жалғасуда"],
    ["kk", "1565/1603", "1565–1603"],
    ["kk", "2022-01-30/2022-02-02", "2022 жылғы 30 қаңтар – 2 ақпан"],
    ["fa", "[2022-01..]", "زمانی پس از ژانویه ۲۰۲۲"],
    ["fr", "2022-01-01", "1er janvier 2022"],
    ["fr", "2022-01-31", "31 janvier 2022"],
    ["fr", "2022/..", "début : 2022, en cours"],
    ["fr", "2022-01~", "janvier 2022 environ"],
    ["de", "2022-01-05~", "etwa 5. Januar 2022"],
    ["de", "[2022-01..]", "irgendwann ab Januar 2022"],
    ["de", "Y-1500000000", "vor 1,5 Mrd. Jahren"],
    ["zh", "2022-01-06", "2022年1月6日"],
    ["zh", "2022-01-03/2022-01-06", "2022年1月3–6日"],
    ["zh", "2022-01-30/2022-02-02", "2022年1月30日至2月2日"],
    ["zh", "2022-01-06T18:50", "2022年1月6日，18:50"],
    ["zh", "[..2022-01-05]", "最迟2022年1月5日"],
    ["zh", "1565/1603", "1565–1603年"],
    ["zh", "-0043", "公元前44年"],
    ["zh", "2022-21", "2022年春"],
    ["zh", "Y-13800000000", "138亿年前"],
  ])("%s: %s", (code, text, expected) => expect(words(text, code)).toBe(expected));
  it("keeps short forms short", () => expect(words("2011-12~", "en", "short")).toBe("around Dec 2011"));
});

describe("numbers", () => {
  it("groups and declines", () => {
    expect(formatNumber(1234567, by("en"))).toBe("1,234,567");
    expect(formatNumber(1200, by("fa"))).toBe("۱۲۰۰");
    expect(count(by("ru").words.counted.events, 62, by("ru"))).toBe("62 события");
  });
});

describe("localeFor", () => {
  it("finds by code and base, and says when it cannot", () => {
    expect(localeFor("ru-KZ").locale.code).toBe("ru");
    expect(localeFor("xx")).toMatchObject({ locale: { code: "en" }, problems: [{ code: "W-LOCALE" }] });
    expect(localeFor(by("kk")).locale.code).toBe("kk");
  });
});
