import type { Arrangement } from "../layout/arrange.js";
import { formatTime } from "../locale/format-time.js";
import { figureOrGap, seriesName } from "../scene/series-text.js";
import { element, type Markup, type MarkupElement } from "./markup.js";

/** The number tracks as tables: every figure with its time, in its source's words; gaps too. */
export function trackTables({ timeline, locale }: Arrangement): MarkupElement[] {
  const { phrases } = locale.words;
  return timeline.series.map((series) => {
    const rows = series.points.flatMap((point): Markup[] => [
      element(
        "tr",
        {},
        element("th", { scope: "row" }, formatTime(point.span, { locale, zone: timeline.zone })),
        element("td", {}, figureOrGap(point, locale)),
      ),
      "\n",
    ]);
    const heads = [phrases.trackTime, phrases.trackFigure].map((text) => element("th", { scope: "col" }, text));
    return element(
      "table",
      { class: "datelines-track" },
      element("caption", {}, seriesName(series, locale)),
      element("thead", {}, element("tr", {}, ...heads)),
      element("tbody", {}, ...rows),
    );
  });
}
