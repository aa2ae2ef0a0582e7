import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { independentOrigins, parsePath } from "../../src/model/claims.js";
import { resolve } from "../../src/model/resolve.js";
import { safeUrl } from "../../src/model/url.js";
import { asKnownAt, changesBetween } from "../../src/model/versions.js";
import type { TimelineData, TimelineEvent } from "../../src/model/types.js";
import { correctionNote } from "../../src/scene/correction-note.js";

const story = JSON.parse(
  readFileSync(new URL("../../examples/kazakhstan-2022-01.json", import.meta.url), "utf8"),
) as TimelineData;
const one = (event: Partial<TimelineEvent>): ReturnType<typeof resolve> =>
  resolve([{ title: "A", time: "2022-01-05", ...event }]);
const codes = (t: ReturnType<typeof resolve>): string[] => t.problems.map((p) => p.code);

describe("resolve", () => {
  it("reads the whole story without a problem", () => {
    const t = resolve(story);
    expect(t.problems).toEqual([]);
    expect(t.events).toHaveLength(18);
    expect(t.asOfZone).toBe("Europe/Paris");
    const arrests = t.events.find((e) => e.id === "arrests")!;
    expect(arrests.changes).toMatchObject([{ change: "update", note: expect.stringContaining("2,000") as string }]);
    expect(arrests.quantities).toMatchObject([
      { measure: "arrested", said: "more than 2,000", low: 2001, best: null, high: null },
    ]);
    expect(arrests.title).toContain("clean the streets");
  });
  it("does not depend on the order of the rows", () => {
    const plain = (d: TimelineData): string => {
      const t = resolve(d);
      return JSON.stringify([t.events, [...t.places], [...t.sources], [...t.categories], [...t.lanes]]);
    };
    const free: TimelineData = {
      events: Array.from({ length: 12 }, (_, i) => ({
        title: `Event ${i % 4}`,
        time: `2022-01-0${1 + (i % 3)}`,
        places: [`p${i % 5}`],
        category: `c${i % 3}`,
      })),
    };
    for (const d of [story, free]) {
      const expected = plain(d);
      fc.assert(
        fc.property(
          fc.shuffledSubarray([...d.events], { minLength: d.events.length }),
          (events) => plain({ ...d, events }) === expected,
        ),
        { numRuns: 30 },
      );
    }
  });
  it("takes a field that is null for one that is not there", () => {
    const plain = resolve([{ id: "a", title: "A", time: "2022-01-05" }]);
    const nulls = Object.fromEntries(
      ["places", "lanes", "category", "actors", "quantities", "claims", "sources", "links", "importance", "status"]
        .concat(["verification", "media", "urls", "layout", "extra", "summary", "printTitle", "language", "knownFrom"])
        .map((field) => [field, null]),
    );
    expect(resolve([{ id: "a", title: "A", time: "2022-01-05", ...nulls }])).toEqual(plain);
  });
  it("loses nothing for one bad event", () => {
    const bad: unknown[] = [
      null,
      5,
      "x",
      [],
      {},
      { title: "no time" },
      { time: "2022" },
      { title: 5, time: "2022" },
      { title: "A", time: "2022-02-30" },
      { title: "A", time: {} },
    ];
    for (const b of bad) {
      const t = resolve({
        events: [{ title: "Good", time: "2022-01-01" }, b as TimelineEvent, { title: "Also good", time: "2022-01-02" }],
      });
      expect(t.events.map((e) => e.title)).toEqual(["Good", "Also good"]);
      expect(t.problems.length).toBeGreaterThan(0);
      expect(t.problems[0]!.path).toMatch(/^events\[1\]/);
    }
  });
  it("reports fields and keeps the event", () => {
    expect(codes(one({ importance: 9 as never }))).toEqual(["E-IMPORTANCE"]);
    expect(codes(one({ status: "maybe" as never }))).toEqual(["E-WORD"]);
    expect(codes(one({ urls: ["javascript:alert(1)", "https://example.org"] }))).toEqual(["E-URL"]);
    expect(codes(one({ quantities: [{ measure: "killed", low: 5, high: 3 }] }))).toEqual(["W-NUMBER-ORDER"]);
    expect(codes(one({ quantities: [{ measure: "killed", best: -5 }] }))).toEqual(["E-NUMBER-NEGATIVE"]);
    expect(codes(one({ links: [{ type: "causes", to: "nothing" }] }))).toEqual(["W-REF-UNKNOWN"]);
    expect(codes(resolve({ events: [], zone: "ALMT" }))).toEqual(["E-ZONE"]);
    expect(codes(resolve({ events: [], categories: [{ id: "a", color: "red;background:url(x)" }] }))).toEqual([
      "E-COLOR",
    ]);
    expect(
      codes(
        resolve({
          events: [],
          places: [
            { id: "a", name: "A", parent: "b" },
            { id: "b", name: "B", parent: "a" },
          ],
        }),
      ),
    ).toEqual(["E-CYCLE"]);
  });
  it("finds what contains itself however long the way round is, and only that", () => {
    const n = 100_000;
    const ids = Array.from({ length: n }, (_, i) => `a${i}`);
    const round = (last: string): ReturnType<typeof resolve> =>
      resolve({
        events: ids.map((id, i) => ({
          id,
          title: id,
          time: "2022",
          links: [{ type: "part-of", to: ids[i + 1] ?? last }],
        })),
        places: ids.map((id, i) => ({ id, name: id, parent: ids[i + 1] ?? last })),
      });
    expect(codes(round("a0"))).toEqual(["E-CYCLE", "E-CYCLE"]);
    expect(codes(round("top"))).toEqual(["W-REF-UNKNOWN"]);
  });
  it("gives repeated ids new ones, also where those are taken", () => {
    const n = 20_000;
    const events = Array.from({ length: n }, (_, i) => ({ id: "a", title: `A ${i}`, time: "2022" }));
    const taken = Array.from({ length: n }, (_, i) => ({ id: `a-${i + 2}`, title: `B ${i}`, time: "2022" }));
    const t = resolve([...events, ...taken]);
    expect(new Set(t.events.map((e) => e.id)).size).toBe(2 * n);
    expect(t.events.filter((e) => e.title.startsWith("B")).every((e) => /^a-/.test(e.id))).toBe(true);
  });
  it("throws only for what is no document", () => {
    expect(() => resolve(null as never)).toThrow(TypeError);
    expect(() => resolve("x" as never)).toThrow(TypeError);
  });
  it("keeps two events of one id, and says so", () => {
    const t = resolve({
      events: [
        { id: "a", title: "B", time: "2022" },
        { id: "a", title: "A", time: "2021" },
      ],
    });
    expect(codes(t)).toEqual(["E-ID-DUPLICATE"]);
    expect(new Set(t.events.map((e) => e.id)).size).toBe(2);
  });
  it("makes ids without white space", () => {
    const t = resolve([
      { title: "Указ президента № 1", time: "2022" },
      { id: "a b", title: "x", time: "2022" },
    ]);
    for (const e of t.events) expect(e.id).toMatch(/^\S+$/);
  });
  it("chooses a language, and falls back", () => {
    expect(resolve(story, { language: "kk" }).events.find((e) => e.id === "resignation")!.title).toBe(
      "Үкімет отставкаға кетті",
    );
    expect(resolve(story, { language: "xx" }).title).toBe("Five days that shook Kazakhstan");
  });
  it("never writes into its input and never pollutes", () => {
    const frozen = JSON.parse(
      '{"events":[{"title":"A","time":"2022","extra":{"__proto__":{"x":1}}}],"__proto__":{"polluted":1}}',
      (_, v: unknown) => Object.freeze(v),
    ) as TimelineData;
    resolve(frozen);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe("claims", () => {
  it("reads paths, origin first, with parallel relays", () => {
    expect(parsePath("Deputy minister > Khabar-24 > Interfax | TASS")).toEqual([
      "Deputy minister",
      "Khabar-24",
      ["Interfax", "TASS"],
    ]);
  });
  it("counts origins, not relays", () => {
    const t = resolve([
      { title: "A", time: "2022", claims: [{ path: ["minister", "Interfax"] }, { path: ["minister", "TASS"] }] },
    ]);
    expect(independentOrigins(t.events[0]!.claims).size).toBe(1);
    expect(t.events[0]!.verification).toBe("single-source");
    const two = resolve([{ title: "A", time: "2022", claims: [{ path: ["minister"] }, { path: ["police"] }] }]);
    expect(two.events[0]!.verification).toBe("corroborated");
  });
});

describe("the total order", () => {
  it("has what came by the end of a day before what begins with the next", () => {
    const { events } = resolve({
      zone: "UTC",
      events: [
        { id: "a", title: "From the 6th", time: "2022-01-06/..", importance: 1 },
        { id: "b", title: "By the 5th", time: "[..2022-01-05]" },
        { id: "c", title: "By midday of the 6th", time: "[..2022-01-06T12:00]" },
      ],
    });
    expect(events.map((e) => e.id)).toEqual(["b", "a", "c"]);
  });
});

describe("versions", () => {
  it("shows the document as it stood", () => {
    const before = resolve(story, { asKnownAt: "2022-01-06T13:00+01:00" });
    const arrests = before.events.find((e) => e.id === "arrests")!;
    expect(arrests.quantities).toEqual([]);
    expect(before.asOf).toBe(Date.parse("2022-01-06T12:00Z"));
    expect(before.asOfZone).toBe("Europe/Paris");
    expect(resolve({ ...story, asOf: "2022-01-06T13:50+01:00" }, { asKnownAt: "2022-01-06" }).asOfZone).toBeUndefined();
    expect(
      resolve(asKnownAt(story, "2022-01-06T13:50+01:00")).events.find((e) => e.id === "arrests")!.quantities,
    ).toHaveLength(1);
  });
  it("lists and prints what changed", () => {
    const [change, ...rest] = changesBetween(story, "2022-01-06T12:00+01:00", "2022-01-06T14:00+01:00");
    expect(rest).toEqual([]);
    expect(change).toMatchObject({ id: "arrests", change: "update" });
    expect(change!.fields).toContain("quantities");
    expect(correctionNote(story, "2022-01-06T12:00+01:00")).toBe(
      "Update, 6 January 2022, 13:50: Adds the number of arrests: more than 2,000.",
    );
    expect(correctionNote(story, "2022-01-06T14:00+01:00")).toBe("");
  });
  it("removes redacted text everywhere", () => {
    const data: TimelineData = {
      events: [
        { id: "a", title: "SECRET", time: "2022-01-01" },
        {
          id: "a",
          title: "gone",
          time: "2022-01-01",
          knownFrom: "2022-01-02T10:00Z",
          change: "retraction",
          redact: true,
          note: "Withdrawn",
        },
      ],
    };
    expect(JSON.stringify(resolve(data))).not.toContain("SECRET");
    expect(JSON.stringify(asKnownAt(data, "2022-01-01T12:00Z"))).not.toContain("SECRET");
    expect(JSON.stringify(changesBetween(data, "2022-01-01", "2022-01-03"))).not.toContain("SECRET");
    expect(correctionNote(data, "2022-01-01")).toBe("Correction, 2 January 2022, 10:00: Withdrawn");
  });
});

describe("urls", () => {
  it.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "java\nscript:alert(1)",
    "file:///etc/passwd",
    "https://user:pw@example.org",
    "https://example.org/\u202egpj.exe",
    "ht\u200btps://x.example",
    "blob:https://x",
    "x".padEnd(3000, "y"),
    "",
    null,
    "relative/path",
  ])("refuses %j", (url) => expect(safeUrl(url).ok).toBe(false));
  it("shows the host as it is", () =>
    expect(safeUrl("https://gооgle.com/")).toMatchObject({ ok: true, value: { host: "xn--ggle-55da.com" } }));
});
