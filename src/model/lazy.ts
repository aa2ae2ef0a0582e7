/** What a lazy object's fields are made by, and what came of it. */
interface Holder<V> {
  readonly make: () => V;
  made: V | null;
}

/**
 * Gives objects fields that are made, all together, when one of them is first asked for, and are there like any others:
 * listed, copied, written as JSON. All objects share the getters. Were these written as `get field() {…}` where an object
 * is made, it would have getters, and so a hidden class, of its own: V8 keeps those, and all that the getters know of, until
 * it collects the whole heap, and looks fields up in such objects slowly.
 *
 * @example
 * const withSum = lazy<{ sum: number }>("sum");
 * const row = withSum({ values }, () => ({ sum: values.reduce((a, b) => a + b) })); // row.sum
 */
export function lazy<V extends object>(
  ...names: readonly (keyof V & string)[]
): <T extends object>(object: T, make: () => V) => T & Readonly<V> {
  const holder = Symbol("lazy");
  type Lazy = { readonly [holder]: Holder<V> };
  const getters = Object.fromEntries(
    names.map((name) => [
      name,
      {
        configurable: true,
        enumerable: true,
        get(this: Lazy): V[keyof V] {
          const held = this[holder];
          return (held.made ??= held.make())[name];
        },
      },
    ]),
  );
  return (object, make) => {
    Object.defineProperty(object, holder, { value: { make, made: null } });
    return Object.defineProperties(object, getters) as typeof object & Readonly<V>;
  };
}
