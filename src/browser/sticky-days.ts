import { END } from "../layout/vertical/gutter.js";
import { HALF, wideDates } from "../scene/layers/vertical/axis.js";
import { isDown } from "./along.js";
import type { Host, Part, Snapshot } from "./chart.js";
import { setStyles } from "./dom.js";
import { paperOf } from "./page-theme.js";
import { watchNames } from "./sticky-names.js";

/**
 * Where time runs down, the day (or month, or year) in which those hours lie that are seen: each stays at the top of the
 * screen beside the axis until the next one pushes it away. For the eye alone; the style sheet keeps them there.
 */
export function stickyDays({ h }: Host, stage: HTMLElement): Part {
  const track = h("div", { class: "datelines-dates-track datelines-days datelines-stuck", "aria-hidden": "true" });
  track.style.setProperty("top", "0");
  const watched = watchNames(stage);
  stage.append(track);

  function place(now: Snapshot): void {
    const { layout, theme, arrangement } = now;
    const { type } = arrangement;
    const { size } = type.major;
    const half = HALF * size;
    const dates = wideDates(layout);
    watched.clear();
    track.replaceChildren();
    dates.forEach(({ text, y }, i) => {
      const end = dates[i + 1]?.y ?? layout.axis.x1 + half;
      const name = h("div", { class: "datelines-dates-name" }, text);
      const mark = h("span", { class: "datelines-dates-mark" });
      const section = h("div", { class: "datelines-dates-section" }, name, mark);
      const { x0, x1 } = layout.gutter;
      setStyles(section, {
        top: `${y - half}px`,
        height: `${Math.max(0, end - y)}px`,
        "inset-inline-start": `${x0}px`,
        width: `${x1 - x0 - END * type.em}px`,
      });
      setStyles(name, {
        height: `${2 * half}px`,
        "line-height": `${2 * half}px`,
        "font-size": `${size}px`,
        "text-align": "end",
        color: theme.ink,
        background: paperOf(now),
      });
      track.append(section);
      watched.add(section, name, mark);
    });
  }

  let stale = true;
  return {
    update: (now, before) => {
      const { layout } = now;
      if (before?.layout !== layout || before.theme !== now.theme) stale = true;
      // While the window moves the dates do too; they are told again when it has come to rest.
      track.hidden = !isDown(layout) || now.display !== "picture" || now.moving;
      if (track.hidden || !stale) return;
      stale = false;
      place(now);
    },
    destroy: () => {
      watched.clear();
      track.remove();
    },
  };
}
