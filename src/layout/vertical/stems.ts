/** A line from a mark to its label: y at which it leaves the mark, and at which it arrives. */
export interface Led {
  readonly anchor: number;
  readonly beside: number;
}

/** Where lines may go up and down. */
export interface StemRoom {
  readonly x0: number;
  readonly x1: number;
  readonly em: number;
}

/** Lines that leave at the same y, within this in px, are one until they part. */
const SAME = 0.5;
/** What goes so much farther down or up than across, or so many lines from one place, is hard to follow aslant. */
const STEEP = 3;
export const FAN = 3;
/** Distance of two stems, in em: at the least, and where there is room; of the end of one from what passes it. */
const LEAST = 0.22;
const PITCH = 0.4;
const CLEAR = 0.3;

interface Stem {
  readonly anchor: number;
  readonly first: number;
  last: number;
  /** y of its labels: of the first and of the last. */
  readonly top: number;
  bottom: number;
}

/**
 * Where lines are steep or many leave one moment, they go straight out, along a stem, and straight to their labels; those of
 * one moment share a stem. Stems that pass each other's lines stand in the order in which none crosses another: of those
 * that go up the later ones, of those that go down the earlier ones, nearer to the labels (opo-leaders of boundary
 * labelling, Bekos et al. 2007). Where there is no room for so many, all that hang together stay aslant.
 *
 * @param lines in the order of the labels, which is that of the marks
 * @returns x of the stem of each; null for what goes aslant
 */
export function stems(lines: readonly Led[], room: StemRoom): (number | null)[] {
  const found = new Array<number | null>(lines.length).fill(null);
  const all: Stem[] = [];
  lines.forEach(({ anchor, beside }, k) => {
    const last = all.at(-1);
    if (last !== undefined && anchor - last.anchor < SAME) {
      last.last = k;
      last.bottom = beside;
    } else all.push({ anchor, first: k, last: k, top: beside, bottom: beside });
  });
  for (let from = 0; from < all.length;) {
    let to = from + 1;
    let end = endOf(all[from]!);
    while (to < all.length && startOf(all[to]!) < end + CLEAR * room.em) end = Math.max(end, endOf(all[to++]!));
    setCluster(all.slice(from, to), room, found);
    from = to;
  }
  return found;
}

const startOf = ({ anchor, top }: Stem): number => Math.min(anchor, top);
const endOf = ({ anchor, bottom }: Stem): number => Math.max(anchor, bottom);

/** Stems for all of those that hang together, or for none. */
function setCluster(cluster: readonly Stem[], { x0, x1, em }: StemRoom, found: (number | null)[]): void {
  const steep = (s: Stem): boolean =>
    s.last - s.first + 1 >= FAN || Math.max(s.anchor - s.top, s.bottom - s.anchor) > STEEP * (x1 - x0);
  if (!cluster.some(steep)) return;
  const levels = levelsOf(cluster, CLEAR * em);
  const deep = Math.max(...levels);
  const pitch = deep === 0 ? 0 : Math.min(PITCH * em, (x1 - x0) / deep);
  if (deep > 0 && pitch < LEAST * em) return;
  cluster.forEach(({ first, last }, k) => {
    for (let i = first; i <= last; i++) found[i] = x1 - (deep - levels[k]!) * pitch;
  });
}

/** The least order of stems from the left in which no line crosses another. */
function levelsOf(cluster: readonly Stem[], clear: number): number[] {
  const levels = new Array<number>(cluster.length).fill(-1);
  const levelOf = (j: number): number => {
    if (levels[j]! >= 0) return levels[j]!;
    const own = cluster[j]!;
    let level = 0;
    // It goes up past where an earlier one leaves its mark, or down past where a later one does.
    for (let i = j - 1; i >= 0; i--) if (own.top <= cluster[i]!.anchor + clear) level = Math.max(level, levelOf(i) + 1);
    for (let k = j + 1; k < cluster.length; k++)
      if (own.bottom >= cluster[k]!.anchor - clear) level = Math.max(level, levelOf(k) + 1);
    return (levels[j] = level);
  };
  return cluster.map((_, j) => levelOf(j));
}
