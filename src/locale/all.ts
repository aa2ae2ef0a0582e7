import { locale as en } from "./en.js";
import type { Locale } from "./types.js";

/** Every language there is, for Node, where size does not matter. */
export const available: readonly Locale[] = [en];
