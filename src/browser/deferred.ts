/** A promise, and how it is settled. */
export interface Deferred {
  readonly promise: Promise<void>;
  readonly settled: boolean;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

export function deferred(): Deferred {
  let settle: { resolve: () => void; reject: (reason: unknown) => void };
  const promise = new Promise<void>((resolve, reject) => (settle = { resolve, reject }));
  // Who does not wait for it hears of an error otherwise.
  promise.catch(() => undefined);
  let settled = false;
  return {
    promise,
    get settled() {
      return settled;
    },
    resolve: () => {
      settled = true;
      settle.resolve();
    },
    reject: (reason) => {
      settled = true;
      settle.reject(reason);
    },
  };
}
