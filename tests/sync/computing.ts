import type { Actor, Timeline } from './timeline.ts';

/** Work of a window between two waits for the outside: nothing else happens until it is done. */
export class Computing {
  readonly #timeline: Timeline;
  readonly #actor: Actor;
  #end: (() => void) | null = null;
  /** How much of it goes on at once. */
  #count = 0;

  constructor(timeline: Timeline, actor: Actor) {
    this.#timeline = timeline;
    this.#actor = actor;
  }

  /** Work that waits for the outside through `outside` only. */
  async whole<T>(work: () => Promise<T>): Promise<T> {
    this.#begin();
    try {
      return await work();
    } finally {
      this.#rest();
    }
  }

  /** What the outside answers after `ms`; an error that it gives is thrown. */
  async outside<T>(ms: number, find: () => T | Error): Promise<T> {
    const answer = this.#timeline.arrival(this.#actor, ms, find);
    this.#rest();
    const found = await answer;
    this.#begin();
    if (found instanceof Error) throw found;
    return found;
  }

  /** Waits for something that happens by itself. */
  async waiting<T>(happen: () => Promise<T>): Promise<T> {
    this.#rest();
    const found = await happen();
    this.#begin();
    return found;
  }

  #begin(): void {
    if (++this.#count > 1) return;
    void this.#timeline.await(new Promise<void>((resolve) => (this.#end = resolve)));
  }

  #rest(): void {
    if (--this.#count > 0) return;
    this.#end?.();
    this.#end = null;
  }
}
