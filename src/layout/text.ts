/** Width of one line of text in the units of `size`. Pure: the same everywhere, never the DOM. */
export type TextMeasurer = (text: string, font: Font) => number;
export interface Font {
  /** CSS font-family list. */
  readonly family: string;
  /** 400 or 700. */
  readonly weight: number;
  readonly size: number;
}
