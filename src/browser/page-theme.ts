import { isColor } from "../model/text.js";
import { themeOf, themes, type Theme, type ThemeName } from "../scene/theme.js";
import type { ChartOptions } from "./options.js";

type ColorName = Exclude<keyof Theme, "name" | "palette" | "hairline" | "line" | "outline">;
/** The tokens of a page's style sheet, and what of a theme they stand for. */
const TOKENS: Readonly<Record<string, ColorName>> = {
  "--datelines-background": "background",
  "--datelines-ink": "ink",
  "--datelines-muted": "muted",
  "--datelines-grid": "grid",
  "--datelines-lane-rule": "laneRule",
  "--datelines-night": "night",
  "--datelines-hatch": "hatch",
  "--datelines-accent": "accent",
  "--datelines-link": "link",
  "--datelines-other": "other",
};
/** "--datelines-color-1" … are the colours of the categories. */
const COLORS = 8;

/**
 * The theme of a live picture: the option's, or light or dark as the page is, with what the page's style sheet says in
 * custom properties. Values stay attributes, so that the picture is the same when it is taken out of the page.
 */
export function pageTheme(element: Element, option: ChartOptions["theme"], dark: boolean): Theme {
  const name: ThemeName = dark ? "dark" : "light";
  const base = themeOf(option === undefined || option === null || option === "auto" ? name : option);
  const view = element.ownerDocument.defaultView;
  if (view === null) return base;
  const style = view.getComputedStyle(element);
  const read = (token: string): string | undefined => hex(style.getPropertyValue(token).trim());
  const own: Partial<Record<ColorName, string>> = {};
  for (const [token, key] of Object.entries(TOKENS)) {
    const value = read(token);
    if (value !== undefined) own[key] = value;
  }
  const palette = Array.from(
    { length: COLORS },
    (_, i) => read(`--datelines-color-${i + 1}`) ?? base.palette[i % base.palette.length]!,
  );
  const given = palette.some((c, i) => c !== base.palette[i % base.palette.length]);
  if (Object.keys(own).length === 0 && !given) return base;
  return { ...themeOf({ ...base, ...own, base: baseName(base) }), name: base.name, ...(given ? { palette } : {}) };
}

const baseName = ({ name }: Theme): ThemeName => (Object.hasOwn(themes, name) ? (name as ThemeName) : "light");

/** #rgb, #rrggbb, rgb(r g b) or rgb(r, g, b), or "none"; undefined for what is not set or is no such colour. */
function hex(value: string): string | undefined {
  if (value === "none" || value === "transparent") return "none";
  if (isColor(value)) return value.toLowerCase();
  const parts = /^rgb\((\d{1,3})[, ]+(\d{1,3})[, ]+(\d{1,3})\)$/.exec(value)?.slice(1).map(Number);
  if (parts === undefined || parts.some((p) => p > 255)) return undefined;
  return `#${parts.map((p) => p.toString(16).padStart(2, "0")).join("")}`;
}

/** What to put under something that stands over the picture. */
export const paperOf = ({ theme }: { readonly theme: Theme }): string =>
  theme.background === "none" ? "Canvas" : theme.background;

/** Whether the page is dark where an element stands: by the colour scheme it uses, or by the reader's wish. */
export function isDark(element: Element): boolean {
  const view = element.ownerDocument.defaultView;
  if (view === null) return false;
  const scheme = view.getComputedStyle(element).colorScheme;
  if (scheme === undefined || scheme === "" || scheme === "normal") return false;
  if (!scheme.includes("dark")) return false;
  if (!scheme.includes("light")) return true;
  return typeof view.matchMedia === "function" && view.matchMedia("(prefers-color-scheme: dark)").matches;
}
