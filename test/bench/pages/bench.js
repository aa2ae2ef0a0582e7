// In the page: makes what is to be measured, of events that are there beforehand.
import { document as story, events } from "../data.mjs";
import { rawPixels } from "./raw.js";

const { timeline } = await import("../../../dist/bundle/datelines.min.js");

const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

const kinds = {
  datelines: (place, list, own) => {
    const chart = timeline(own, { laneBy: "place", wheel: "always" });
    place.append(chart.element);
    return {
      ready: chart.ready,
      append: (more) => chart.append(story(more).events),
      get view() {
        return chart.view;
      },
    };
  },
  raw: rawPixels,
};

let list;
let own;
let spare;
let made;
window.bench = {
  /** Some more are kept to be appended. */
  prepare: (n, more) => {
    const all = events(n + more);
    list = all.slice(0, n);
    spare = all.slice(n);
    own = story(list);
  },
  make: async (kind) => {
    const from = performance.now();
    made = kinds[kind](document.getElementById("place"), list, own);
    await made.ready;
    await frame();
    return performance.now() - from;
  },
  view: () => ({ from: made.view.from, to: made.view.to }),
  append: async (count) => {
    const more = spare.splice(0, count);
    made.append(more);
    await frame();
    return more.length;
  },
  frame,
};
document.documentElement.dataset.loaded = "yes";
