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

/** What {@link toX} works out from an axis, kept for many times. */
export interface Scale {
  readonly from: number;
  readonly x0: number;
  /** In time, and in x. */
  readonly length: number;
  readonly width: number;
}

export const scaleOf = ({ from, to, x0, x1 }: TimeAxis): Scale => ({ from, x0, length: to - from, width: x1 - x0 });

export const scaled = ({ from, x0, length, width }: Scale, ms: number): number => x0 + ((ms - from) / length) * width;

/** Same as {@link toX}, kept inside the axis. */
export const toXInside = (axis: TimeAxis, ms: number): number => Math.min(axis.x1, Math.max(axis.x0, toX(axis, ms)));
