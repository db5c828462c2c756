/** Code that was asked for could not be fetched: the network went, or the host has another version. */
export class NotFetched extends Error {
  override readonly name = 'NotFetched';
}

/** What is fetched once, when it is first needed. After a failure whoever needs it next tries again. */
export class Late<T> {
  readonly #fetch: () => Promise<T>;
  readonly #onFailure: () => void;
  #coming: Promise<T> | null = null;
  #here: T | null = null;

  constructor(fetch: () => Promise<T>, onFailure: () => void) {
    this.#fetch = fetch;
    this.#onFailure = onFailure;
  }

  /** Null until it has come. */
  get here(): T | null {
    return this.#here;
  }

  /** Rejects with `NotFetched`, after `onFailure`. */
  get(): Promise<T> {
    return (this.#coming ??= this.#take());
  }

  async #take(): Promise<T> {
    try {
      return (this.#here = await this.#fetch());
    } catch (cause) {
      this.#coming = null;
      this.#onFailure();
      throw new NotFetched(String(cause), { cause });
    }
  }
}

/** Commands as one object: those at hand, and for every other name one that waits for the late ones. */
export const withLate = <Now extends object, Then extends object>(
  now: Now,
  late: () => Promise<Then>,
): Now & Then =>
  new Proxy(now, {
    get: (target, name): unknown =>
      Reflect.get(target, name) ??
      (async (...args: readonly unknown[]): Promise<unknown> => {
        const command = Reflect.get(await late(), name) as (...args: readonly unknown[]) => unknown;
        return command(...args);
      }),
    // a door makes every answer a promise
  }) as Now & Then;
