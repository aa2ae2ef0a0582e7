import { locale as en } from "./en.js";
import type { Locale } from "./types.js";

/** What a browser bundle carries. `#locales` stands for this file, and for ./all.ts under Node. */
export const available: readonly Locale[] = [en];
