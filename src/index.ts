/** The library for browsers and bundlers. */
export * from "./static.js";
