import fc from "fast-check";
import { expect, test } from "vitest";
import { arrangeTimeline, type Arrangement } from "../../src/layout/arrange.js";
import type { Layout } from "../../src/layout/layout.js";
import { placeRanked } from "../../src/layout/place-ranked.js";
import { frameOf } from "../../src/layout/ranked-frame.js";
import { resolver } from "../../src/model/resolve-more.js";
import type { TimelineData, TimelineEvent } from "../../src/model/types.js";

const WIDTH = 800;
const options = { width: WIDTH, laneBy: "place", zoomable: true, heading: false } as const;
const LANES = ["Aktau", "Zhanaozen", "Almaty", "Shymkent"];

const event = fc.record({
  day: fc.integer({ min: 1, max: 28 }),
  hour: fc.integer({ min: 0, max: 23 }),
  lane: fc.integer({ min: 0, max: LANES.length - 1 }),
  title: fc.constantFrom("Vote", "A long strike of the workers at the field", "Fire", "Арест", "Court hears the case"),
  category: fc.constantFrom("Protest", "Court"),
  importance: fc.integer({ min: 1, max: 5 }),
  days: fc.option(fc.integer({ min: 1, max: 9 }), { nil: 0, freq: 3 }),
});
type Drawn = typeof event extends fc.Arbitrary<infer T> ? T : never;
const two = (n: number) => String(n).padStart(2, "0");

const made = (list: readonly Drawn[], from: number): TimelineEvent[] =>
  list.map(({ day, hour, lane, title, category, importance, days }, i) => ({
    id: `e${from + i}`,
    title,
    time: days > 0 ? `2022-01-${two(day)}/2022-02-${two(days)}` : `2022-01-${two(day)}T${two(hour)}:00`,
    places: [LANES[lane]!],
    category,
    importance: importance as 1,
    ...(day % 9 === 0 ? { sources: ["Reuters"] } : {}),
  }));

/** All that is drawn of a layout. */
const drawn = ({ arrangement, ...rest }: Layout) =>
  JSON.stringify({ ...rest, told: rest.told, view: arrangement.view });

/** The opening window, one near and one aside. */
const views = ({ view: { from, to } }: Arrangement) => [
  { from, to, width: WIDTH },
  { from: from + (to - from) * 0.4, to: from + (to - from) * 0.5, width: WIDTH },
  { from: from - (to - from) * 0.3, to: to - (to - from) * 0.3, width: WIDTH },
];

test("lanes that are taken over stand as they would ranked anew", () => {
  let again = 0;
  fc.assert(
    fc.property(
      fc.array(event, { minLength: 8, maxLength: 60 }),
      fc.array(event, { minLength: 1, maxLength: 2 }),
      fc.boolean(),
      (first, more, near) => {
        const resolve = resolver();
        const events = made(first, 0);
        const data: TimelineData = { zone: "UTC", events };
        const before = arrangeTimeline(resolve(data), options);
        for (const view of views(before).slice(0, near ? 3 : 1)) placeRanked(before, view);
        const timeline = resolve({ ...data, events: [...events, ...made(more, events.length)] }, {}, data);
        const [after, anew] = [arrangeTimeline(timeline, options), arrangeTimeline(timeline, options)];
        for (const view of views(after))
          expect(drawn(placeRanked(after, view, undefined, before))).toBe(drawn(placeRanked(anew, view)));
        const old = new Set(frameOf(before, WIDTH).ranked.lanes.map((lane) => lane.a));
        again += frameOf(after, WIDTH).ranked.lanes.filter((lane) => old.has(lane.a)).length;
      },
    ),
    { numRuns: 60 },
  );
  expect(again).toBeGreaterThan(30);
}, 60_000);

test("another wording, measure, window or colour ranks all lanes again", () => {
  const resolve = resolver();
  const list = Array.from({ length: 24 }, (_, i) => ({
    day: 1 + i,
    hour: i % 24,
    lane: i % 4,
    title: "Court hears the case" as const,
    category: i % 2 === 0 ? ("Protest" as const) : ("Court" as const),
    importance: 3,
    days: 0,
  }));
  const events = made(list, 0);
  const data: TimelineData = { zone: "UTC", events };
  const timeline = resolve(data);
  const base = arrangeTimeline(timeline, options);
  placeRanked(base, views(base)[0]!);
  const old = new Set(frameOf(base, WIDTH).ranked.lanes.map((lane) => lane.a));
  const kept = (own: object, width = WIDTH) => {
    const after = arrangeTimeline(timeline, { ...options, width, ...own });
    return frameOf(after, width, base).ranked.lanes.filter((lane) => old.has(lane.a)).length;
  };
  expect(kept({})).toBe(4);
  expect(kept({ labels: () => "x" })).toBe(0);
  expect(kept({ measureText: (text: string) => 9 * text.length })).toBe(0);
  expect(kept({ from: "2022-01-03", to: "2022-01-20" })).toBe(0);
  expect(kept({ colorBy: null })).toBe(0);
  expect(kept({ words: { phrases: { from: "since {date}" } } })).toBe(0);
  expect(kept({}, 640)).toBe(0);
  expect(kept({ filter: ({ id }: { id: string }) => id !== "e0" })).toBe(3);
});
