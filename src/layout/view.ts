/** What is seen: a stretch of time and the width of the picture. An immutable value; pan, zoom and fit are functions of it. */
export interface View {
  /** ms */
  readonly from: number;
  readonly to: number;
  /** Of the whole picture, in its units (px, or pt in print). */
  readonly width: number;
}

/** Maps time to x between two positions. */
export interface TimeAxis {
  readonly from: number;
  readonly to: number;
  readonly x0: number;
  readonly x1: number;
}

export const toX = (axis: TimeAxis, ms: number): number =>
  axis.x0 + ((ms - axis.from) / (axis.to - axis.from)) * (axis.x1 - axis.x0);

/** Same as {@link toX}, kept inside the axis. */
export const toXInside = (axis: TimeAxis, ms: number): number => Math.min(axis.x1, Math.max(axis.x0, toX(axis, ms)));
