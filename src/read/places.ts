import type { Place } from "../model/types.js";

/** The places that a table names, and what each lies in. */
export interface PlaceIndex {
  /**
   * Adds a place; `region` is "" where none is given. Gives the other region that the place was said to lie in, or null:
   * of two the one that comes first by its letters is kept, whatever the order of the rows.
   */
  readonly add: (name: string, region: string) => string | null;
  readonly list: () => Place[];
}

export function placeIndex(): PlaceIndex {
  const regions = new Map<string, string>();
  return {
    add: (name, region) => {
      const known = regions.get(name);
      if (known === undefined || (known === "" && region !== "")) {
        regions.set(name, region);
        return null;
      }
      if (region === "" || region === known) return null;
      if (region < known) regions.set(name, region);
      return known;
    },
    list: () =>
      Array.from(regions, ([name, region]): Place => ({
        id: idOf(name),
        name,
        ...(region === "" ? {} : { parent: idOf(region) }),
      })),
  };
}

const idOf = (name: string): string => name.replace(/\s+/g, "_");
