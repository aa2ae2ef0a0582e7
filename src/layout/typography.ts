import type { Font } from "./text.js";

/** Sizes in the picture's units: px on screen, pt in print. */
export interface Typography {
  readonly family: string;
  readonly title: Font;
  readonly standfirst: Font;
  readonly lane: Font;
  readonly label: Font;
  readonly labelBold: Font;
  readonly detail: Font;
  readonly major: Font;
  readonly minor: Font;
  readonly foot: Font;
  readonly footBold: Font;
  /** The smallest type that may be set; below it a problem is reported. */
  readonly floor: number;
  /** Distance of baselines, as a multiple of the size. */
  readonly leading: number;
  /** Height of a dot, and the unit of every small distance. */
  readonly em: number;
}

/** Named first to last: faces whose widths the built-in tables cover, with Kazakh letters wherever the system has them. */
export const FAMILY = '"Noto Sans", Roboto, Inter, "Helvetica Neue", Arial, "Noto Sans Arabic", sans-serif';

/** Type sizes for a medium; print follows newspapers' usual 7 pt floor. */
export function typography(
  unit: "px" | "mm",
  width: number,
  family: string = FAMILY,
  direction: "ltr" | "rtl" = "ltr",
): Typography {
  const font = (size: number, weight = 400): Font => ({ family, weight, size });
  const print = unit === "mm";
  const small = print ? width < 300 : width < 520;
  const label = print ? 7.5 : 12;
  const foot = print ? 7 : 11;
  return {
    family,
    title: font(print ? (small ? 12 : 15) : small ? 19 : 23, 700),
    standfirst: font(print ? 8.5 : 14),
    lane: font(print ? 8 : 12.5, 700),
    label: font(label),
    labelBold: font(label, 700),
    detail: font(print ? 7 : 11),
    major: font(print ? 7.5 : 12, 700),
    minor: font(print ? 7 : 11),
    foot: font(foot),
    footBold: font(foot, 700),
    floor: print ? 7 : 11,
    // Arabic letters reach farther up and down.
    leading: direction === "rtl" ? 1.42 : 1.22,
    em: label,
  };
}

export const lineHeight = (font: Font, type: Typography): number => font.size * type.leading;
