/** A coordinate: two decimals at most, no exponent, no trailing zero, no "-0"; what is not a number becomes 0 rather than break the file. */
export function coordinate(value: number): string {
  const n = Math.round(value * 100);
  if (!Number.isFinite(n) || n === 0) return "0";
  if (n % 100 === 0) return String(n / 100);
  const sign = n < 0 ? "-" : "";
  const abs = Math.abs(n);
  const cents = abs % 100;
  return `${sign}${(abs - cents) / 100}.${cents % 10 === 0 ? cents / 10 : cents < 10 ? `0${cents}` : cents}`;
}
