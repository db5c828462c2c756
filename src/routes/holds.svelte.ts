import { untrack } from 'svelte';
import { HELD_LOCK } from '#client/updates.ts';

/** Why a window must not be reloaded: a draft is open, or files are being read or written. */
export type HoldReason = 'draft' | 'import';

/** Counts what must not be interrupted in this window, and lets other windows know through a lock. */
export class Holds {
  #drafts = $state(0);
  #imports = $state(0);
  #release: (() => void) | null = null;

  get any(): boolean {
    return this.#drafts + this.#imports > 0;
  }

  get importing(): boolean {
    return this.#imports > 0;
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
      if (reason === 'draft') this.#drafts += by;
      else this.#imports += by;
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
