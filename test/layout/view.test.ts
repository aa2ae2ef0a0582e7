import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scaled, scaleOf, toX } from "../../src/layout/view.js";

describe("scaleOf", () => {
  it("gives the same x as the axis itself, to the last bit", () => {
    const number = fc.double({ min: -1e13, max: 1e13, noNaN: true });
    fc.assert(
      fc.property(number, number, number, number, number, (from, to, x0, x1, ms) => {
        const axis = { from, to, x0, x1 };
        expect(scaled(scaleOf(axis), ms)).toBe(toX(axis, ms));
      }),
    );
  });
});
