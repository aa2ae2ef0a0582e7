/** Defines `<event-timeline>`. The only module with a side effect; it does nothing where there are no elements. */
import { defineElement } from "./browser/element.js";

export type { EventTimelineElement } from "./browser/element.js";

defineElement(globalThis as Window & typeof globalThis);
