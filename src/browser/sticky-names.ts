import type { Host, Part, Snapshot } from "./chart.js";
import { setStyles } from "./dom.js";
import { isGroup } from "./folding.js";
import { paperOf } from "./page-theme.js";

/** So many levels of names find room beside the dates. */
const LEVELS = 2;

interface Watched {
  /** A name that stays where it is seen within its section, and a mark at the top of that. */
  readonly add: (section: HTMLElement, name: HTMLElement, mark: HTMLElement) => void;
  readonly clear: () => void;
}

/** Shows names while the style sheet keeps them away from their own places, and nowhere else. */
export function watchNames(near: HTMLElement): Watched {
  const names: { readonly section: HTMLElement; readonly name: HTMLElement }[] = [];
  const Observer = (near.ownerDocument.defaultView as (Window & typeof globalThis) | null)?.IntersectionObserver;
  const observer =
    typeof Observer === "function"
      ? new Observer(() => {
          for (const { section, name } of names) {
            const away = name.getBoundingClientRect().top - section.getBoundingClientRect().top;
            name.classList.toggle("datelines-stuck", away > 0.5);
          }
        })
      : null;
  return {
    add: (section, name, mark) => {
      names.push({ section, name });
      observer?.observe(mark);
    },
    clear: () => {
      for (const { section } of names.splice(0)) section.remove();
      observer?.disconnect();
    },
  };
}

/**
 * The names of the lanes in which those lie that are seen, beside the dates that stay at the top: each stays as long as
 * something of its lane does. For the eye alone.
 *
 * @param track what the dates stay in; begins at the top of the picture's own
 */
export function stickyNames({ h }: Host, track: HTMLElement): Part {
  const watched = watchNames(track);

  function place(now: Snapshot): void {
    const { layout, theme, arrangement } = now;
    const { lanes, gutter, tickLines, plot } = layout;
    const { type } = arrangement;
    watched.clear();
    if (!gutter.beside || layout.orientation === "vertical") return;
    const line = (plot.y0 - tickLines.top - 1) / LEVELS;
    lanes.forEach(({ lane, name, y1 }, i) => {
      const depth = lane.nest?.depth ?? 0;
      if (!isGroup(lane) || depth >= LEVELS) return;
      let last = i;
      while (last + 1 < lanes.length && (lanes[last + 1]!.lane.nest?.depth ?? 0) > depth) last++;
      if (last === i) return;
      // From where its name is gone to where its last lane is.
      const top = Math.min(y1, name.lines.at(-1)!.y);
      const text = h("div", { class: "datelines-dates-name" }, lane.name);
      const mark = h("span", { class: "datelines-dates-mark" });
      const section = h("div", { class: "datelines-dates-section" }, text, mark);
      const down = depth * line;
      const height = lanes[last]!.y1 - top;
      // A name that is pushed away goes under the one above it.
      setStyles(section, {
        "z-index": String(LEVELS - depth),
        top: `${top - tickLines.top - down}px`,
        height: `${height}px`,
        width: `${gutter.x1 - gutter.x0 - 0.4 * type.em}px`,
      });
      setStyles(text, {
        "--level": `${down}px`,
        height: `${line}px`,
        "line-height": `${line}px`,
        "font-size": `${type.lane.size}px`,
        color: theme.ink,
        background: paperOf(now),
        "padding-inline-start": `${gutter.x0 + depth * 0.95 * type.em}px`,
      });
      track.append(section);
      watched.add(section, text, mark);
    });
  }

  return {
    update: (now, before) => {
      if (
        before?.arrangement !== now.arrangement ||
        before.layout.width !== now.layout.width ||
        before.theme !== now.theme
      )
        place(now);
    },
    destroy: watched.clear,
  };
}
