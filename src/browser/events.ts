import type { AnyFields, OwnFields } from "../model/own-fields.js";
import type { ResolvedEvent } from "../model/resolved.js";
import type { LayoutHints, TimelineEvent } from "../model/types.js";
import type { Display } from "./chart.js";
import type { Mover } from "./session.js";
import type { Filter } from "./filter.js";

/** What the events of a chart carry as their `detail`, by name. */
export interface TimelineEventDetails<Own = AnyFields> {
  /** Nulls when nothing is selected any more. */
  readonly eventselect: { readonly id: string | null; readonly event: ResolvedEvent<Own> | null };
  readonly eventhover: { readonly id: string | null; readonly event: ResolvedEvent<Own> | null };
  /** ms, and whether who reads it or the page's own code moved it. */
  readonly viewchange: { readonly from: number; readonly to: number; readonly by: Mover };
  /** `count` events of `total` pass. */
  readonly filterchange: { readonly filter: Filter; readonly count: number; readonly total: number };
  readonly displaychange: { readonly display: Display };
  /** Ids of the lanes that are folded, or their names where the page gave these. */
  readonly foldchange: { readonly folded: readonly string[] };
  /** ms of the moment as of which the story is shown; null for the latest. */
  readonly knownchange: { readonly knownAt: number | null };
  /** All of the event's `layout` as the editor's hand has left it; null when nothing is left of it. */
  readonly "datelines-edit": { readonly id: string; readonly layout: LayoutHints | null };
}

/**
 * The events that bubble from a chart, by name.
 *
 * @typeParam E the caller's events, whose own fields are in `detail.event.extra`
 */
export type TimelineEventMap<E extends TimelineEvent = TimelineEvent> = {
  readonly [K in keyof TimelineEventDetails]: CustomEvent<TimelineEventDetails<OwnFields<E>>[K]>;
};

export type Emit = <K extends keyof TimelineEventDetails>(name: K, detail: TimelineEventDetails[K]) => void;

/** An element that events of certain names come from, with those of all elements. */
export interface EventsOf<M> extends HTMLElement {
  addEventListener<K extends keyof M>(
    type: K,
    listener: (this: this, event: M[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: HTMLElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof M>(
    type: K,
    listener: (this: this, event: M[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: HTMLElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}
