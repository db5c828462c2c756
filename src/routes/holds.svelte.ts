import { untrack } from 'svelte';
import { HELD_LOCK } from '#client/held-windows.ts';

/** Why a window must not be reloaded: a draft is open, files or a customer are read or written, it runs a
 * sync. */
export type HoldReason = 'draft' | 'import' | 'sync';

/** Counts what must not be interrupted in this window, and lets other windows know through a lock. */
export class Holds {
  #counts = $state<Readonly<Record<HoldReason, number>>>({ draft: 0, import: 0, sync: 0 });
  #release: (() => void) | null = null;

  get any(): boolean {
    return Object.values(this.#counts).some((count) => count > 0);
  }

  get importing(): boolean {
    return this.#counts.import > 0;
  }

  /** Adds one reason; the returned function takes it away, once. */
  take(reason: HoldReason): () => void {
    let held = true;
    this.#add(reason, 1);
    return () => {
      if (held) this.#add(reason, -1);
      held = false;
    };
  }

  #add(reason: HoldReason, by: 1 | -1): void {
    // an effect that holds must not run again because it did
    untrack(() => {
      this.#counts = { ...this.#counts, [reason]: this.#counts[reason] + by };
      if (this.any) this.#lock();
      else this.#unlock();
    });
  }

  #lock(): void {
    if (this.#release !== null) return;
    const done = new Promise<void>((resolve) => (this.#release = resolve));
    // a browser without locks still has the counts of this window
    const { locks } = navigator as { locks?: LockManager };
    void locks?.request(HELD_LOCK, { mode: 'shared' }, () => done);
  }

  #unlock(): void {
    this.#release?.();
    this.#release = null;
  }
}
