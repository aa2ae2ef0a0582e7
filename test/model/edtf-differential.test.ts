// @ts-expect-error it has no types
import edtf from "edtf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseTime } from "../../src/model/time.js";

type Bounds = readonly [number | null, number | null];

/** What edtf reads, half-open as ours; null for what it refuses. Its ends are the last ms, but for instants. */
function theirs(text: string): Bounds | null {
  try {
    const { min, max } = edtf(text) as { min: number | null; max: number | null };
    const bound = (ms: number | null): number | null => (ms === null || !Number.isFinite(ms) ? null : ms);
    const last = bound(max);
    return [bound(min), last === null ? null : last % 1000 === 999 || last % 1000 === -1 ? last + 1 : last];
  } catch {
    return null;
  }
}
function ours(text: string): Bounds | null {
  const r = parseTime(text);
  return r.ok ? [r.value.startMin, r.value.endMax] : null;
}

const pad = (n: number, digits: number): string => String(n).padStart(digits, "0");
const upTo = (n: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: n });
// Near years often, so that the ends of intervals meet.
const year = fc.oneof(
  fc.integer({ min: 1999, max: 2004 }).map(String),
  upTo(9999).map((n) => pad(n, 4)),
  fc.integer({ min: 1, max: 9999 }).map((n) => `-${pad(n, 4)}`),
);
const month = upTo(13).map((n) => pad(n, 2));
const day = upTo(32).map((n) => pad(n, 2));
const qualifier = fc.constantFrom("", "", "?", "~", "%");
const join = (...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> => fc.tuple(...parts).map((p) => p.join(""));
const text = (s: string): fc.Arbitrary<string> => fc.constant(s);

const fullDay = join(year, text("-"), month, text("-"), day);
const plain = fc.oneof(year, join(year, text("-"), month), fullDay);
const unknownDigits = fc.oneof(
  upTo(999).map((n) => `${pad(n, 3)}X`),
  upTo(99).map((n) => `${pad(n, 2)}XX`),
  join(
    upTo(9999).map((n) => pad(n, 4)),
    text("-"),
    month,
    text("-XX"),
  ),
  upTo(9999).map((n) => `${pad(n, 4)}-XX`),
);
const longYear = fc.integer({ min: -270000, max: 270000 }).map((n) => `Y${n}`);
const clock = fc.tuple(upTo(25), upTo(60), upTo(60)).map(([h, m, s]) => `T${pad(h, 2)}:${pad(m, 2)}:${pad(s, 2)}`);
const offset = fc.oneof(
  fc.constantFrom("", "Z"),
  fc
    .tuple(fc.constantFrom("+", "-"), upTo(15), fc.constantFrom(0, 30, 45, 60))
    .map(([s, h, m]) => `${s}${pad(h, 2)}:${pad(m, 2)}`),
);
const moment = join(fullDay, clock, offset);
const date = join(plain, qualifier);
const end = fc.oneof({ weight: 4, arbitrary: date }, { weight: 1, arbitrary: text("..") });
// An interval without any date is outside of our profile.
const interval = fc
  .tuple(end, end)
  .filter(([a, b]) => a !== b || a !== "..")
  .map(([a, b]) => `${a}/${b}`);
const sorted = fc.uniqueArray(upTo(9999), { minLength: 1, maxLength: 4 }).map(
  (a) =>
    `[${a
      .sort((x, y) => x - y)
      .map((n) => pad(n, 4))
      .join(",")}]`,
);
const set = fc.oneof(
  sorted,
  plain.map((d) => `[..${d}]`),
  plain.map((d) => `[${d}..]`),
);
const profile = fc.oneof(date, unknownDigits, longYear, moment, interval, set);

/** What edtf 4.11.1 gets wrong, each with an example; generated text that shows one is left out of the comparison. */
const FAULTS: readonly (readonly [fault: string, example: string, is: (text: string) => boolean])[] = [
  ["takes 29 February in every year", "2022-02-29", (t) => /-02-29/.test(t)],
  ["gives February of the leap year 0 28 days", "0000-02-XX", (t) => t === "0000-02-XX"],
  ["refuses an interval whose end begins no later than its start", "2022-01-06/2022-01-06", beginsTogether],
  [
    "takes the first and last member of a set for its bounds",
    "[2024,2022]",
    (t) => /^\[[^.]+,/.test(t) && !isSorted(t),
  ],
  ["ends a range in a set with its first date", "[2022-01-05..2022-01-07]", (t) => /^\[.*\d\.\.\d/.test(t)],
  ["reads one decimal of a second as ms", "2022-01-06T10:00:00.4Z", (t) => /:\d\d\.\d{1,2}(?!\d)/.test(t)],
  ["takes five digits for epoch ms", "12345", (t) => /^\d{5,}$/.test(t)],
  ["has seasons begin in January", "2022-21", (t) => /^-?\d{4}-2[1-4]/.test(t)],
  ["has no intervals of seasons", "2022-21/2022-22", (t) => /^-?\d{4}-2[1-4]/.test(t)],
  ["takes unspecified months before year 0 backwards", "-2022-XX", (t) => /^-.*X/.test(t)],
];

function beginsTogether(t: string): boolean {
  const [a, b] = t.split("/").map((end) => ours(end)?.[0]);
  return typeof a === "number" && typeof b === "number" && b <= a;
}
function isSorted(t: string): boolean {
  const members = t.slice(1, -1).split(",");
  return members.every((m, i) => i === 0 || members[i - 1]! <= m);
}

describe("against edtf", () => {
  it.each(FAULTS)("edtf %s: %s", (_, example, is) => {
    expect(is(example)).toBe(true);
    expect(theirs(example)).not.toEqual(ours(example));
  });
  it("agrees on what both read and what both refuse, but for its faults", () => {
    let compared = 0;
    fc.assert(
      fc.property(profile, (t) => {
        if (FAULTS.some(([, , is]) => is(t))) return;
        compared += ours(t) === null ? 0 : 1;
        expect(ours(t)).toEqual(theirs(t));
      }),
      { numRuns: 2000 },
    );
    expect(compared).toBeGreaterThan(1000);
  });
});
