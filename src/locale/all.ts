import { locale as de } from "./de.js";
import { locale as en } from "./en.js";
import { locale as fa } from "./fa.js";
import { locale as fr } from "./fr.js";
import { locale as kk } from "./kk.js";
import { locale as ru } from "./ru.js";
import { locale as zh } from "./zh.js";
import type { Locale } from "./types.js";

/** Every language there is, for Node, where size does not matter. */
export const available: readonly Locale[] = [en, ru, kk, fa, fr, de, zh];
