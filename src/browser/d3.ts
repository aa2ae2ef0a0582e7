/**
 * What charts need of D3 besides selections. The package holds it, and nothing else of these modules: they would bring
 * transitions and colours along, which nothing here makes.
 */
export { brushX, type D3BrushEvent } from "d3-brush";
export { easeCubicInOut } from "d3-ease";
export { interpolateZoom } from "d3-interpolate";
export { timer, type Timer } from "d3-timer";
export { zoom, zoomIdentity, zoomTransform, type D3ZoomEvent, type ZoomTransform } from "d3-zoom";
