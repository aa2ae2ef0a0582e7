import type { Arrangement } from "../layout/arrange.js";
import type { Layout } from "../layout/layout.js";
import { mistake, optionsOf } from "../model/mistake.js";
import { lazy } from "../model/lazy.js";
import type { Problem } from "../model/problem.js";
import { breakWords } from "./break-words.js";
import { describeTimeline } from "./describe.js";
import { colorIn, type DrawCache, type Layer, type LayerContext } from "./layer.js";
import { layers as builtIn, type LayerName } from "./layers/index.js";
import { vertical } from "./layers/vertical/index.js";
import { mirror } from "./mirror.js";
import { layoutProblems } from "./problems.js";
import { soundNodes } from "./sound-nodes.js";
import { relativeWords } from "./relative-words.js";
import { eventSentence } from "./sentences.js";
import { themeOf, type Theme, type ThemeName } from "./theme.js";
import type { Scene, SceneNode } from "./types.js";

export interface DrawOptions {
  readonly theme?: ThemeName | (Partial<Theme> & { readonly base?: ThemeName | undefined }) | undefined;
  /** By name: replace a built-in layer, leave it out (null), or add one of your own on top. */
  readonly layers?:
    (Partial<Record<LayerName, Layer | null>> & { readonly [name: string]: Layer | null | undefined }) | undefined;
  /** Before every id in the picture, so that several on one page do not meet. */
  readonly idPrefix?: string | undefined;
}

/**
 * What the layout looks like: a picture as plain JSON.
 *
 * @param cache for pictures that are drawn again and again: one for each arrangement and theme
 * @throws TypeError when the first is not what {@link place} gives, or when a layer of the caller's is not a function, or gives nodes that are none
 * @example
 * draw(layout, { theme: "dark", layers: { now: null } })
 */
export function draw(layout: Layout, options: DrawOptions = {}, cache?: DrawCache): Scene {
  const { theme: themeOption, layers: own, idPrefix = "datelines" } = optionsOf(options, "draw()");
  const { arrangement } = ((layout as Layout | null) ?? {}) as Partial<Layout>;
  if (arrangement === undefined) throw mistake("draw()", "what place() gives", layout);
  const layers = own ?? {};
  const { timeline, locale, unit } = arrangement;
  const theme = themeOf(themeOption ?? (unit === "mm" ? "print" : "light"));
  const context: LayerContext = {
    layout,
    theme,
    colorOf: colorIn(theme),
    sentenceOf: (index, lane) => {
      const make = (): string =>
        breakWords(arrangement, index, lane ?? "") +
        eventSentence(timeline.events[index]!, timeline, locale, {
          ...(lane === undefined ? {} : { lane }),
          relative: relativeWords(arrangement, index, lane),
        });
      return cache === undefined ? make() : kept(cache.sentences, `${index} ${lane ?? ""}`, make);
    },
    marks: cache?.marks ?? new Map(),
    laneNode: (lane, make) => {
      const before = cache?.skip(lane) === true ? cache.lanes.get(lane.lane.id) : undefined;
      if (before !== undefined) return before;
      const node = make();
      cache?.lanes.set(lane.lane.id, node);
      return node;
    },
    memo: <T>(part: object, make: () => T): T =>
      cache === undefined ? make() : kept(cache.parts as WeakMap<object, T>, part, make),
  };
  const nodes: SceneNode[] = [];
  for (const [name, layer] of stack(layers, layout.orientation)) {
    const children = layers[name] === undefined ? layer(context) : soundNodes(name, layer(context));
    if (children.length > 0)
      nodes.push({ type: "group", name, key: name, ...(DECORATION.has(name) ? { hidden: true } : {}), children });
  }
  const scene = {
    width: layout.width,
    height: layout.height,
    unit,
    title: arrangement.title === "" ? locale.words.phrases.timeline : arrangement.title,
    description: descriptionOf(layout),
    language: timeline.language,
    direction: arrangement.direction,
    fontFamily: arrangement.type.family,
    idPrefix: /^[A-Za-z][\w-]*$/u.test(idPrefix) ? idPrefix : "datelines",
    roleDescription: locale.words.phrases.timeline,
    nodes: arrangement.direction === "rtl" ? mirror(nodes, layout.width) : nodes,
  };
  return withProblems(scene, () => ({ problems: [...timeline.problems, ...layoutProblems(layout)] }));
}

/** Who draws sixty pictures a second does not ask for them. */
const withProblems = lazy<{ problems: readonly Problem[] }>("problems");

interface Keeper<K, V> {
  get: (key: K) => V | undefined;
  set: (key: K, value: V) => unknown;
}

function kept<K, V>(keeper: Keeper<K, V>, key: K, make: () => V): V {
  let value = keeper.get(key);
  if (value === undefined) keeper.set(key, (value = make()));
  return value;
}

const descriptions = new WeakMap<Arrangement, string>();

/** The summary of a still picture is of its window; that of one that moves, of the window with which it opens. */
function descriptionOf({ arrangement, view }: Layout): string {
  if (arrangement.options.zoomable !== true) return describeWindow({ arrangement, view });
  return kept(descriptions, arrangement, () => describeWindow({ arrangement, view: arrangement.view }));
}

/** The summary of what a window shows. */
export const describeWindow = ({ arrangement, view }: Pick<Layout, "arrangement" | "view">): string => {
  const { timeline, locale, lanes, events, scale } = arrangement;
  return describeTimeline(timeline, locale, { lanes, window: view, scale, events });
};

/** Layers that say nothing a screen reader needs: the events' own names and the description say it. */
const DECORATION: ReadonlySet<string> = new Set([
  "background",
  "nights",
  "notYetKnown",
  "grid",
  "periods",
  "laneRules",
  "breaks",
  "zero",
  "links",
  "now",
  "laneNames",
  "highlight",
  "axis",
]);

function stack(own: NonNullable<DrawOptions["layers"]>, orientation: Layout["orientation"]): [string, Layer][] {
  const all = new Map<string, Layer>(Object.entries(builtIn));
  // Their order stays that of the others.
  if (orientation === "vertical") for (const [name, layer] of Object.entries(vertical)) all.set(name, layer);
  for (const [name, layer] of Object.entries(own)) {
    if (layer === undefined) continue;
    if (layer === null) all.delete(name);
    else if (typeof layer === "function") all.set(name, layer);
    else throw new TypeError(`layers.${name} is not a function`);
  }
  return [...all];
}
