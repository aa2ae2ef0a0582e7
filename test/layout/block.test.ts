import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { waysOf, type BlockOptions, type Way } from "../../src/layout/block.js";
import type { LabelText } from "../../src/layout/label-text.js";
import type { MarkGeometry } from "../../src/layout/mark.js";
import type { Room } from "../../src/layout/pack.js";
import { textWidth } from "../../src/layout/text.js";
import { typography } from "../../src/layout/typography.js";

const axis = { from: 0, to: 1, x0: 80, x1: 700 };
const type = typography("px", 800);
const words = (most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.string({ unit: fc.constantFrom(..."abmwi-"), minLength: 1, maxLength: 9 }), { maxLength: most })
    .map((w) => w.join(" "));
const text: fc.Arbitrary<LabelText> = fc.record({
  title: words(12),
  bold: fc.boolean(),
  raised: fc.constantFrom("", "a", "b,c"),
  detail: fc.oneof(fc.constant(""), words(6)),
  badge: fc.constantFrom("", "updated 13:50"),
  breaks: fc.constant([]),
});
const mark: fc.Arbitrary<MarkGeometry> = fc
  .record({
    form: fc.constantFrom("dot" as const, "bracket" as const, "moment" as const, "bar" as const),
    x0: fc.double({ min: 80, max: 690, noNaN: true }),
    width: fc.oneof(fc.double({ min: 1, max: 60, noNaN: true }), fc.double({ min: 60, max: 500, noNaN: true })),
  })
  .map(({ form, x0, width }) => {
    const x1 = Math.min(axis.x1, x0 + width);
    return { form, x0, x1, c0: x0, c1: x1, start: "closed", end: "closed", approximate: false, uncertain: false };
  });
const options: fc.Arbitrary<BlockOptions> = fc.record({
  axis: fc.constant(axis),
  type: fc.constant(type),
  measure: fc.constant(textWidth),
  markHeight: fc.constant(type.em),
  glyph: fc.boolean(),
  cutoff: fc.oneof(fc.constant(null), fc.double({ min: 100, max: 690, noNaN: true })),
  thorough: fc.boolean(),
});
const anywhere: Room = { free: () => true, grows: () => true };
const least = (ways: readonly Way[]): number => Math.min(...ways.map((w) => w.cost!));

/** Room for what does not meet the stretch of 40 px from x on. */
const beside = (x: number, grows: boolean): Room => ({
  free: (x0, x1) => x1 < x || x0 > x + 40,
  grows: () => grows,
});
const freeOf = (ways: readonly Way[], { free }: Room): Way[] => ways.filter((w) => free(w.x0, w.x1));

describe("waysOf", () => {
  const blocked = fc.double({ min: 0, max: 700, noNaN: true });
  it("leaves out only ways for which there is no room", () => {
    fc.assert(
      fc.property(text, mark, options, blocked, (t, m, o, x) => {
        const room = beside(x, true);
        expect(freeOf(waysOf(t, m, {}, o, room), room)).toEqual(freeOf(waysOf(t, m, {}, o, anywhere), room));
      }),
      { numRuns: 200 },
    );
  });
  it("leaves out no way that would be cheaper where none adds a track", () => {
    fc.assert(
      fc.property(text, mark, options, blocked, (t, m, o, x) => {
        const room = beside(x, false);
        expect(least(freeOf(waysOf(t, m, {}, o, room), room))).toBe(least(freeOf(waysOf(t, m, {}, o, anywhere), room)));
      }),
      { numRuns: 1000 },
    );
  });
});
