/**
 * A list in order of a number of its items, those of one number by `compare`. Dealt out into as many buckets as there are
 * items and put in order inside of each (flash sort): numbers that lie about evenly take one pass, not n log n comparisons;
 * those that crowd are sorted where they crowd.
 *
 * @param of never NaN
 * @param compare also tells apart items of different numbers
 */
export function ordered<T>(list: readonly T[], of: (item: T) => number, compare: (a: T, b: T) => number): T[] {
  const n = list.length;
  let [least, most] = [Infinity, -Infinity];
  for (let i = 0; i < n; i++) {
    const v = of(list[i]!);
    if (v < least) least = v;
    if (v > most) most = v;
  }
  const perUnit = (n - 1) / (most - least);
  if (n < FEW || !(perUnit > 0 && perUnit < Infinity)) return [...list].sort(compare);
  const bucket = (item: T): number => Math.floor((of(item) - least) * perUnit);
  /** Where each bucket begins, and at its end the next. */
  const begins = new Uint32Array(n + 1);
  for (let i = 0; i < n; i++) begins[bucket(list[i]!) + 1]!++;
  for (let b = 1; b <= n; b++) begins[b]! += begins[b - 1]!;
  const out = new Array<T>(n);
  for (let i = 0; i < n; i++) out[begins[bucket(list[i]!)]!++] = list[i]!;
  let begin = 0;
  for (let b = 0; b < n; b++) {
    const end = begins[b]!;
    if (end - begin > FEW) {
      const part = out.slice(begin, end).sort(compare);
      for (let i = 0; i < part.length; i++) out[begin + i] = part[i]!;
    } else
      for (let i = begin + 1; i < end; i++) {
        const item = out[i]!;
        let k = i;
        for (; k > begin && compare(out[k - 1]!, item) > 0; k--) out[k] = out[k - 1]!;
        out[k] = item;
      }
    begin = end;
  }
  return out;
}

/** As many are put in order one by one. */
const FEW = 16;
