import { DAY_MS } from "../model/calendar.js";
import { resolveTime } from "../model/time.js";

/** Days remembered; a table has far fewer. */
const MOST = 50_000;

/**
 * The first moment of plain ISO text, a day or a minute of one ("2022-01-05", "2022-01-05T18:50"), in a zone. NaN for
 * anything else, for midnight, and for days on which a clock changes: those want a closer look, and may be dates all the same. Most
 * cells of most tables are such text, and this is much faster than reading each.
 */
export function isoMoments(zone: string | undefined): (text: string) => number {
  const days = new Map<number, number>();
  const beginOf = (text: string, key: number): number => {
    if (days.size >= MOST) days.clear();
    const r = resolveTime(text.slice(0, 10), { zone });
    const { startMin, endMax } = r.ok && r.problems === undefined ? r.value : { startMin: null, endMax: null };
    const begin = startMin !== null && endMax !== null && endMax - startMin === DAY_MS ? startMin : NaN;
    days.set(key, begin);
    return begin;
  };
  return (text) => {
    const n = text.length;
    if ((n !== 10 && n !== 16) || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return NaN;
    const key = (two(text, 0) * 100 + two(text, 2)) * 10_000 + two(text, 5) * 100 + two(text, 8);
    if (!(key >= 0)) return NaN;
    const begin = days.get(key) ?? beginOf(text, key);
    if (n === 10) return begin;
    const hour = two(text, 11);
    const minute = two(text, 14);
    const minutes = hour * 60 + minute;
    return text.charCodeAt(10) === T && text.charCodeAt(13) === COLON && hour < 24 && minute < 60 && minutes > 0
      ? begin + minutes * 60_000
      : NaN;
  };
}

const HYPHEN = 45;
const COLON = 58;
const T = 84;

/** Two digits as a number; NaN when they are none. */
function two(text: string, at: number): number {
  const a = text.charCodeAt(at) - 48;
  const b = text.charCodeAt(at + 1) - 48;
  return a >= 0 && a < 10 && b >= 0 && b < 10 ? a * 10 + b : NaN;
}
