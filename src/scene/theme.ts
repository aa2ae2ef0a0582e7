/** Colours and line widths, as literal values: both painters write them as attributes. Colours are #rrggbb. */
export interface Theme {
  readonly name: string;
  /** "none" leaves the page's own. */
  readonly background: string;
  readonly ink: string;
  /** For secondary text: 4.5:1 on the background. */
  readonly muted: string;
  readonly grid: string;
  readonly laneRule: string;
  readonly night: string;
  readonly hatch: string;
  readonly accent: string;
  readonly link: string;
  /** 3:1 on the background and on `night`, told apart by readers with any colour vision; always used with a shape. */
  readonly palette: readonly string[];
  readonly other: string;
  /** Line widths, in the picture's units. */
  readonly hairline: number;
  readonly line: number;
  readonly outline: number;
}

/** Hues after Okabe and Ito (2008), darkened or lightened to 3:1 on their background. */
const LIGHT = ["#0068a8", "#c14b00", "#00795a", "#a23f7b", "#7a6200", "#5b4bb0", "#a8323a", "#3d6b73"];
const DARK = ["#6cb8f0", "#f59a56", "#3fd0a8", "#ec9bcb", "#e4ca52", "#b3a6ff", "#ff9c94", "#a9d0d8"];

export const light: Theme = {
  name: "light",
  background: "#ffffff",
  ink: "#1a1a1a",
  muted: "#5a5a5a",
  grid: "#e4e4e4",
  laneRule: "#c9c9c9",
  night: "#f5f5f3",
  hatch: "#d2d2d2",
  accent: "#a11d1d",
  link: "#6e6e6e",
  palette: LIGHT,
  other: "#666666",
  hairline: 0.75,
  line: 1.25,
  outline: 1.5,
};

export const dark: Theme = {
  name: "dark",
  background: "#16181c",
  ink: "#f0f0ee",
  muted: "#b4b8be",
  grid: "#2c3036",
  laneRule: "#474c54",
  night: "#1c1f24",
  hatch: "#3c4148",
  accent: "#ff9c94",
  link: "#a0a6ae",
  palette: DARK,
  other: "#b0b0b0",
  hairline: 0.75,
  line: 1.25,
  outline: 1.5,
};

/** For paper: no background, finer lines (pt; never under a quarter point), type in the black alone. */
export const print: Theme = {
  ...light,
  name: "print",
  background: "none",
  ink: "#000000",
  muted: "#3c3c3c",
  grid: "#dcdcdc",
  laneRule: "#a8a8a8",
  night: "#f4f4f4",
  hatch: "#c4c4c4",
  accent: "#000000",
  link: "#4a4a4a",
  hairline: 0.35,
  line: 0.75,
  outline: 0.9,
};

/** One ink. Four greys about equally far apart on newsprint; beyond them shapes alone tell. */
export const mono: Theme = {
  ...print,
  name: "mono",
  palette: ["#000000", "#6b6b6b", "#333333", "#8a8a8a", "#000000", "#6b6b6b", "#333333", "#8a8a8a"],
  other: "#6b6b6b",
};

export const themes = { light, dark, print, mono } as const;
export type ThemeName = keyof typeof themes;

const COLOR = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/iu;

/**
 * A theme by name, or a built-in one with some values changed. A value that is not a colour of the form #rgb or #rrggbb
 * (or "none" for the background), or not a positive width, is left as it was.
 */
export function themeOf(
  theme: ThemeName | (Partial<Theme> & { readonly base?: ThemeName | undefined }) = "light",
): Theme {
  if (typeof theme === "string") return Object.hasOwn(themes, theme) ? themes[theme] : light;
  const base = themeOf(theme.base ?? "light");
  const color = (v: unknown, fallback: string): string =>
    typeof v === "string" && COLOR.test(v) ? v.toLowerCase() : fallback;
  const width = (v: unknown, fallback: number): number => (typeof v === "number" && v > 0 && v < 20 ? v : fallback);
  const palette =
    Array.isArray(theme.palette) && theme.palette.length > 0
      ? theme.palette.map((c, i) => color(c, base.palette[i % base.palette.length]!))
      : base.palette;
  return {
    name: base.name,
    background: theme.background === "none" ? "none" : color(theme.background, base.background),
    ink: color(theme.ink, base.ink),
    muted: color(theme.muted, base.muted),
    grid: color(theme.grid, base.grid),
    laneRule: color(theme.laneRule, base.laneRule),
    night: color(theme.night, base.night),
    hatch: color(theme.hatch, base.hatch),
    accent: color(theme.accent, base.accent),
    link: color(theme.link, base.link),
    palette,
    other: color(theme.other, base.other),
    hairline: width(theme.hairline, base.hairline),
    line: width(theme.line, base.line),
    outline: width(theme.outline, base.outline),
  };
}
