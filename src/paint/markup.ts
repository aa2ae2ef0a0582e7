import { escapeAttribute, escapeText } from "./escape.js";

/** A piece of a page as data: text, or an element with attributes and children. Never a string of markup. */
export type Markup = string | MarkupElement | null;
export interface MarkupElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: readonly Markup[];
}

export const element = (
  name: string,
  attributes: MarkupElement["attributes"],
  ...children: readonly Markup[]
): MarkupElement => ({ name, attributes, children });

/** Markup as HTML; `raw` gives the text of elements that are written already (the picture). */
export function writeMarkup(markup: Markup, raw: ReadonlyMap<Markup, string> = new Map()): string {
  if (markup === null) return "";
  if (typeof markup === "string") return escapeText(markup);
  const written = raw.get(markup);
  if (written !== undefined) return written;
  let html = `<${markup.name}`;
  for (const [name, value] of Object.entries(markup.attributes))
    if (value !== undefined) html += ` ${name}="${escapeAttribute(value)}"`;
  html += ">";
  for (const child of markup.children) html += writeMarkup(child, raw);
  return `${html}</${markup.name}>`;
}
