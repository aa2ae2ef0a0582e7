import type { Arrangement } from "../layout/arrange.js";
import type { TimeSpan } from "../model/span.js";

/** An event in one of its lanes: the place of the lane, and of the event among those of the lane. */
export interface Spot {
  readonly lane: number;
  readonly place: number;
}

export type Step = "next" | "previous" | "up" | "down" | "first" | "last" | "start" | "end" | "nextAny" | "previousAny";

/** When an event is, for finding the one nearest in time. */
export const timeOf = ({ startMin, startMax, endMin, endMax }: TimeSpan): number => {
  const a = startMin ?? startMax ?? endMin ?? endMax ?? 0;
  const b = startMax ?? endMin ?? endMax ?? a;
  return (a + b) / 2;
};

type Lanes = Pick<Arrangement, "lanes" | "timeline" | "scale">;

/** Where an event stands in a lane, in units of the axis. */
export const placeIn = ({ timeline, scale }: Lanes, event: number, lane: string): number =>
  timeOf(scale.spanIn(timeline.events[event]!.span, lane));

/** The index in `timeline.events` of a spot. */
export const eventAt = ({ lanes }: Lanes, { lane, place }: Spot): number | undefined => lanes[lane]?.events[place];

/**
 * Where the focus goes from a spot.
 *
 * @param goal the place on the axis to keep to while going through lanes; default: that of the event
 * @returns the same spot where there is none to go to
 */
export function navigate(arrangement: Lanes, spot: Spot, step: Step, goal?: number): Spot {
  const { lanes } = arrangement;
  const here = lanes[spot.lane]?.events ?? [];
  switch (step) {
    case "next":
      return spot.place + 1 < here.length ? { ...spot, place: spot.place + 1 } : spot;
    case "previous":
      return spot.place > 0 ? { ...spot, place: spot.place - 1 } : spot;
    case "first":
      return { ...spot, place: 0 };
    case "last":
      return { ...spot, place: Math.max(0, here.length - 1) };
    case "up":
    case "down": {
      const by = step === "up" ? -1 : 1;
      for (let lane = spot.lane + by; lane >= 0 && lane < lanes.length; lane += by) {
        const { events } = lanes[lane]!;
        if (events.length > 0) return { lane, place: nearest(arrangement, lane, goal ?? timeAt(arrangement, spot)) };
      }
      return spot;
    }
    case "start":
    case "end":
      return extreme(arrangement, step) ?? spot;
    case "nextAny":
    case "previousAny":
      return neighbour(arrangement, spot, step === "nextAny" ? 1 : -1) ?? spot;
  }
}

/** Where a spot stands, in units of the axis. */
export const timeAt = (arrangement: Lanes, spot: Spot): number => {
  const index = eventAt(arrangement, spot);
  return index === undefined ? 0 : placeIn(arrangement, index, arrangement.lanes[spot.lane]!.id);
};

function nearest(arrangement: Lanes, lane: number, goal: number): number {
  const { events, id } = arrangement.lanes[lane]!;
  let best = 0;
  let least = Infinity;
  events.forEach((index, place) => {
    const distance = Math.abs(placeIn(arrangement, index, id) - goal);
    if (distance < least) {
      least = distance;
      best = place;
    }
  });
  return best;
}

/** The first or last event of all; an event of several lanes in the topmost. */
function extreme({ lanes }: Lanes, step: "start" | "end"): Spot | null {
  let found: Spot | null = null;
  let best = step === "start" ? Infinity : -Infinity;
  lanes.forEach(({ events }, lane) => {
    const place = step === "start" ? 0 : events.length - 1;
    const index = events[place];
    if (index === undefined || (step === "start" ? index >= best : index <= best)) return;
    best = index;
    found = { lane, place };
  });
  return found;
}

/**
 * The next event in the order of all: by time, and from lane to lane where an event stands in several. Where lanes count
 * from days of their own, in the order in which all stand on the axis.
 */
function neighbour(arrangement: Lanes, spot: Spot, by: 1 | -1): Spot | null {
  const { lanes, scale } = arrangement;
  const here = lanes[spot.lane]?.events[spot.place];
  if (here === undefined) return null;
  const at = (lane: number, index: number): number =>
    scale.relative === null ? 0 : placeIn(arrangement, index, lanes[lane]!.id);
  const start = { at: at(spot.lane, here), index: here, lane: spot.lane };
  let found: Spot | null = null;
  let best: typeof start | null = null;
  lanes.forEach(({ events }, lane) => {
    for (let place = by > 0 ? 0 : events.length - 1; place >= 0 && place < events.length; place += by) {
      const index = events[place]!;
      const one = { at: at(lane, index), index, lane };
      if (compare(one, start) * by <= 0) continue;
      if (best === null || compare(one, best) * by < 0) {
        best = one;
        found = { lane, place };
      }
      // On a calendar the events of a lane are in this order: the first is the nearest.
      if (scale.relative === null) return;
    }
  });
  return found;
}

interface Stand {
  readonly at: number;
  readonly index: number;
  readonly lane: number;
}
const compare = (a: Stand, b: Stand): number => a.at - b.at || a.index - b.index || a.lane - b.lane;

/** The first spot of an event. */
export function spotOf({ lanes }: Lanes, event: number): Spot | null {
  for (let lane = 0; lane < lanes.length; lane++) {
    const place = lanes[lane]!.events.indexOf(event);
    if (place >= 0) return { lane, place };
  }
  return null;
}

/** The spot of an event in a lane, or else its first. */
export function spotIn(lanes: Lanes, event: number, id: string | undefined): Spot | null {
  const lane = lanes.lanes.findIndex((l) => l.id === id);
  const place = lanes.lanes[lane]?.events.indexOf(event) ?? -1;
  return place < 0 ? spotOf(lanes, event) : { lane, place };
}
