import type { CustomerId } from '#customers/customer.ts';
import type { Timers } from './waking-clock.ts';

/** 4 a second. */
const APART_MS = 250;

/** Lets news of a customer through at most 4 times a second; the last one always comes through. */
export class NewsGate {
  readonly #timers: Timers;
  readonly #tell: (id: CustomerId) => void;
  readonly #toldAt = new Map<CustomerId, number>();
  readonly #waiting = new Set<CustomerId>();

  constructor(timers: Timers, tell: (id: CustomerId) => void) {
    this.#timers = timers;
    this.#tell = tell;
  }

  /** Something about the customer moved. */
  moved(id: CustomerId): void {
    if (this.#waiting.has(id)) return;
    const rest = (this.#toldAt.get(id) ?? 0) + APART_MS - this.#timers.now();
    if (rest <= 0) {
      this.#pass(id);
      return;
    }
    this.#waiting.add(id);
    this.#timers.after(rest, () => {
      this.#waiting.delete(id);
      this.#pass(id);
    });
  }

  #pass(id: CustomerId): void {
    this.#toldAt.set(id, this.#timers.now());
    this.#tell(id);
  }
}
