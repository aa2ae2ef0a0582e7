import { select } from "d3-selection";
import { attributes, elementName, transformOf } from "../paint/attributes.js";
import { rootAttributes, SVG } from "../paint/root.js";
import type { GroupNode, Scene, SceneNode, TextNode } from "../scene/types.js";
import {
  hasAttributes,
  sameText,
  setAttributes,
  setHead,
  setText,
  textOf,
  written,
  type Written,
} from "./paint-writing.js";

/** What an element was painted from, and with which attributes. */
interface Painted {
  node: SceneNode;
  written: Written;
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
 * the string painter, by the same mapping, so that both give the same document. What is the same object as before is not
 * looked into, and where nodes only come and go, and none changes its place among the others, D3 has nothing to sort out.
 */
export function painter(svg: SVGSVGElement): Painter {
  const painted = new WeakMap<Element, Painted>();
  let top: readonly SceneNode[] = [];
  let root: Written = [];
  let rtl = false;

  function update(element: Element, node: SceneNode): void {
    const before = painted.get(element);
    if (before === undefined) {
      const now = written((emit) => attributes(node, emit));
      setAttributes(element, now, NOTHING);
      painted.set(element, { node, written: now });
      if (isItem(node)) element.setAttribute("tabindex", "-1");
      if (node.type === "group") join(element, NO_NODES, node.children);
      else if (node.type === "text") setText(element, node, rtl);
      return;
    }
    const last = before.node;
    if (last === node) return;
    if (node.type === "group" && last.type === "group" && isMoved(last, node)) {
      const place = transformOf(node)!;
      const { written: now } = before;
      if (now[now.length - 1] !== place) element.setAttribute("transform", (now[now.length - 1] = place));
      before.node = node;
      return join(element, last.children, node.children);
    }
    const now = written((emit) => attributes(node, emit));
    setAttributes(element, now, before.written);
    before.node = node;
    before.written = now;
    if (node.type === "group") join(element, (last as typeof node).children, node.children);
    else if (node.type === "text" && !sameText(last as TextNode, node)) setText(element, node, rtl);
  }

  function join(parent: Element, before: readonly SceneNode[], nodes: readonly SceneNode[]): void {
    if (before === nodes) return;
    if (before.length === 0) {
      for (let i = 0; i < nodes.length; i++) insert(parent, nodes[i]!, null);
      return;
    }
    if (sameOrder(before, nodes)) {
      let child = firstPart(parent);
      for (let i = 0; i < nodes.length; i++) {
        if (nodes[i] !== before[i]) update(child!, nodes[i]!);
        child = child!.nextElementSibling;
      }
      return;
    }
    if (byPlace(parent, before, nodes) || merge(parent, before, nodes)) return;
    select(parent)
      .selectChildren<Element, SceneNode, Element>(isPart)
      .data(nodes, function (node, i, all) {
        // Asked of the elements with the nodes they were painted from, and of the parent with those to come.
        return keyOf(this === parent ? node : painted.get(all[i] as Element)!.node, i);
      })
      .join((enter) => enter.append((node) => svg.ownerDocument.createElementNS(SVG, elementName(node))))
      .order()
      .each(function (node) {
        update(this, node);
      });
  }

  function insert(parent: Element, node: SceneNode, next: Element | null): void {
    const element = svg.ownerDocument.createElementNS(SVG, elementName(node));
    update(element, node);
    parent.insertBefore(element, next);
  }

  /** Where no node has a key, each is what stands in its place; false where one has. */
  function byPlace(parent: Element, before: readonly SceneNode[], nodes: readonly SceneNode[]): boolean {
    if (before.some(hasKey) || nodes.some(hasKey)) return false;
    let child = firstPart(parent);
    for (let i = 0; i < Math.max(before.length, nodes.length); i++) {
      const [last, node] = [before[i], nodes[i]];
      const next = child?.nextElementSibling ?? null;
      if (last !== undefined && node?.type === last.type) {
        if (node !== last) update(child!, node);
      } else {
        if (node !== undefined) insert(parent, node, child);
        if (last !== undefined) child!.remove();
      }
      child = last === undefined ? child : next;
    }
    return true;
  }

  /**
   * Takes out what is gone, puts in what is new, and updates the rest; false, with a part of that done, where some have
   * changed places or have no key.
   */
  function merge(parent: Element, before: readonly SceneNode[], nodes: readonly SceneNode[]): boolean {
    const coming = keysOf(nodes);
    const there = keysOf(before);
    if (coming === null || there === null) return false;
    let child = firstPart(parent);
    let i = 0;
    const drop = (): void => {
      for (; i < before.length && !coming.has(before[i]!.key!); i++) {
        const next = child!.nextElementSibling;
        child!.remove();
        child = next;
      }
    };
    for (let k = 0; k < nodes.length; k++) {
      const node = nodes[k]!;
      drop();
      const last = before[i];
      if (last !== undefined && last.key === node.key && last.type === node.type) {
        if (last !== node) update(child!, node);
        child = child!.nextElementSibling;
        i++;
      } else if (there.has(node.key!)) return false;
      else insert(parent, node, child);
    }
    drop();
    return true;
  }

  /** Whether an element says what a node does; if so it and all in it are taken for it. */
  function take(element: Element, node: SceneNode): boolean {
    const now = written((emit) => attributes(node, emit));
    if (element.localName !== elementName(node) || !hasAttributes(element, now)) return false;
    if (node.type === "group") {
      const { children } = element;
      if (children.length !== node.children.length) return false;
      if (!node.children.every((child, i) => take(children[i]!, child))) return false;
    } else if (node.type === "text" && element.textContent !== textOf(node, rtl)) return false;
    painted.set(element, { node, written: now });
    if (isItem(node)) element.setAttribute("tabindex", "-1");
    return true;
  }

  return {
    svg,
    paint: (scene) => {
      const turned = rtl !== (scene.direction === "rtl");
      rtl = scene.direction === "rtl";
      const now = written((emit) => rootAttributes(scene, emit));
      setAttributes(svg, now, root);
      root = now;
      setHead(svg, scene);
      // Texts are isolated in one direction alone, also those that say the same as before.
      if (turned) {
        join(svg, top, NO_NODES);
        top = NO_NODES;
      }
      join(svg, top, scene.nodes);
      top = scene.nodes;
    },
    adopt: (scene) => {
      rtl = scene.direction === "rtl";
      const now = written((emit) => rootAttributes(scene, emit));
      const parts = [...svg.children].filter(isPart);
      const same =
        hasAttributes(svg, now) &&
        parts.length === scene.nodes.length &&
        scene.nodes.every((node, i) => take(parts[i]!, node));
      if (!same) return false;
      root = now;
      top = scene.nodes;
      return true;
    },
  };
}

/** What the focus may be moved to: the one thing that a live picture has and a still one does not. */
const isItem = (node: SceneNode): boolean => node.event !== undefined && node.role === "listitem";

const NOTHING: Written = [];
const NO_NODES: readonly SceneNode[] = [];

/** Title and description come first and are no nodes of the scene. */
const isPart = (element: Element): boolean => element.localName !== "title" && element.localName !== "desc";

function firstPart(parent: Element): Element | null {
  let child = parent.firstElementChild;
  while (child !== null && !isPart(child)) child = child.nextElementSibling;
  return child;
}

/** Nodes without a key of their own are known by their place. */
const keyOf = (node: SceneNode, i: number): string => (node.key === undefined ? `${node.type} ${i}` : `#${node.key}`);

const hasKey = (node: SceneNode): boolean => node.key !== undefined;

function sameOrder(a: readonly SceneNode[], b: readonly SceneNode[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    const x = a[i]!;
    const y = b[i]!;
    if (x !== y && (x.type !== y.type || x.key !== y.key)) return false;
  }
  return true;
}

/** The keys of nodes; null where one has none, or another's. */
function keysOf(nodes: readonly SceneNode[]): Set<string> | null {
  const keys = new Set<string>();
  for (let i = 0; i < nodes.length; i++) {
    const { key } = nodes[i]!;
    if (key === undefined) return null;
    keys.add(key);
  }
  return keys.size === nodes.length ? keys : null;
}

/** Whether all that is said of a group is as before, but for where it stands; then its place is what was written last. */
const isMoved = (a: GroupNode, b: GroupNode): boolean =>
  a.x !== undefined &&
  b.x !== undefined &&
  a.label === b.label &&
  a.event === b.event &&
  a.labelOf === b.labelOf &&
  a.role === b.role &&
  a.name === b.name &&
  a.position?.[0] === b.position?.[0] &&
  a.position?.[1] === b.position?.[1] &&
  a.noteOf === b.noteOf &&
  a.count === b.count &&
  a.outside === b.outside &&
  a.lane === b.lane &&
  a.language === b.language &&
  a.hidden === b.hidden;
