/**
 * Gives objects a field that is made when it is first asked for, and is there like any other: copied, listed, written as
 * JSON. All objects share one getter. Were it written as `get field() {…}` where they are made, each would have a getter,
 * and so a hidden class, of its own: V8 keeps those, and all that their getters know of, until it collects the whole heap,
 * and looks fields up in such objects slowly.
 *
 * @example
 * const lazySum = lazy<"sum", number>("sum");
 * const row = lazySum({ values }, () => values.reduce((a, b) => a + b)); // row.sum
 */
export function lazy<K extends string, V>(
  name: K,
): <T extends object>(object: T, make: () => V) => T & { readonly [P in K]: V } {
  const maker = Symbol(name);
  const getter = {
    configurable: true,
    enumerable: true,
    get(this: { readonly [maker]: () => V }): V {
      const value = this[maker]();
      Object.defineProperty(this, name, { value, enumerable: true });
      return value;
    },
  };
  return (object, make) => {
    Object.defineProperty(object, maker, { value: make });
    return Object.defineProperty(object, name, getter) as typeof object & { readonly [P in K]: V };
  };
}
