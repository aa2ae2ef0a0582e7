/** The cents of a number, as they are written. */
const CENTS = Array.from({ length: 100 }, (_, c) =>
  c === 0 ? "" : c % 10 === 0 ? `.${c / 10}` : c < 10 ? `.0${c}` : `.${c}`,
);

/** A coordinate: two decimals at most, no exponent, no trailing zero, no "-0"; what is not a number becomes 0 rather than break the file. */
export function coordinate(value: number): string {
  const n = Math.round(value * 100);
  if (!(n > 0 && n < Infinity)) return n < 0 && n > -Infinity ? `-${coordinate(-n / 100)}` : "0";
  const cents = n % 100;
  return `${(n - cents) / 100}${CENTS[cents]!}`;
}
