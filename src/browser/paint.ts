import { select, type Selection } from "d3-selection";
import { attributes, elementName } from "../paint/attributes.js";
import { END_ISOLATE, ISOLATE, raisedOf, rootAttributes } from "../paint/root.js";
import type { Scene, SceneNode, TextNode } from "../scene/types.js";

const SVG = "http://www.w3.org/2000/svg";

/** What an element was painted from, and with which attributes. */
interface Painted {
  readonly node: SceneNode;
  readonly attributes: ReadonlyMap<string, string>;
}

/** Paints scenes into one svg element, each as a change of the one before. */
export interface Painter {
  readonly svg: SVGSVGElement;
  readonly paint: (scene: Scene) => void;
  /** Takes what is in the svg for the picture of a scene, as `paintSVG` wrote it, and touches nothing; false when it is another. */
  readonly adopt: (scene: Scene) => boolean;
}

/**
 * A painter for live pages: D3 joins the nodes of a scene, by key, to the elements that are there. Attributes are those of
 * the string painter, by the same mapping, so that both give the same document. A node that is the same object as before
 * is not looked into.
 */
export function painter(svg: SVGSVGElement): Painter {
  const painted = new WeakMap<Element, Painted>();
  let root: ReadonlyMap<string, string> = new Map();
  let rtl = false;

  function update(element: Element, node: SceneNode): void {
    const before = painted.get(element);
    if (before?.node === node) return;
    const now = written((emit) => attributes(node, emit));
    setAttributes(element, now, before?.attributes);
    painted.set(element, { node, attributes: now });
    if (node.type === "group") {
      if (before?.node.type !== "group" || !sameNodes(before.node.children, node.children))
        join(select(element), node.children);
    } else if (node.type === "text") setText(element, node, before?.node, rtl);
  }

  function join(parent: Selection<Element, unknown, null, undefined>, nodes: readonly SceneNode[]): void {
    parent
      .selectChildren<Element, SceneNode, Element>(isPart)
      .data(nodes, keyOf)
      .join((enter) => enter.append((node) => svg.ownerDocument.createElementNS(SVG, elementName(node))))
      .order()
      .each(function (node) {
        update(this, node);
      });
  }

  /** Whether an element says what a node does; if so it and all in it are taken for it. */
  function take(element: Element, node: SceneNode): boolean {
    const now = written((emit) => attributes(node, emit));
    if (element.localName !== elementName(node) || !hasAttributes(element, now)) return false;
    if (node.type === "group") {
      const children = [...element.children];
      if (children.length !== node.children.length) return false;
      if (!node.children.every((child, i) => take(children[i]!, child))) return false;
    } else if (node.type === "text" && element.textContent !== textOf(node, rtl)) return false;
    select<Element, SceneNode>(element).datum(node);
    painted.set(element, { node, attributes: now });
    return true;
  }

  return {
    svg,
    paint: (scene) => {
      rtl = scene.direction === "rtl";
      const now = written((emit) => rootAttributes(scene, emit));
      setAttributes(svg, now, root);
      root = now;
      setHead(svg, scene);
      join(select<Element, unknown>(svg), scene.nodes);
    },
    adopt: (scene) => {
      rtl = scene.direction === "rtl";
      const now = written((emit) => rootAttributes(scene, emit));
      const parts = [...svg.children].filter(isPart);
      const same =
        hasAttributes(svg, now) &&
        parts.length === scene.nodes.length &&
        scene.nodes.every((node, i) => take(parts[i]!, node));
      if (same) root = now;
      return same;
    },
  };
}

const sameNodes = (a: readonly SceneNode[], b: readonly SceneNode[]): boolean =>
  a === b || (a.length === b.length && a.every((node, i) => node === b[i]));

/** Title and description come first and are no nodes of the scene. */
const isPart = (element: Element): boolean => element.localName !== "title" && element.localName !== "desc";

/** Nodes without a key of their own are known by their place. */
const keyOf = (node: SceneNode, i: number): string => (node.key === undefined ? `${node.type} ${i}` : `#${node.key}`);

function written(write: (emit: (name: string, value: string) => void) => void): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  write((name, value) => all.set(name, value));
  return all;
}

function setAttributes(
  element: Element,
  now: ReadonlyMap<string, string>,
  before: ReadonlyMap<string, string> | undefined,
): void {
  for (const [name, value] of now)
    if (name !== "xmlns" && before?.get(name) !== value) element.setAttribute(name, value);
  if (before === undefined) return;
  for (const name of before.keys()) if (!now.has(name)) element.removeAttribute(name);
}

const hasAttributes = (element: Element, now: ReadonlyMap<string, string>): boolean => {
  for (const [name, value] of now) if (name !== "xmlns" && element.getAttribute(name) !== value) return false;
  return true;
};

const textOf = (node: TextNode, rtl: boolean): string => {
  const text = node.text + (raisedOf(node)?.text ?? "");
  return rtl ? ISOLATE + text + END_ISOLATE : text;
};

function setText(element: Element, node: TextNode, before: SceneNode | undefined, rtl: boolean): void {
  if (
    before?.type === "text" &&
    before.text === node.text &&
    before.raised === node.raised &&
    before.size === node.size
  )
    return;
  const raised = raisedOf(node);
  if (raised === null) {
    element.textContent = textOf(node, rtl);
    return;
  }
  const letters = element.ownerDocument.createElementNS(SVG, "tspan");
  letters.setAttribute("font-size", raised.size);
  letters.setAttribute("dy", raised.dy);
  letters.textContent = raised.text;
  element.replaceChildren(rtl ? ISOLATE + node.text : node.text, letters, ...(rtl ? [END_ISOLATE] : []));
}

function setHead(svg: SVGSVGElement, { title, description, idPrefix }: Scene): void {
  for (const [name, text] of [
    ["desc", description],
    ["title", title],
  ] as const) {
    let element = [...svg.children].find((c) => c.localName === name);
    if (element === undefined) {
      element = svg.ownerDocument.createElementNS(SVG, name);
      svg.prepend(element);
    }
    if (element.id !== `${idPrefix}-${name}`) element.id = `${idPrefix}-${name}`;
    if (element.textContent !== text) element.textContent = text;
  }
}
