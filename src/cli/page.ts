import type { Arrangement } from "../layout/arrange.js";
import { escapeAttribute, escapeText } from "../paint/escape.js";

/** A whole page around a fragment: valid, readable without styles, under the strictest content security policy. */
export function htmlPage({ title, locale, timeline, direction }: Arrangement, fragment: string): string {
  const name = title === "" ? locale.words.phrases.timeline : title;
  return `<!doctype html>
<html lang="${escapeAttribute(timeline.language)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(name)}</title>
</head>
<body>
${fragment}</body>
</html>
`;
}
