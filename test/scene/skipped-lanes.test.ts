import { expect, test } from "vitest";
import { arrange } from "../../src/layout/arrange.js";
import { place } from "../../src/layout/place.js";
import { placeRanked } from "../../src/layout/place-ranked.js";
import { zoomed } from "../../src/layout/view.js";
import { draw } from "../../src/scene/draw.js";
import { drawCache } from "../../src/scene/layer.js";

const events = Array.from({ length: 60 }, (_, i) => ({
  title: `Rally ${i}`,
  time: Date.UTC(2022, 0, 1 + (i % 20)),
  places: [`Region ${i % 4}`],
}));
const arrangement = arrange({ zone: "UTC", events }, { laneBy: "place", width: 900, zoomable: true });

test("of lanes that stay as they are while the window moves, nothing is placed, and the others are as ever", () => {
  const cache = drawCache();
  const before = place(arrangement);
  draw(before, {}, cache);
  const drawn = [...cache.lanes.values()];
  const layout = placeRanked(arrangement, zoomed(arrangement.view, 2), undefined, undefined, before);
  let asked = 0;
  const lanes = layout.lanes.map((lane, i) =>
    i === 0 ? lane : Object.defineProperty({ ...lane }, "items", { get: () => ((asked += 1), lane.items) }),
  );
  cache.skip = ({ y0 }) => y0 > layout.lanes[0]!.y0;
  const scene = draw({ ...layout, lanes }, {}, cache);
  expect(asked).toBe(0);
  const list = scene.nodes.find((n) => n.name === "events");
  const now = list?.type === "group" ? list.children : [];
  expect(now.slice(1)).toEqual(drawn.slice(1));
  const whole = draw(place(arrangement, zoomed(arrangement.view, 2))).nodes.find((n) => n.name === "events");
  expect(now[0]).toEqual(whole?.type === "group" ? whole.children[0] : null);
  expect(now[0]).not.toEqual(drawn[0]);
});
