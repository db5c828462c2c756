import type { Draft } from '#plan/draft.ts';

/**
 * Keeps the newest draft for a reload, one write at a time: ticks that come during a write are kept
 * by the next one, without a pause in which a reload could lose them.
 */
export class KeptDraft {
  readonly #write: (draft: Draft) => Promise<unknown>;
  readonly #failed: () => void;
  #wanted: Draft | null = null;
  #stored: Draft | null = null;
  #writing: Promise<void> | null = null;

  constructor(write: (draft: Draft) => Promise<unknown>, failed: () => void) {
    this.#write = write;
    this.#failed = failed;
  }

  /** What is stored already. */
  startsAs(draft: Draft): void {
    this.#stored = draft;
    this.#wanted = draft;
  }

  keep(draft: Draft): void {
    this.#wanted = draft;
    this.#writing ??= this.#writeAll().finally(() => (this.#writing = null));
  }

  /** Resolves when no write is under way. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  async #writeAll(): Promise<void> {
    while (this.#wanted !== null && this.#wanted !== this.#stored) {
      const draft = this.#wanted;
      try {
        await this.#write(draft);
      } catch {
        this.#failed();
        return;
      }
      this.#stored = draft;
    }
  }
}
