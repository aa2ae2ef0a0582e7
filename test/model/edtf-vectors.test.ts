import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parseTime } from "../../src/model/time.js";

interface Vector {
  readonly edtf: string;
  readonly valid: boolean;
  readonly sources: readonly string[];
  /** By source: first instant and the one after the last, null for none. */
  readonly bounds?: Readonly<Record<string, readonly [string | null, string | null]>>;
}

const vectors = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "../data/edtf-vectors.json"), "utf8"),
) as readonly Vector[];

/** Valid EDTF that we refuse, by reason; docs/dates.md gives the same reasons. */
const OUTSIDE: Readonly<Record<string, { readonly code: string; readonly strings: readonly string[] }>> = {
  "several events in one: `{…}`": {
    code: "E-DATE-PROFILE",
    strings: [
      "{1667,1668, 1670..1672}",
      "{1960, 1961-12}",
      "{..1984}",
      "{1667,1668,1670..1672}",
      "{1960,1961-12}",
      "{2020, 2021}",
      "{1667,1668,1670}",
    ],
  },
  "significant digits: `S`": {
    code: "E-DATE-PROFILE",
    strings: ["1950S2", "1953S2", "1953S3", "Y3388E2S3", "Y171010000S3", "Y-171010000S2", "Y-20E2S3"],
  },
  "a year with an exponent: `E`": { code: "E-DATE-PROFILE", strings: ["Y-17E7", "Y10E7"] },
  "a qualifier before or inside of a date": {
    code: "E-DATE-PROFILE",
    strings: [
      "?2001",
      "2001-?09~-09",
      "2004-06-~01/2004-06-~20",
      "2004?-06-11",
      "2004-06~-11",
      "2004-06-~11",
      "2004-?06-?11",
      "?2004-%06",
      "2004?-~06-~04",
      "?1945-01",
      "?1945-01-01",
      "%1945/1959",
      "%1945-01-01",
      "-2004-06-?01/2006-06-~20",
      "-2005-06-%01/2006-06-~20",
      "2019-12/%2020",
      "1984?-06/2004-08?",
      "1984-?06-02/2004-06-11%",
      "-2004?-%06",
      "?-2004-06",
      "%-2011-06-13",
      "?2004-06-~11",
      "2004-%06-11",
      "~-0100/~2020",
      "~-0100/~-0010",
      "2004-06-~01/2004-07",
      "2004~-06-11",
    ],
  },
  "`X` in front of a digit, or for half of a month or day": {
    code: "E-DATE-PROFILE",
    strings: [
      "156X-12-31",
      "15XX-12-25",
      "15XX-12-XX",
      "15XX-XX-25",
      "15XX-0X-25",
      "1XXX-XX",
      "1XXX-12",
      "1XX3",
      "1800/1X01",
      "156X-12-25",
      "XXXX-XX-23",
      "20X3-06-25/2004-X1-03",
      "1919-XX-02/1919-XX-01",
      "1919-11-02/1919-1X-01",
      "1919-08-02/1919-0X-01",
      "2018-05-X0/2018-05-11",
      "XXXX-12-XX",
      "1984-1X",
      "1X99-01-XX",
      "-156X-12-25",
      "2020-0X",
      "1999-1X",
      "1999-XX-30",
      "19XX-02-29",
      "199X-02-29",
      "199X-XX-01",
      "199X-01-XX",
      "1999-XX-01",
    ],
  },
  "divisions of the year other than the four seasons": {
    code: "E-DATE-PROFILE",
    strings: [
      "2001-36",
      "2001-29",
      "2001-34",
      "2001-26",
      "2001-27",
      "2001-33",
      "-2001-37",
      "-2001-41",
      "2020-25",
      "2020-37",
      "2020-40",
      "2020-41",
    ],
  },
  "centuries of two digits and decades of three": {
    code: "E-DATE-NUMBER",
    strings: ["00", "-04", "193", "000", "-193", "19?", "19%", "-01", "-05", "202", "-005"],
  },
  "a day that does not exist": { code: "E-DATE-CALENDAR", strings: ["2019-02-29"] },
};

/** Not EDTF by the vectors, read by us on purpose. */
const LENIENT: Readonly<Record<string, readonly string[]>> = {
  "blanks around it": [" 2020"],
};

/** Bounds that we do not share, by reason. */
const OTHER_BOUNDS: readonly (readonly [reason: string, is: (v: Vector, source: string) => boolean])[] = [
  [
    "seasons are the quarters of the calendar there; ours are meteorological",
    (v, source) => source !== "python-edtf" && /^-?\d{4}-2[1-4]/.test(v.edtf),
  ],
  ["a minute is an instant there; ours lasts a minute", (v) => /T\d\d:\d\d(?:Z|$)/.test(v.edtf)],
  ["python-edtf rounds a time of day to its day", (v, source) => source === "python-edtf" && /T\d\d:/.test(v.edtf)],
  ["python-edtf ends winter with the year", (v, source) => source === "python-edtf" && /-24$/.test(v.edtf)],
  [
    "ohm-edtf-java gives twelve hours too many at -12:00, and one too few at an offset with U+2212",
    (v, s) => s === "ohm-edtf-java" && (v.edtf.endsWith("T00:00:00-12:00") || v.edtf.includes("\u2212")),
  ],
  ["python-edtf makes up ten years for an unknown start", (v, source) => source === "python-edtf" && v.edtf[0] === "/"],
  ["edtf reads one decimal of a second as one ms", (v, s) => s.startsWith("edtf ") && /:\d\d\.\d$/.test(v.edtf)],
  ["edtf lets a range in a set end with its first", (v, s) => s.startsWith("edtf ") && /^\[.*\d\.\.\d/.test(v.edtf)],
  ["edtf takes a negative unspecified month backwards", (v, s) => s.startsWith("edtf ") && /^-.*X/.test(v.edtf)],
];

const reasons = Object.entries(OUTSIDE);
const outside = new Set(reasons.flatMap(([, { strings }]) => strings));
const lenient = new Set(Object.values(LENIENT).flat());
const known = new Set(vectors.map((v) => v.edtf));
const ms = (iso: string | null): number | null => (iso === null ? null : Date.parse(iso));

describe("vectors of other EDTF libraries", () => {
  const inside = vectors.filter((v) => v.valid && !outside.has(v.edtf));

  it.each(inside.map((v) => [v.edtf, v] as const))("reads %s", (edtf, v) => {
    const r = parseTime(edtf);
    if (!r.ok) throw new Error(`${edtf}: ${r.problem.code}`);
    const ours = [r.value.startMin, r.value.endMax];
    for (const [source, bounds] of Object.entries(v.bounds ?? {})) {
      if (OTHER_BOUNDS.some(([, is]) => is(v, source))) expect(ours, source).not.toEqual(bounds.map(ms));
      else expect(ours, source).toEqual(bounds.map(ms));
    }
  });
  it("compares the bounds of most", () => {
    const compared = inside.filter((v) =>
      Object.keys(v.bounds ?? {}).some((source) => !OTHER_BOUNDS.some(([, is]) => is(v, source))),
    );
    expect(compared.length).toBeGreaterThan(0.8 * inside.length);
  });
  it.each(OTHER_BOUNDS)("has a vector for: %s", (_, is) => {
    expect(vectors.some((v) => Object.keys(v.bounds ?? {}).some((source) => is(v, source)))).toBe(true);
  });
  it.each(vectors.filter((v) => !v.valid && !lenient.has(v.edtf)).map((v) => v.edtf))("refuses %s", (edtf) => {
    const r = parseTime(edtf);
    expect(r.ok).toBe(false);
    if (!r.ok) expect(r.problem.code).toMatch(/^E-DATE-/);
  });
  it.each([...lenient])("reads %s all the same", (edtf) => expect(parseTime(edtf).ok).toBe(true));
  it.each(reasons)("refuses what has %s, and says what to write", (_, { code, strings }) => {
    for (const edtf of strings) {
      const r = parseTime(edtf);
      expect(r, edtf).toMatchObject({ ok: false, problem: { code } });
      if (!r.ok) expect(r.problem.hint, edtf).toBeTruthy();
    }
  });
  it("lists as outside only what is valid", () => {
    for (const edtf of [...outside, ...lenient]) expect(known, edtf).toContain(edtf);
    expect(vectors.filter((v) => outside.has(v.edtf) && !v.valid)).toEqual([]);
  });
  it("gives these reasons in the docs", () => {
    const docs = readFileSync(path.join(import.meta.dirname, "../../docs/dates.md"), "utf8");
    for (const [reason] of reasons) expect(docs).toContain(`| ${reason} |`);
  });
});
