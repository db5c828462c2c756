import type { SeatwiseDatabase } from '#store/database.ts';

/** The writes of a database, of which one fails and breaks off its transaction. */
export class FailingWrites {
  #left = Infinity;
  #isFull = false;
  #error: () => Error = () => new Error('no');

  constructor(db: SeatwiseDatabase) {
    db.use({
      stack: 'dbcore',
      name: 'failing writes',
      create: (core) => ({
        ...core,
        table: (name) => {
          const table = core.table(name);
          return {
            ...table,
            mutate: (request) =>
              --this.#left === 0 || this.#isFull
                ? Promise.reject(this.#error())
                : table.mutate(request),
          };
        },
      }),
    });
  }

  /** The n-th write from now on, counted from 1, fails. */
  failAt(n: number, error: () => Error = () => new Error('the disk is gone')): void {
    this.#left = n;
    this.#error = error;
  }

  /** Every write from now on fails, as on a full disk. */
  fillDisk(): void {
    this.#isFull = true;
    this.#error = () => new DOMException('the disk is full', 'QuotaExceededError');
  }

  /** No more failures; true where the write that was to fail came. */
  stop(): boolean {
    const wasReached = this.#left <= 0;
    this.#left = Infinity;
    this.#isFull = false;
    return wasReached;
  }
}
