import { END_ISOLATE, isolateOf, raisedOf, SVG } from "../paint/root.js";
import type { Scene, TextNode } from "../scene/types.js";

/** Names and values in turn, in the order of the mapping. */
export type Written = string[];

export function written(write: (emit: (name: string, value: string) => void) => void): Written {
  const all: Written = [];
  write((name, value) => {
    if (name !== "xmlns") all.push(name, value);
  });
  return all;
}

/** Writes what has changed; nearly always there are the same names in the same order. */
export function setAttributes(element: Element, now: Written, before: Written): void {
  let i = 0;
  while (i < now.length && i < before.length && now[i] === before[i]) {
    if (now[i + 1] !== before[i + 1]) element.setAttribute(now[i]!, now[i + 1]!);
    i += 2;
  }
  if (i === now.length && i === before.length) return;
  const gone = new Map<string, string>();
  for (let k = i; k < before.length; k += 2) gone.set(before[k]!, before[k + 1]!);
  for (let k = i; k < now.length; k += 2) {
    if (gone.get(now[k]!) !== now[k + 1]) element.setAttribute(now[k]!, now[k + 1]!);
    gone.delete(now[k]!);
  }
  for (const name of gone.keys()) element.removeAttribute(name);
}

export function hasAttributes(element: Element, now: Written): boolean {
  for (let i = 0; i < now.length; i += 2) if (element.getAttribute(now[i]!) !== now[i + 1]) return false;
  return true;
}

export const textOf = (node: TextNode, rtl: boolean): string => {
  const text = node.text + (raisedOf(node)?.text ?? "");
  return rtl ? isolateOf(node.text) + text + END_ISOLATE : text;
};

export const sameText = (a: TextNode, b: TextNode): boolean =>
  a.text === b.text && a.raised === b.raised && a.size === b.size;

export function setText(element: Element, node: TextNode, rtl: boolean): void {
  const raised = raisedOf(node);
  if (raised === null) {
    const text = textOf(node, rtl);
    const { firstChild } = element;
    if (firstChild !== null && firstChild === element.lastChild && firstChild.nodeType === 3)
      firstChild.nodeValue = text;
    else element.textContent = text;
    return;
  }
  const letters = element.ownerDocument.createElementNS(SVG, "tspan");
  letters.setAttribute("font-size", raised.size);
  letters.setAttribute("dy", raised.dy);
  letters.textContent = raised.text;
  element.replaceChildren(rtl ? isolateOf(node.text) + node.text : node.text, letters, ...(rtl ? [END_ISOLATE] : []));
}

export function setHead(svg: SVGSVGElement, { title, description, idPrefix }: Scene): void {
  let place = svg.firstElementChild;
  for (const [name, text] of [
    ["title", title],
    ["desc", description],
  ] as const) {
    let element = place?.localName === name ? place : null;
    if (element === null) {
      element = svg.ownerDocument.createElementNS(SVG, name);
      svg.insertBefore(element, place);
    }
    place = element.nextElementSibling;
    if (element.id !== `${idPrefix}-${name}`) element.id = `${idPrefix}-${name}`;
    if (element.textContent !== text) element.textContent = text;
  }
}
