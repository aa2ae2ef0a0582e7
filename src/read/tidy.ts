/** What has no width, or turns the direction of what follows. */
const UNSEEN = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const QUOTES = "\"'`\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a";
const QUOTED = new RegExp(`^[${QUOTES}]+\\s*|\\s*[${QUOTES}]+$`, "g");
/** Dashes and hyphens of all kinds between digits. */
const DASHES = /(?<=\d)[\u2010-\u2015\u2212\ufe58\ufe63\uff0d](?=\d)/g;

/**
 * A date without what word processors and chat programs put into it: quotation marks around it, characters without width,
 * dashes for hyphens. Only for text that cannot be read as it stands.
 */
export const tidied = (text: string): string =>
  text.replace(UNSEEN, "").replace(QUOTED, "").replace(DASHES, "-").replace(/\s+/g, " ").trim();
