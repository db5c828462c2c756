import type { Timeline } from './timeline.ts';

/** What the clock of a device, that may be set, shows: thirty days at the beginning, so that it can be set back. */
const AHEAD = 30 * 86_400_000;

/** The clocks of one device: one shows what time it is, more or less, and one nobody can set. */
export class Watch {
  readonly #timeline: Timeline;
  #ahead: number;
  /** For how long the steady one stood still, in ms. */
  #stoodStill = 0;

  constructor(timeline: Timeline, isSet: boolean) {
    this.#timeline = timeline;
    this.#ahead = isSet ? AHEAD : 0;
  }

  /** What it shows, in ms. */
  get now(): number {
    return this.#timeline.now + this.#ahead;
  }

  /** What the one shows that nobody can set, in ms. */
  get steady(): number {
    return this.#timeline.now - this.#stoodStill;
  }

  /** The machine sleeps for `ms`, and the steady clock with it. */
  standStill(ms: number): void {
    this.#stoodStill += ms;
  }

  /** Somebody sets it, back where `ms` is below 0. */
  set(ms: number): void {
    this.#ahead += ms;
  }
}
