/**
 * From which scale each label of a vertical picture shows. A label may stand up to `most` away from where it would like to;
 * labels that find room so at one scale find it at every larger one, since their marks only move apart. So nothing that
 * shows is hidden by zooming in, and the order never changes.
 */
export interface Levels {
  /**
   * Seats the label of an event after those of more important ones.
   *
   * @returns units per ms from which it shows; infinite where it never finds room
   */
  readonly add: (i: number) => number;
  /** Events that come from now on show only at a larger scale than this. */
  readonly close: (scale: number) => void;
}

export interface LevelOptions {
  /** Times of the marks, in order. */
  readonly at: ArrayLike<number>;
  /** How far above its mark a label would like to begin, and how high it is. */
  readonly ahead: (i: number) => number;
  readonly height: (i: number) => number;
  readonly gap: number;
  readonly most: number;
  /** Units per ms with which the picture opens. */
  readonly scale: number;
}

/** Scales are told apart by half octaves, from so many below that of the opening to so many above. */
const BELOW = 24;
const ABOVE = 56;
const NEVER = 255;
const LEVELS = BELOW + ABOVE + 1;

export const scaleOfLevel = (level: number, scale: number): number => scale * 2 ** ((level - BELOW) / 2);

export function levels({ at: times, ahead: aheadOf, height: heightOf, gap, most, scale }: LevelOptions): Levels {
  // Each is looked at millions of times where there are thousands of events; known from when it is seated.
  const at = Float64Array.from(times);
  const ahead = new Float64Array(at.length);
  const height = new Float64Array(at.length);
  const first = new Uint8Array(at.length).fill(NEVER);
  let highest = 0;
  let lowest = 0;

  /** Whether a label has room among those that show at a level. */
  function fits(k: number, level: number): boolean {
    const s = scaleOfLevel(level, scale);
    const own = ahead[k]! - s * at[k]!;
    let least = own;
    let largest = own;
    let before = 0;
    let next = s * at[k]! - ahead[k]!;
    for (let i = k - 1; i >= 0; i--) {
      // What is so far off cannot matter, whatever its height.
      if (next - s * at[i]! >= 2 * most + highest + gap) break;
      if (first[i]! > level) continue;
      const wish = s * at[i]! - ahead[i]!;
      const h = height[i]! + gap;
      if (next - wish >= 2 * most + h) break;
      before -= h;
      if (before - wish < least) least = before - wish;
      // What lies farther off only makes it worse.
      if (largest - least > 2 * most) return false;
      next = wish;
    }
    let after = height[k]! + gap;
    let last = s * at[k]! - ahead[k]!;
    let h = after;
    for (let j = k + 1; j < at.length; j++) {
      if (s * at[j]! - last >= 2 * most + 2 * highest + gap) break;
      if (first[j]! > level) continue;
      const wish = s * at[j]! - ahead[j]!;
      if (wish - last >= 2 * most + h) break;
      if (after - wish > largest) largest = after - wish;
      if (largest - least > 2 * most) return false;
      h = height[j]! + gap;
      after += h;
      last = wish;
    }
    return true;
  }

  return {
    add: (k) => {
      ahead[k] = aheadOf(k);
      height[k] = heightOf(k);
      // A label that is to begin far from its mark is met as if it were so much higher.
      highest = Math.max(highest, height[k]!, Math.abs(ahead[k]!) + height[k]!);
      let level = LEVELS - 1;
      if (!fits(k, level)) return Infinity;
      while (level > lowest && fits(k, level - 1)) level--;
      first[k] = level;
      return level === 0 ? 0 : scaleOfLevel(level, scale);
    },
    close: (s) => {
      lowest = Math.max(lowest, Math.ceil(BELOW + 2 * Math.log2(s / scale)));
    },
  };
}
