import type { SendAnswer } from './ports.ts';

/** How a run holds itself back: how many users it changes at once, and until when the cloud asked it to wait. */
export class Restraint {
  readonly #most: number;
  /** Users who are changed at once. */
  atOnce: number;
  #until = 0;

  /** `most`: users at once, at most. */
  constructor(most: number) {
    this.#most = most;
    this.atOnce = most;
  }

  /** The cloud asked to wait until then, in ms. */
  asked(until: number): void {
    this.#until = Math.max(this.#until, until);
  }

  /** True where that is why nothing is done before `next`. */
  isAskedUntil(next: number): boolean {
    return next <= this.#until;
  }

  /** Fewer at once after writes met, and slowly more where they do not. */
  adapt(replies: readonly SendAnswer[]): void {
    const isContested = replies.some((reply) => reply.kind === 'busy' && reply.isContested);
    this.atOnce = isContested
      ? Math.max(1, this.atOnce >> 1)
      : Math.min(this.#most, this.atOnce + 1);
  }
}
