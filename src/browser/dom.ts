import { SVG } from "../paint/root.js";

/** Attributes and properties of a new element: `on…` are listeners, true and false set or leave out an attribute. */
export type Attributes = Readonly<
  Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>
>;
export type Child = Node | string | null | undefined | false;

/** Makes elements for one document. Strings become text, never markup. */
export type Make = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes?: Attributes,
  ...children: readonly Child[]
) => HTMLElementTagNameMap[K];

/**
 * @example
 * const h = maker(document);
 * h("button", { type: "button", onclick: () => close() }, "Close");
 */
export const maker =
  (doc: Document): Make =>
  (name, attributes = {}, ...children) => {
    const element = doc.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (typeof value === "function") element.addEventListener(key.slice(2), value);
      else if (value === true) element.setAttribute(key, "");
      else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, String(value));
    }
    for (const child of children) if (child !== null && child !== undefined && child !== false) element.append(child);
    return element;
  };

/** An element of a picture. */
export function svgElement<K extends keyof SVGElementTagNameMap>(
  doc: Document,
  name: K,
  attributes: Readonly<Record<string, string>> = {},
): SVGElementTagNameMap[K] {
  const element = doc.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/** Strokes of the controls' icons, on a square of 16. */
const ICONS = {
  plus: "M8 3V13M3 8H13",
  minus: "M3 8H13",
  home: "M2.5 8L8 3L13.5 8M4 7V13H12V7",
  earlier: "M10 3L5 8L10 13",
  later: "M6 3L11 8L6 13",
  table: "M2.5 3.5H13.5V12.5H2.5ZM2.5 6.5H13.5M2.5 9.5H13.5M6.5 3.5V12.5",
  filter: "M2.5 3.5H13.5L9.5 8.5V13L6.5 11.5V8.5Z",
  download: "M8 2.5V10M4.5 7L8 10.5L11.5 7M3 13.5H13",
  help: "M5.5 6C5.5 2.5 10.5 2.5 10.5 5.8C10.5 8 8 7.8 8 10M8 12.4V13.2",
  close: "M4 4L12 12M12 4L4 12",
  fit: "M2.5 4V12M13.5 4V12M4.5 8H11.5M6.5 6L4.5 8L6.5 10M9.5 6L11.5 8L9.5 10",
} as const;
export type IconName = keyof typeof ICONS;

export function icon(doc: Document, name: IconName): SVGSVGElement {
  const svg = svgElement(doc, "svg", {
    viewBox: "0 0 16 16",
    width: "16",
    height: "16",
    "aria-hidden": "true",
    class: `datelines-icon datelines-icon-${name}`,
  });
  svg.append(svgElement(doc, "path", { d: ICONS[name] }));
  return svg;
}

/** Sets what style an element has by itself; a policy that forbids `style` attributes allows that. */
export function setStyles(element: ElementCSSInlineStyle, styles: Readonly<Record<string, string>>): void {
  for (const [property, value] of Object.entries(styles)) element.style.setProperty(property, value);
}

/** A button with an icon, named by its title. */
export function iconButton(h: Make, name: IconName, title: string, onclick: () => void): HTMLButtonElement {
  const button = h("button", { type: "button", class: "datelines-button", "aria-label": title, title, onclick });
  button.append(icon(button.ownerDocument, name));
  return button;
}

/** Replaces what an element holds only where it changes anything, so that focus and screen readers are left alone. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** Sets an attribute only where that changes it: style sheets and observers of the page ask anew of all that is written. */
export function setAttribute(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Hides or shows an element, where it is not so already. */
export function hide(element: HTMLElement, hidden: boolean): void {
  if (element.hidden !== hidden) element.hidden = hidden;
}
