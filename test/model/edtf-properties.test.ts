import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Cursor } from "../../src/model/edtf/cursor.js";
import { scanEdtf } from "../../src/model/edtf/interval.js";
import { problemKinds } from "../../src/model/problems.js";
import type { TimeSpan } from "../../src/model/span.js";
import { parseTime, resolveTime } from "../../src/model/time.js";
import type { TimeInput } from "../../src/model/types.js";

const zone = fc.constantFrom("UTC", "Asia/Almaty", "America/New_York", "Pacific/Apia", "-03:30");
const pad = (n: number, digits: number): string => String(n).padStart(digits, "0");

/** Dates that exist, of every form. */
const date = fc
  .tuple(
    fc.integer({ min: 0, max: 9999 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 0, max: 1439 }),
    fc.constantFrom("year", "decade", "season", "month", "some day", "day", "minute", "long"),
    fc.constantFrom("", "?", "~", "%"),
  )
  .map(([y, m, d, minutes, form, qualifier]) => {
    const year = pad(y, 4);
    const day = `${year}-${pad(m, 2)}-${pad(d, 2)}`;
    const forms: Record<typeof form, string> = {
      year,
      decade: `${year.slice(0, 3)}X`,
      season: `${year}-${21 + (m % 4)}`,
      month: `${year}-${pad(m, 2)}`,
      "some day": `${year}-${pad(m, 2)}-XX`,
      day,
      minute: `${day}T${pad(Math.floor(minutes / 60), 2)}:${pad(minutes % 60, 2)}`,
      long: `Y-${y + 1}00000`,
    };
    return forms[form] + qualifier;
  });

const read = (text: string, z = "UTC"): TimeSpan => {
  const r = parseTime(text, { zone: z });
  if (!r.ok) throw new Error(`${text}: ${r.problem.code}`);
  return r.value;
};

/** earliest start ≤ latest start, earliest end ≤ latest end, earliest start ≤ latest end; null for none. */
function expectOrdered({ startMin, startMax, endMin, endMax }: TimeSpan): void {
  const low = -Infinity;
  const high = Infinity;
  expect(startMin ?? low).toBeLessThanOrEqual(startMax ?? high);
  expect(endMin ?? low).toBeLessThanOrEqual(endMax ?? high);
  expect(startMin ?? low).toBeLessThanOrEqual(endMax ?? high);
  for (const bound of [startMin, startMax, endMin, endMax]) expect(bound === null || Number.isFinite(bound)).toBe(true);
}

describe("any text", () => {
  const alphabet = "0123456789-−+./,:[]{}?~%XYTZES \u0000é𝟘".match(/./gsu)!;
  const pieces = fc
    .array(fc.oneof(fc.constantFrom(...alphabet), fc.constantFrom("2022", "..", "T12:30", "[Europe/Paris]"), date), {
      maxLength: 12,
    })
    .map((a) => a.join(""));
  const anyText = fc.oneof(fc.string({ unit: "binary" }), pieces, fc.string({ minLength: 60, maxLength: 70 }));

  it("gives ordered bounds or a known problem, and never throws", () => {
    fc.assert(
      fc.property(anyText, zone, (text, z) => {
        const r = parseTime(text, { zone: z });
        if (r.ok) expectOrdered(r.value);
        else expect(Object.keys(problemKinds)).toContain(r.problem.code);
      }),
      { numRuns: 3000 },
    );
  });
  it("and any value of a document's time do the same", () => {
    const part = fc.oneof(date, fc.constantFrom("..", "?", "", null), fc.double(), fc.date({ noInvalidDate: false }));
    const input = fc.oneof(
      fc.anything(),
      fc.record({ at: part }),
      fc.record({ within: fc.oneof(fc.tuple(part, part), date) }),
      fc.record({ start: part, end: part }, { requiredKeys: [] }),
    );
    fc.assert(
      fc.property(input, (value) => {
        const r = resolveTime(value as TimeInput);
        if (r.ok) expectOrdered(r.value);
        else expect(Object.keys(problemKinds)).toContain(r.problem.code);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("any date", () => {
  it("is read, and read again as written", () => {
    fc.assert(
      fc.property(date, zone, (text, z) => {
        const s = read(` ${text} `, z);
        expect(s.edtf).toBe(text);
        expect(read(s.edtf!, z)).toEqual(s);
        expect(s.startMin!).toBeLessThan(s.startMax!);
      }),
    );
  });
  it("bounds intervals and sets as by itself", () => {
    fc.assert(
      fc.property(date, date, zone, (x, y, z) => {
        const [a, b] = [read(x, z), read(y, z)].sort((p, q) => p.startMin! - q.startMin! || p.endMax! - q.endMax!);
        const set = read(`[${a!.edtf!},${b!.edtf!}]`, z);
        expect(set).toMatchObject({ kind: "within", startMin: a!.startMin, endMin: a!.startMin });
        expect(set.endMax).toBe(Math.max(a!.endMax!, b!.endMax!));
        const extent = read(`${a!.edtf!}/${b!.edtf!}`, z);
        expect(extent).toMatchObject({ kind: "during", startMin: a!.startMin, startMax: a!.startMin });
        expect(extent).toMatchObject({ endMin: b!.endMax, endMax: b!.endMax });
        expect([extent.startQualifier, extent.endQualifier]).toEqual([a!.startQualifier, b!.startQualifier]);
      }),
    );
  });
  it("does not end before it begins", () => {
    fc.assert(
      fc.property(date, date, (a, b) => {
        fc.pre(read(b).startMax! <= read(a).startMin!);
        for (const text of [`${a}/${b}`, `[${a}..${b}]`])
          expect(parseTime(text), text).toMatchObject({ ok: false, problem: { code: "E-DATE-ORDER" } });
      }),
    );
  });
});

describe("long text", () => {
  const LENGTH = 1e5;
  const hostile = [
    "2022",
    "[",
    "2022,",
    "[2022,",
    "[..",
    "2022-01-06/",
    "X",
    "Y9",
    "{",
    "?",
    "9",
    "-",
    " ",
    "é",
    "[a/",
  ];
  const long = (piece: string): string => piece.repeat(Math.ceil(LENGTH / piece.length));
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each(hostile)("of many %j is refused by its length, unread, with a short value", (piece) => {
    const peek = vi.spyOn(Cursor.prototype, "peek");
    const r = parseTime(`1${long(piece)}1`);
    expect(r).toMatchObject({ ok: false, problem: { code: "E-DATE-LONG" } });
    expect(peek).not.toHaveBeenCalled();
    if (!r.ok) expect(Array.from(r.problem.value!).length).toBeLessThanOrEqual(40);
  });
  it.each([
    ...hostile.map((piece) => long(piece)),
    `[${long("2022-01-06T10:00,")}2022]`,
    `2022-01-06T10:00[${long("a/")}`,
    `2022-01-06T10:00:00.${long("1")}`,
  ])("%#: costs the scanner a few looks at each character, however long", (text) => {
    const peek = vi.spyOn(Cursor.prototype, "peek");
    scanEdtf(text, { zone: "UTC", hemisphere: "north" });
    expect(peek.mock.calls.length).toBeGreaterThan(0);
    expect(peek.mock.calls.length).toBeLessThanOrEqual(8 * text.length);
  });
});
