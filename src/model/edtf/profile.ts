/**
 * EDTF that we do not draw, told from what is no EDTF at all: for each reason the form by which it is recognised (only
 * text that could not be read comes here, at most 64 characters of it) and what to write instead.
 */
interface Outside {
  readonly form: RegExp;
  readonly hint: string;
}

const OUTSIDE: readonly Outside[] = [
  { form: /^\{.*\}$/, hint: "{…} is several events: write one for each" },
  { form: /^-?\d{4}S\d|^Y-?\d+(?:E\d+)?S\d/, hint: "Write the years that it may be: [1900..1999] for 1950S2" },
  { form: /^Y-?\d+E\d+/, hint: "Write the year out: Y170000000 for Y17E7" },
  {
    form: /(?:^|[/.[,-])[?~%]-?[\dX]|[\dX][?~%]-[?~%]?[\dX]/,
    hint: "Write ?, ~ or % once, after the whole date: 2004-06-11~",
  },
  {
    form: /^(?=.*X)[-\dX/.?~%]+$/,
    hint: "X stands for the last digits of a year, or for the whole of a day or month: 199X, 2022-01-XX; else write [2022-01-10..2022-01-19]",
  },
  {
    form: /(?:^|[^\d-])-?\d{4}-(?:2[5-9]|3\d|4[01])(?![\d-])/,
    hint: "Write the months: 2022-01/2022-03 for the first quarter",
  },
  { form: /^\.\.\/(?:\.\.)?$|^\/\.\.$/, hint: "Write at least one date: ../2022-01-06" },
];

/** What to write instead of EDTF outside of our profile; undefined for what is no such thing. */
export const outsideProfile = (text: string): string | undefined => OUTSIDE.find(({ form }) => form.test(text))?.hint;
