import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clean } from "../../src/model/text.js";

describe("clean", () => {
  // Written without its shortcut for plain words.
  const slowly = (text: string): string =>
    [...text.normalize("NFC")]
      .filter(
        (c) =>
          !/^[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]$/.test(
            c,
          ),
      )
      .join("")
      .replace(/\s+/g, (s) => ([...s].every((c) => "\u00a0\u2007\u202f".includes(c)) ? s[0]! : " "))
      .trim();
  const unit = fc.oneof(
    fc.constantFrom(
      "a",
      "é",
      "e\u0301",
      "й",
      "и\u0306",
      "қ",
      " ",
      "  ",
      "\u00a0",
      "\u202f",
      "\t",
      "\n",
      "–",
      "…",
      "\u202e",
      "\u0000",
      "\ud800",
      "😀",
      "\u00ad",
    ),
    fc.integer({ min: 0x20, max: 0x2100 }).map((c) => String.fromCharCode(c)),
  );
  it("gives the same with and without its shortcut", () => {
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
        expect(clean(units.join(""))).toBe(slowly(units.join("")));
      }),
      { numRuns: 3000 },
    );
  });
});
