/** The part of the browser's Web Locks that is needed. */
export interface Locks {
  request(name: string, hold: () => Promise<void>): Promise<unknown>;
  query(): Promise<{ readonly held?: readonly { readonly name?: string }[] }>;
}

const nameOf = (owner: string): string => `seatwise-sync ${owner}`;

/**
 * Tells whether the window that sends still lives. Each worker holds a lock of its own name for its life;
 * the browser takes it back when the window is closed or crashed. A lock only tells: the right to send is
 * the lease in the store.
 */
export class WindowLife {
  readonly owner: string;
  readonly #locks: Locks | null;

  /** `locks` null: this browser has none, and nobody is known to be gone. */
  constructor(locks: Locks | null, owner: string) {
    this.owner = owner;
    this.#locks = locks;
    void locks?.request(nameOf(owner), () => new Promise(() => undefined)).catch(() => undefined);
  }

  /** False when the window of that owner is surely gone. */
  async lives(owner: string): Promise<boolean> {
    if (this.#locks === null || owner === this.owner) return true;
    const { held = [] } = await this.#locks.query();
    return held.some(({ name }) => name === nameOf(owner));
  }
}
