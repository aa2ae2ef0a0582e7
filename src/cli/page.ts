import type { Arrangement } from "../layout/arrange.js";
import { STYLES } from "../paint/style-sheet.js";
import { escapeAttribute, escapeText } from "../paint/escape.js";

/** A whole page around a fragment: valid, and readable where a content security policy takes its style sheet away. */
export function htmlPage({ title, locale, timeline, direction }: Arrangement, fragment: string): string {
  const name = title === "" ? locale.words.phrases.timeline : title;
  return `<!doctype html>
<html lang="${escapeAttribute(timeline.language)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(name)}</title>
<style>
body { max-width: 1100px; margin: 24px auto; padding: 0 16px; }
${STYLES.trim()}
</style>
</head>
<body>
${fragment}</body>
</html>
`;
}
