import { describe, expect, it } from "vitest";
import { arrange, type Arrangement } from "../../src/layout/arrange.js";
import { place } from "../../src/layout/place.js";
import { rankAhead } from "../../src/layout/rank-ahead.js";
import { zoomed } from "../../src/layout/view.js";
import { draw, paintSVG } from "../../src/static.js";
import type { TimelineData } from "../../src/model/types.js";

const DAY = 864e5;

/** Far more than have room: most are ranked only when somebody comes nearer. */
const crowd: TimelineData = {
  zone: "UTC",
  events: Array.from({ length: 1500 }, (_, i) => ({
    id: `e${i}`,
    title: ["Strike", "March through the old town", "Court"][i % 3]!,
    time: new Date(Date.UTC(2022, 0, 1) + 60 * DAY * ((i * 0.618034) % 1) ** 2).toISOString(),
    lanes: [i % 2 === 0 ? "north" : "south"],
    importance: (1 + (i % 5)) as 1,
  })),
};

describe("rankAhead", () => {
  it.each(["horizontal", "vertical"] as const)("gives the picture that zooming gives, %s", (orientation) => {
    const options = { width: orientation === "vertical" ? 360 : 800, orientation, zoomable: true };
    const fresh = (): Arrangement => arrange(crowd, options);
    const [atOnce, ahead, halfway] = [fresh(), fresh(), fresh()];
    const opening = paintSVG(draw(place(ahead)));
    let pieces = 1;
    while (rankAhead(ahead, ahead.view.width)) pieces++;
    expect(pieces).toBeGreaterThan(3);
    expect(rankAhead(ahead, ahead.view.width)).toBe(false);
    expect(paintSVG(draw(place(ahead)))).toBe(opening);
    place(halfway);
    for (let i = 0; i < 2; i++) rankAhead(halfway, halfway.view.width);
    for (const factor of [1, 1.1, 3, 40]) {
      const picture = paintSVG(draw(place(atOnce, zoomed(atOnce.view, factor))));
      expect(paintSVG(draw(place(ahead, zoomed(ahead.view, factor))))).toBe(picture);
      expect(paintSVG(draw(place(halfway, zoomed(halfway.view, factor))))).toBe(picture);
    }
  });
});
