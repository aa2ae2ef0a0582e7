/** Things of which each may lie in one other, by id. */
export interface Forest {
  /**
   * Lays `part` in `whole`; false, and nothing is done, when that would close a circle. Of several wholes of one part
   * the first counts.
   */
  readonly join: (part: string, whole: string) => boolean;
}

/** An empty forest. Joining n times takes nearly n steps (union-find with path halving, Tarjan and van Leeuwen 1984). */
export function forest(): Forest {
  const above = new Map<string, string>();
  const topOf = (id: string): string => {
    let top = id;
    for (let next = above.get(top); next !== undefined; next = above.get(top)) {
      const skipped = above.get(next) ?? next;
      above.set(top, skipped);
      top = skipped;
    }
    return top;
  };
  return {
    join: (part, whole) => {
      const top = topOf(whole);
      if (top === part) return false;
      if (!above.has(part)) above.set(part, top);
      return true;
    },
  };
}
