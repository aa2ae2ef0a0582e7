import { arrowWord } from "../locale/event-words.js";
import { count, fill } from "../locale/phrases.js";
import { lazy } from "../model/lazy.js";
import type { Arrangement } from "./arrange.js";
import { inColumns, moved, paragraph } from "./flow.js";
import { labelContext } from "./label-words.js";
import type { FootLayout, TextLine, ToldLink } from "./layout.js";
import { directed, wordOf } from "./link-wanted.js";
import type { RoutedLinks } from "./links.js";
import { notesLimit } from "./room.js";

/** A layout that says how its links are told of: who only moves the picture does not ask. */
export const withLinksTold = lazy<{ linksTold: readonly ToldLink[] }>("linksTold");

/** How a picture that stands still tells of its links. What has no words beside its arrow has them in the legend or the list. */
export function toldLinks({ routes, missing }: RoutedLinks, arrangement: Arrangement): readonly ToldLink[] {
  if (routes.length === 0 && missing.length === 0) return [];
  const most = notesLimit(arrangement);
  const wordless = routes.filter((r) => r.label === null);
  // The legend can say one thing of all arrows, in words of the language.
  const same = wordless.every(
    (r) => r.word === wordless[0]!.word && r.word === arrowWord({ type: r.type }, arrangement.locale),
  );
  let noted = 0;
  const note = (): "note" | "counted" => (noted++ < most ? "note" : "counted");
  return [
    ...routes.map(({ from, to, word, label }): ToldLink => ({
      from,
      to,
      word,
      drawn: true,
      words: label !== null ? "label" : same ? "legend" : note(),
    })),
    ...missing.map((link): ToldLink => {
      const [from, to] = directed(link);
      return { from, to, word: wordOf(link, arrangement), drawn: false, words: note() };
    }),
  ];
}

/**
 * How the window of a picture that moves tells of its links: its list is that of the window with which it opens, so that
 * nothing below it moves; of the others the words of their events tell.
 */
export function toldInWindow(
  links: RoutedLinks,
  foot: Pick<FootLayout, "links">,
  arrangement: Arrangement,
): readonly ToldLink[] {
  const listed = new Set(foot.links.map(({ events }) => events.join(" ")));
  return toldLinks(links, arrangement).map((told) =>
    told.words === "label" ? told : { ...told, words: listed.has(`${told.from} ${told.to}`) ? "note" : "event" },
  );
}

/** What the legend says of arrows; null where all have words of their own. */
export function arrowLegend(told: readonly ToldLink[], { locale, options }: Arrangement): string | null {
  const drawn = told.filter((t) => t.drawn);
  const legend = drawn.find((t) => t.words === "legend");
  if (options.zoomable === true) return drawn.length > 0 ? locale.words.phrases.link : null;
  if (legend !== undefined) return legend.word;
  return drawn.some((t) => t.words !== "label") ? locale.words.phrases.link : null;
}

/** The list of the links whose words stand nowhere else, in columns under the legend. */
export function linkList(
  told: readonly ToldLink[],
  arrangement: Arrangement,
  { x0, x1, y }: { readonly x0: number; readonly x1: number; readonly y: number },
): Pick<FootLayout, "links"> & { readonly heading: readonly TextLine[]; readonly height: number } {
  const { timeline, type, measure, locale } = arrangement;
  const noted = told.filter((t) => t.words === "note").sort((a, b) => a.from - b.from || a.to - b.to);
  const rest = told.filter((t) => t.words === "counted").length;
  if (noted.length + rest === 0) return { links: [], heading: [], height: 0 };
  const em = type.em;
  const { phrases, counted } = locale.words;
  const flow = { type, measure };
  const most = Math.max(1, Math.min(3, noted.length, Math.floor((x1 - x0) / (22 * em))));
  const gap = 1.6 * em;
  const width = (x1 - x0 - gap * (most - 1)) / most;
  const heading = paragraph(phrases.links, type.footBold, "heading", { x: x0, y, width: x1 - x0 }, flow);
  // By the names they have in the picture.
  const { titleOf } = labelContext(arrangement);
  const title = (event: number): string => titleOf(timeline.events[event]!);
  const set = noted.map(({ from, to, word }) =>
    paragraph(
      fill(phrases.arrowTold, { from: title(from), word, to: title(to) }),
      type.foot,
      "link",
      { x: 0, y: 0, width, maxLines: 4 },
      flow,
    ),
  );
  const links: FootLayout["links"][number][] = [];
  const space = 0.35 * em;
  const top = y + heading.height + 0.1 * em;
  const bottom = inColumns(set, space, { x0, y: top, step: width + gap, count: most }, (i, x, at) =>
    links.push({ events: [noted[i]!.from, noted[i]!.to], lines: moved(set[i]!.lines, x, at) }),
  );
  const more =
    rest === 0
      ? { lines: [], height: 0 }
      : paragraph(
          count(counted.moreLinks, rest, locale),
          type.foot,
          "link",
          { x: x0, y: bottom + space, width: x1 - x0 },
          flow,
        );
  return {
    links,
    heading: [...heading.lines, ...more.lines],
    height: bottom + more.height - y + 0.6 * em,
  };
}
