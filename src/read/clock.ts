const two = (n: number): string => String(n).padStart(2, "0");

/**
 * "1:50 p.m.", "18h50", "13:50:00 +0600" as EDTF's T13:50; empty for no time; null for what is none.
 *
 * @example
 * clockText("1:50 p.m.") // "T13:50"
 */
export function clockText(text: string): string | null {
  const t = text
    .trim()
    .toLowerCase()
    .replace(/\./g, "")
    .replace(/^(?:at|um|à|в)\s+/, "");
  if (t === "") return "";
  if (t === "noon") return "T12:00";
  if (t === "midnight") return "T00:00";
  const m =
    /^(\d{1,2})(?:[:h](\d{2})(?::(\d{2}))?)?\s*(am|pm|uhr|ч)?(?:\s*(z|utc?|gmt|[+-]\d{2}:?\d{2})(?:\s*\([a-z ]{1,30}\))?)?$/.exec(
      t,
    );
  if (!m || (m[2] === undefined && m[4] === undefined)) return null;
  let h = Number(m[1]);
  if (m[4] === "am" || m[4] === "pm") {
    if (h < 1 || h > 12) return null;
    h = (h % 12) + (m[4] === "pm" ? 12 : 0);
  }
  if (h > 24) return null;
  return `T${two(h)}:${m[2] ?? "00"}${m[3] === undefined ? "" : `:${m[3]}`}${offset(m[5])}`;
}

/** RFC 5322 writes zero as any of these. */
const offset = (zone: string | undefined): string =>
  zone === undefined ? "" : /^[a-z]/.test(zone) || /^-00:?00$/.test(zone) ? "Z" : zone;
