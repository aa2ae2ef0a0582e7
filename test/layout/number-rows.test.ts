import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrange, place, type Layout, type TimelineData, type TimelineOptions } from "../../src/static.js";

const DAY = 864e5;
const date = (n: number): string => new Date(Date.UTC(2022, 0, 1) + n * DAY).toISOString().slice(0, 10);

interface Said {
  readonly day: number;
  readonly words: number;
  readonly importance: number;
}
const layoutOf = (said: readonly Said[], options: TimelineOptions): Layout =>
  place(
    arrange(
      {
        zone: "UTC",
        events: said.map(({ day, words, importance }, i) => ({
          id: `e${i}`,
          title: Array.from({ length: words }, (_, w) => `word${w}`).join(" "),
          time: date(day),
          importance: importance as 1 | 2 | 3,
        })),
      },
      { from: date(0), to: date(60), orientation: "horizontal", ...options },
    ),
  );

/** x between which an item's mark and its words, or its number, stand. */
const extent = ({ mark, way }: Layout["lanes"][number]["items"][number]): readonly [number, number] =>
  way !== null ? [way.x0, way.x1] : [mark.x0, mark.x1];

const said = fc.record({
  day: fc.integer({ min: 0, max: 60 }),
  words: fc.integer({ min: 1, max: 8 }),
  importance: fc.integer({ min: 1, max: 3 }),
});

describe("rows of numbers", () => {
  it("hold words where these have room: no short title is looked up beside an empty row", () => {
    // Three marks over each other in a lane of two tracks: the third once had a number, however much room it had.
    const layout = layoutOf(
      [10, 10, 10].map((day) => ({ day, words: 1, importance: 2 })),
      { width: 700, height: 300 },
    );
    const tight = layoutOf(
      Array.from({ length: 5 }, () => ({ day: 10, words: 2, importance: 2 })),
      { width: 700, height: 260 },
    );
    expect(layout.told.notes).toEqual([]);
    expect(tight.told.notes).toEqual([]);
    expect(tight.told.labels).toHaveLength(5);
  });
  it("never let two stand over each other in a row, lose nobody, and number the notes that are left in order", () => {
    fc.assert(
      fc.property(
        fc.array(said, { minLength: 1, maxLength: 30 }),
        fc.constantFrom<TimelineOptions>(
          { width: 320 },
          { width: 640, height: 240 },
          { width: 960 },
          { width: 82, unit: "mm" },
        ),
        (events, options) => {
          const layout = layoutOf(events, options);
          const { labels, notes, counted, outside } = layout.told;
          expect(new Set([...labels, ...notes, ...counted, ...outside]).size).toBe(events.length);
          for (const { items } of layout.lanes) {
            for (const a of items)
              for (const b of items) {
                if (a.event >= b.event || Math.abs(a.y - b.y) > 0.01) continue;
                const [a0, a1] = extent(a);
                const [b0, b1] = extent(b);
                expect(a1 <= b0 + 0.01 || b1 <= a0 + 0.01).toBe(true);
              }
            const numbers = items.flatMap((i) => (i.number === null ? [] : [i.number]));
            expect(numbers).toEqual(numbers.map((_, i) => i + 1));
          }
          expect(layout.notes.notes).toHaveLength(notes.length);
        },
      ),
      { numRuns: 150 },
    );
  });
  it("hold words of three lines rather than a list of one note, which is mostly its heading", () => {
    const file = new URL("../../examples/kazakhstan-regions.json", import.meta.url);
    const options = { width: 960, laneBy: "place", laneOrder: "given", to: "2022-01-12" } as const;
    const layout = place(arrange(JSON.parse(readFileSync(file, "utf8")) as TimelineData, options));
    expect(layout.told.notes).toEqual([]);
    expect(layout.told.counted).toEqual([]);
  });
  it("keep the number of what the editor hid", () => {
    const layout = place(
      arrange(
        {
          zone: "UTC",
          events: [
            { id: "a", title: "Shown", time: date(5) },
            { id: "b", title: "Hidden", time: date(30), layout: { hide: true } },
          ],
        },
        { width: 700 },
      ),
    );
    expect(layout.told).toMatchObject({ labels: ["a"], notes: ["b"] });
  });
});
