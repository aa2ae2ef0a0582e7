import { eventFields } from "./document-shape.js";
import type { TimelineEvent } from "./types.js";

/** Fields of any names, as events that were read may have them. */
export interface AnyFields {
  readonly [field: string]: unknown;
}

/** The names of the fields of a type, of all its alternatives; none where any name is one. */
type NamesOf<T> = T extends unknown ? (string extends keyof T ? never : keyof T & string) : never;
type In<T, K> = T extends unknown ? (K extends keyof T ? T[K] : undefined) : never;
type ExtraOf<E> = E extends { readonly extra?: infer X } ? NonNullable<X> : never;
type OwnNames<E> = Exclude<NamesOf<E>, keyof TimelineEvent>;

/**
 * The fields of a caller's events that are not ours, as accessors see them in `event.extra`: those beside ours, and those
 * of an `extra` that names its fields. Fields of any names where the type names none.
 *
 * @example
 * type Own = OwnFields<{ title: string; time: string; rocket: string }>; // { rocket: string }
 */
export type OwnFields<E> = [OwnNames<E> | NamesOf<ExtraOf<E>>] extends [never]
  ? AnyFields
  : {
      readonly [K in OwnNames<E> | NamesOf<ExtraOf<E>>]: K extends OwnNames<E> ? In<E, K> : In<ExtraOf<E>, K>;
    };

const NONE: AnyFields = {};

/**
 * The fields of an event that are not ours: its `extra`, and, of an event made in code, those that stand beside ours. What
 * was read has its own in `extra` already.
 */
export function ownFields(event: TimelineEvent): AnyFields {
  let own: Record<string, unknown> | null = null;
  for (const key in event) {
    if (eventFields.has(key) || key === "__proto__" || !Object.hasOwn(event, key)) continue;
    own ??= { ...event.extra };
    own[key] = (event as unknown as AnyFields)[key];
  }
  return own ?? event.extra ?? NONE;
}
