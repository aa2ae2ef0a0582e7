import fc from "fast-check";
import type { TimelineEvent } from "../../src/model/types.js";

/** Some day of January 2022. */
export const day = fc.integer({ min: 1, max: 28 }).map((d) => `2022-01-${String(d).padStart(2, "0")}`);

/** Days and nights of January from one to another. */
export const days = fc.tuple(day, day).map(([a, b]) => (a < b ? `${a}/${b}` : `${b}/${a}`));

/** What an event has besides its time: short titles and long ones, one lane or two, and how important it is. */
export const besidesTime = {
  title: fc.constantFrom(
    "Strike",
    "A march through the centre of the town",
    "Curfew",
    "Parliament votes on the budget",
  ),
  lanes: fc.constantFrom(["A"], ["B"], ["A", "B"]),
  category: fc.constantFrom("x", "y"),
  importance: fc.constantFrom(1, 2, 3, 4, 5) as fc.Arbitrary<1 | 2 | 3 | 4 | 5>,
};

/** Events with the ids e0, e1, … */
export const numbered = (list: readonly Omit<TimelineEvent, "id">[]): TimelineEvent[] =>
  list.map((e, i): TimelineEvent => ({ ...e, id: `e${i}` }));

/** The ends of links, in one order. */
export const endsOf = (links: readonly { readonly from: number; readonly to: number }[]): string[] =>
  links.map((l) => `${l.from} ${l.to}`).sort();

/** Events of January in three lanes, most of which link another. */
export const linkedEvents = (maxLength: number): fc.Arbitrary<readonly TimelineEvent[]> =>
  fc
    .array(
      fc.record({
        day: fc.integer({ min: 1, max: 20 }),
        days: fc.integer({ min: 0, max: 4 }),
        lane: fc.constantFrom("A", "B", "C"),
        type: fc.constantFrom("causes", "answers", "pays for"),
        to: fc.nat(9),
        main: fc.boolean(),
        label: fc.option(fc.constantFrom("sparks", "a long word of its own"), { nil: undefined }),
      }),
      { minLength: 2, maxLength },
    )
    .map((list) =>
      list.map(({ day, days, lane, type, to, main, label }, i): TimelineEvent => {
        const date = (d: number): string => `2022-01-${String(d).padStart(2, "0")}`;
        const other = to % list.length;
        return {
          id: `e${i}`,
          title: `Event number ${i} of them`,
          time: days === 0 ? date(day) : `${date(day)}/${date(day + days)}`,
          lanes: [lane],
          ...(other === i ? {} : { links: [{ type, to: `e${other}`, main, label }] }),
        };
      }),
    );
