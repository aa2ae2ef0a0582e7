// What must hold of every output, whatever the input was. Each oracle gives the faults it found; none is good.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
let parser;
/** Loaded when first needed: it takes seconds, and most properties need none. */
function parse(text, type) {
  parser ??= new new (require("jsdom").JSDOM)("").window.DOMParser();
  return parser.parseFromString(text, type);
}

const SVG_ELEMENTS = new Set(["svg", "title", "desc", "g", "rect", "line", "path", "text", "tspan"]);
const SVG_ATTRIBUTES = new Set(
  `xmlns role aria-posinset aria-setsize aria-roledescription aria-labelledby aria-describedby aria-label aria-hidden lang width height viewBox
   font-family direction text-rendering id class data-event data-label data-note data-count data-outside data-lane x y x1 y1 x2 y2
   rx d dx dy transform font-size font-weight text-anchor fill stroke stroke-width stroke-dasharray stroke-linecap
   stroke-linejoin`.split(/\s+/),
);
/** Attributes that hold numbers, or a colour, and never a word of the data. */
const NUMBERS = new Set(
  "width height viewBox x y x1 y1 x2 y2 rx d dx dy font-size font-weight stroke-width stroke-dasharray data-count data-outside".split(
    " ",
  ),
);
const COLORS = new Set(["fill", "stroke"]);
const HTML_ELEMENTS = new Set(
  "div figure figcaption h2 p details summary ol li time strong a svg span output".split(" "),
);
const HTML_ATTRIBUTES = new Set(
  "class role aria-hidden aria-labelledby aria-describedby lang dir id open data-event datetime href rel".split(" "),
);

/** Not a character of XML 1.0 (clause 2.2), or a control character that XML discourages. */
const NOT_XML =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Faults of an SVG document. */
export function faultsOfSvg(svg) {
  if (NOT_XML.test(svg)) return ["it holds a character that XML cannot hold"];
  const document = parse(svg, "image/svg+xml");
  if (document.querySelector("parsererror")) return ["it is not well-formed"];
  return [...document.querySelectorAll("*")].flatMap(faultsOfNode);
}

function faultsOfNode(node) {
  const faults = SVG_ELEMENTS.has(node.localName) ? [] : [`there is an element ${node.localName}`];
  for (const { name, value } of node.attributes) {
    if (!SVG_ATTRIBUTES.has(name)) faults.push(`${node.localName} has an attribute ${name}`);
    if (NUMBERS.has(name) && !/^[-\d. MLHVCZhvm]+$/.test(value)) faults.push(`${name} is "${value}"`);
    if (COLORS.has(name) && !/^(?:none|#[0-9a-f]{3}|#[0-9a-f]{6})$/i.test(value)) faults.push(`${name} is "${value}"`);
  }
  return faults;
}

/** Faults of a page fragment: what it is made of, and where its links lead. */
export function faultsOfHtml(html) {
  if (NOT_XML.test(html)) return ["it holds a character that XML cannot hold"];
  const start = html.indexOf("<svg");
  const end = html.lastIndexOf("</svg>") + 6;
  const faults = faultsOfSvg(html.slice(start, end));
  const { body } = parse(html, "text/html");
  if (body.children.length !== 1) faults.push("it is not one element");
  for (const node of body.querySelectorAll("*")) {
    if (node.closest("svg")) continue;
    if (!HTML_ELEMENTS.has(node.localName)) faults.push(`there is an element ${node.localName}`);
    for (const { name } of node.attributes)
      if (!HTML_ATTRIBUTES.has(name)) faults.push(`${node.localName} has an attribute ${name}`);
    if (node.localName === "a") faults.push(...faultsOfLink(node));
  }
  return faults;
}

/** A link leads where it says: its words are the host of its address. */
function faultsOfLink(node) {
  const url = new URL(node.getAttribute("href"));
  const host = url.protocol === "mailto:" ? url.pathname : url.hostname;
  const faults = ["https:", "http:", "mailto:"].includes(url.protocol) ? [] : [`a link leads to ${url.protocol}`];
  if (url.username !== "" || url.password !== "") faults.push("a link carries a user name");
  if (node.textContent !== host) faults.push(`a link to ${host} says ${node.textContent}`);
  if (node.getAttribute("rel") !== "noopener noreferrer") faults.push("a link tells where it came from");
  return faults;
}

/** Faults of what goes to a terminal: control characters, direction marks, and what has no width. */
export function faultsOfTerminal(text) {
  const found =
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/.exec(text);
  return found ? [`it holds U+${found[0].charCodeAt(0).toString(16).padStart(4, "0")}`] : [];
}

/** A document as nested lists: names, attributes, texts. For comparing the structure of two. */
export function tree(markup, type) {
  const walk = (node) =>
    node.nodeType === 1
      ? [node.localName, [...node.attributes].map((a) => [a.name, a.value]), [...node.childNodes].map(walk)]
      : [node.nodeType, node.nodeValue];
  const document = parse(markup, type);
  return walk(type === "text/html" ? document.body : document.documentElement);
}
