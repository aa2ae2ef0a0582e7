/**
 * Labels that stand one under the other beside a vertical axis, in the order of their marks, each as near to its mark as the
 * others let it.
 */

/** What is stacked: where each would like its top to be, and how high it is; in order of time. */
export interface Stacked {
  readonly wish: ArrayLike<number>;
  readonly height: ArrayLike<number>;
  /** How much each wish counts; default: all the same. */
  readonly weight?: ArrayLike<number>;
}

/**
 * Tops with the least weighted sum of squared distances from the wishes, none over another: isotonic regression by pooling adjacent
 * violators (Ayer et al. 1955), in linear time.
 *
 * @param gap free space between two
 * @param walls between what all stand; they must have room there together
 */
export function stack(
  { wish, height, weight }: Stacked,
  gap: number,
  walls?: { readonly from: number; readonly to: number },
): Float64Array {
  const n = wish.length;
  const tops = new Float64Array(n);
  // With the heights before each taken off, to stand in order is to grow.
  const sum = new Float64Array(n);
  const weights = new Float64Array(n);
  const count = new Int32Array(n);
  let blocks = 0;
  let before = 0;
  const offset = new Float64Array(n + 1);
  for (let i = 0; i < n; i++) {
    offset[i] = before;
    let w = weight?.[i] ?? 1;
    let s = (wish[i]! - before) * w;
    let c = 1;
    while (blocks > 0 && sum[blocks - 1]! / weights[blocks - 1]! >= s / w) {
      blocks--;
      s += sum[blocks]!;
      w += weights[blocks]!;
      c += count[blocks]!;
    }
    sum[blocks] = s;
    weights[blocks] = w;
    count[blocks] = c;
    blocks++;
    before += height[i]! + gap;
  }
  offset[n] = before;
  let i = 0;
  for (let b = 0; b < blocks; b++) {
    const z = sum[b]! / weights[b]!;
    // Clamping to bounds that grow with i keeps the optimum (and the order) of an isotonic fit.
    const inside = walls === undefined ? z : Math.max(walls.from, Math.min(z, walls.to - before + gap));
    for (let k = 0; k < count[b]!; k++, i++) tops[i] = inside + offset[i]!;
  }
  return tops;
}

/**
 * The least length of a unit of time at which labels can be stacked with none farther from its wish than `most`.
 *
 * @param at times of the marks, in order
 * @param ahead how far above its mark each label would like to begin
 */
export function leastScale(
  at: ArrayLike<number>,
  ahead: ArrayLike<number>,
  height: ArrayLike<number>,
  gap: number,
  most: number,
): number {
  let scale = 0;
  for (let i = 0; i < at.length; i++) {
    let between = 0;
    for (let j = i + 1; j < at.length; j++) {
      between += height[j - 1]! + gap;
      const over = between - 2 * most + ahead[j]! - ahead[i]!;
      const time = at[j]! - at[i]!;
      if (over > 0 && time > 0 && over > scale * time) scale = over / time;
    }
  }
  return scale;
}
