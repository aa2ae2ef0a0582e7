/** The cents of a number, as they are written. */
const CENTS = Array.from({ length: 100 }, (_, c) =>
  c === 0 ? "" : c % 10 === 0 ? `.${c / 10}` : c < 10 ? `.0${c}` : `.${c}`,
);

/** A coordinate: two decimals at most, no exponent, no trailing zero, no "-0"; what is not a number becomes 0 rather than break the file. */
export function coordinate(value: number): string {
  const n = Math.round(value * 100);
  if (!Number.isFinite(n) || n === 0) return "0";
  if (n < 0) return `-${coordinate(-n / 100)}`;
  const whole = Math.floor(n / 100);
  return String(whole) + CENTS[n - whole * 100]!;
}
