import { problem } from "./problems.js";
import { LONGEST_NAME } from "../model/text.js";
import type { Place } from "../model/types.js";
import { remembered } from "./memo.js";
import { items, listOf, nameOf, namesOf } from "./parts.js";
import type { Draft, Reading, TableContext } from "./reading.js";

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

/** A cell of places, and the region that they were last put in. */
interface PlaceCell {
  readonly names: readonly string[];
  region: string | null;
}

/**
 * Makes the reader of a row's places, or of its regions where it has no place; each is remembered with what it lies in:
 * the one region of the row, or one for each place.
 */
export function placesReader({ head, places }: TableContext): (event: Draft, reading: Reading) => void {
  const { fields } = head.columns;
  const hasPlace = fields.has("place");
  const hasRegion = fields.has("region");
  const cellOf = remembered((text): PlaceCell => ({ names: listOf(text), region: null }));

  const add = (names: readonly string[], region: string, reading: Reading): void => {
    const several = region === "" ? [] : items(region);
    const regions = (several.length === names.length ? several : [region]).map((r) => nameOf(r, "region", reading));
    for (const r of regions) if (r !== "") places.add(r, "");
    for (const [i, name] of names.entries()) {
      const own = (regions.length === 1 ? regions[0] : regions[i]) ?? "";
      const other = places.add(name, name === own ? "" : own);
      if (other === null) continue;
      const message = `In another row “${name}” lies in “${other}”; it can lie in one only`;
      reading.report(problem("W-PLACE-REGION", { value: own, message }), "region");
    }
  };
  if (!hasPlace && !hasRegion) return () => undefined;
  return (event, reading) => {
    const { cell, later } = reading;
    const written = hasPlace ? cell("place") : "";
    const region = hasRegion ? cell("region") : "";
    if (later && written === "-") {
      event.places = null;
      return;
    }
    const text = written === "" ? region : written;
    if (text === "") return;
    if (text.length > LONGEST_NAME || (region !== "" && written !== "")) {
      const names = namesOf(text, written === "" ? "region" : "place", reading);
      if (names.length === 0) return;
      event.places = names;
      add(names, written === "" ? "" : region, reading);
      return;
    }
    const known = cellOf(text);
    if (known.names.length === 0) return;
    event.places = known.names;
    if (known.region === "") return;
    known.region = "";
    add(known.names, "", reading);
  };
}
