import { STYLES } from "../paint/style-sheet.js";

const sheets = new WeakMap<object, { readonly sheet: CSSStyleSheet; users: number }>();

/**
 * Adopts the style sheet in the document or shadow root that holds an element; the last user of a root takes it away.
 * Constructed sheets are allowed under the strictest content security policy.
 */
export function adoptStyles(root: Document | ShadowRoot): () => void {
  const view = (root.ownerDocument ?? (root as Document)).defaultView;
  if (view === null || !("adoptedStyleSheets" in root) || typeof view.CSSStyleSheet !== "function")
    return () => undefined;
  let entry = sheets.get(root);
  // A root that has gone to another document has lost the sheets of the one before.
  if (entry === undefined || !root.adoptedStyleSheets.includes(entry.sheet)) {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(STYLES);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    sheets.set(root, (entry = { sheet, users: 0 }));
  }
  const mine = entry;
  mine.users++;
  let done = false;
  return () => {
    if (done) return;
    done = true;
    if (--mine.users > 0) return;
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((s) => s !== mine.sheet);
    if (sheets.get(root) === mine) sheets.delete(root);
  };
}
