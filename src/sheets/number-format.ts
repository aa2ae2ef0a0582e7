/** The built-in formats of dates and times (ECMA-376 part 1, 18.8.30); 27–36 and 50–58 are the East Asian ones. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/**
 * Whether a number format shows a date or a time of day. Durations ([h]:mm) are neither: they stay numbers.
 *
 * @param code the format as written, for ids that are not built in
 */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return id !== 46 && isBuiltInDate(id);
  // Only the first section counts, that of positive numbers; quoted and escaped letters are text.
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./gs, "")
    .split(";")[0]!
    .toLowerCase();
  if (/\[(?:h+|m+|s+)\]/.test(bare)) return false;
  const letters = bare.replace(/\[[^\]]*\]/g, "");
  return !letters.includes("general") && /[ymdhs]/.test(letters);
}
