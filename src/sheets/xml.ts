import { SaxesParser } from "saxes";

export interface Handlers {
  /** `name` without its prefix; attributes with theirs, as written. */
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Reads XML from beginning to end. Entities of a DTD are not known, so none is expanded. @throws for what is not well-formed */
export function scanXml(text: string, { open, text: onText, close }: Handlers): void {
  const parser = new SaxesParser({ position: false });
  parser.on("doctype", () => parser.fail("no document type is allowed"));
  // Without the option "xmlns", attributes are plain strings.
  if (open)
    parser.on("opentag", ({ name, attributes }) => open(local(name), attributes as Readonly<Record<string, string>>));
  if (onText) {
    parser.on("text", onText);
    parser.on("cdata", onText);
  }
  if (close) parser.on("closetag", ({ name }) => close(local(name)));
  parser.write(text).close();
}

const local = (name: string): string => name.slice(name.indexOf(":") + 1);
