/** What XML 1.0 cannot hold: control characters, lone surrogates, U+FFFE and U+FFFF. */
const ILLEGAL =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** All that needs a second look; most text has none of it. */
const SPECIAL = /[\u0000-\u001f"&'<>\u007f-\u009f\ud800-\udfff\ufffe\uffff]/;

/** Text between tags. */
export function escapeText(text: string): string {
  if (!SPECIAL.test(text)) return text;
  const clean = text.replace(ILLEGAL, "");
  return /[&<>]/.test(clean) ? clean.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;") : clean;
}

/** The value of an attribute in double quotes. */
export function escapeAttribute(value: string): string {
  if (!SPECIAL.test(value)) return value;
  const text = escapeText(value);
  return /["'\t\n\r]/.test(text)
    ? text
        .replace(/"/g, "&quot;")
        .replace(/'/g, "&#39;")
        .replace(/\t/g, "&#9;")
        .replace(/\n/g, "&#10;")
        .replace(/\r/g, "&#13;")
    : text;
}
