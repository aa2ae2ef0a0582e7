/** Defines `<event-timeline>`. The only module with a side effect; it does nothing where there are no elements. */
import { defineElement, type EventTimelineElement } from "./browser/element.js";

export type { EventTimelineElement, EventTimelineEventMap } from "./browser/element.js";

declare global {
  interface HTMLElementTagNameMap {
    "event-timeline": EventTimelineElement;
  }
}

defineElement(globalThis as Window & typeof globalThis);
