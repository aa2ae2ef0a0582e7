import type { Timeline } from "../model/resolved.js";
import { toLocal, zoneOffset } from "../model/zone.js";
import { formatInstant } from "./format-time.js";
import { count, fill } from "./phrases.js";
import type { Locale } from "./types.js";

/** The name readers know a zone by: a place of the document in that zone, or the city in the zone's name. */
function zoneName(zone: string, { places: all }: Pick<Timeline, "places">): string {
  const places = [...all.values()].filter((p) => p.zone === zone);
  const city = zone.split("/").at(-1)!.replace(/_/g, " ");
  const same = places.find((p) => p.name === city || p.id === city.toLowerCase());
  // The most particular place: a town rather than its country.
  const deepest = places.filter((p) => !places.some((q) => q.parent === p.id)).at(0);
  return (same ?? deepest)?.name ?? city;
}

const offsetName = (minutes: number): string => {
  const abs = Math.abs(minutes);
  const sign = minutes < 0 ? "−" : "+";
  return minutes === 0
    ? "UTC"
    : `UTC${sign}${Math.floor(abs / 60)}${abs % 60 === 0 ? "" : `:${String(abs % 60).padStart(2, "0")}`}`;
};

/** "Almaty time, UTC+6; Aktau is 1 hour behind"; empty when all is plain UTC, or when no time of day is in play. */
export function zoneNote(
  timeline: Timeline,
  locale: Locale,
  { from, to }: { readonly from: number; readonly to: number },
): string {
  const { zone } = timeline;
  if (to - from > 200 * 864e5) return "";
  const middle = (from + to) / 2;
  const offset = zoneOffset(zone, middle);
  const { phrases, counted } = locale.words;
  const zones = new Set<string>();
  let last = "";
  for (let i = 0; i < timeline.events.length; i++) {
    const own = timeline.events[i]!.span.zone;
    if (own === last) continue;
    zones.add(own);
    last = own;
  }
  const others = [...zones].filter((z) => z.includes("/") && zoneOffset(z, middle) !== offset).sort();
  if (zone === "UTC" && others.length === 0)
    return timeline.events.some((e) => e.span.precision === "minute" || e.span.precision === "second") ? "UTC" : "";
  const main =
    zone === "UTC" ? "UTC" : fill(phrases.timeIn, { place: zoneName(zone, timeline), offset: offsetName(offset) });
  const notes = others.slice(0, 3).map((z) => {
    const difference = zoneOffset(z, middle) - offset;
    const hours = count(counted.hours, Math.abs(difference) / 60, locale);
    return fill(difference > 0 ? phrases.zoneAhead : phrases.zoneBehind, {
      places: zoneName(z, timeline),
      difference: hours,
    });
  });
  return [main, ...notes].join(locale.semicolon);
}

/** "13:50 Paris": a moment in a zone that is not that of the axis says which; it is not torn apart at the end of a line. */
export function momentIn(
  ms: number,
  zone: string,
  { style, timeline, locale }: { style: "time" | "both"; timeline: Pick<Timeline, "zone" | "places">; locale: Locale },
): string {
  const said = formatInstant(ms, { locale, zone, style });
  if (zoneOffset(zone, ms) === zoneOffset(timeline.zone, ms)) return said;
  const name = zone.includes("/") ? zoneName(zone, timeline) : offsetName(zoneOffset(zone, ms));
  return `${said}\u00a0${name.replace(/ /g, "\u00a0")}`;
}

/** "As known 6 January 2022, 18:50 in Almaty (13:50 Paris)"; empty when the document does not say. */
export function asKnownLine(timeline: Timeline, locale: Locale): string {
  const { asOf, asOfZone, zone } = timeline;
  if (asOf === null) return "";
  const { dates, words } = locale;
  const p = toLocal(asOf, zone);
  const date = `${dates.dayYear(p.day, p.month - 1, p.year, "long")}${locale.comma}${dates.time(p.hour, p.minute)}`;
  if (asOfZone === undefined || zoneOffset(asOfZone, asOf) === zoneOffset(zone, asOf))
    return fill(words.phrases.asKnown, { date });
  const both = fill(words.phrases.asKnownIn, {
    date,
    place: zoneName(zone, timeline),
    other: momentIn(asOf, asOfZone, { style: "time", timeline, locale }),
  });
  return fill(words.phrases.asKnown, { date: both });
}
