/**
 * EDTF that we do not draw, told from what is no EDTF at all: for each reason the form by which it is recognised (only
 * text that could not be read comes here, at most 64 characters of it) and what to write instead.
 */
const OUTSIDE: readonly (readonly [form: RegExp, hint: string])[] = [
  [/^\{.*\}$/, "Write an event for each"],
  [/^(?:Y-?\d+(?:E\d+)?|-?\d{4})S\d/, "Write the years: [1900..1999] for 1950S2"],
  [/^Y-?\d+E\d+/, "Write the year out: Y170000000 for Y17E7"],
  [/(?:^|[/.[,-])[?~%]-?[\dX]|[\dX][?~%]-[?~%]?[\dX]/, "Write ?, ~ or % once, after the date: 2004-06-11~"],
  [/^(?=.*X)[-\dX/.?~%]+$/, "Write 199X, 2022-XX, 2022-01-XX, or the bounds: [2022-01-10..2022-01-19]"],
  [/(?:^|[^\d-])-?\d{4}-(?:2[5-9]|3\d|4[01])(?![\d-])/, "Write the months: 2022-01/2022-03"],
  [/^\.\.\/(?:\.\.)?$|^\/\.\.$/, "Write at least one date: ../2022-01-06"],
];

/** What to write instead of EDTF outside of our profile; undefined for what is no such thing. */
export const outsideProfile = (text: string): string | undefined => OUTSIDE.find(([form]) => form.test(text))?.[1];
