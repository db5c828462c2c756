import type { Timeline } from './timeline.ts';

/** What the clock of a device, that may be set, shows: thirty days at the beginning, so that it can be set back. */
const AHEAD = 30 * 86_400_000;

/** The clock of one device: shows what time it is, more or less. */
export class Watch {
  readonly #timeline: Timeline;
  #ahead: number;

  constructor(timeline: Timeline, isSet: boolean) {
    this.#timeline = timeline;
    this.#ahead = isSet ? AHEAD : 0;
  }

  /** What it shows, in ms. */
  get now(): number {
    return this.#timeline.now + this.#ahead;
  }

  /** Somebody sets it, back where `ms` is below 0. */
  set(ms: number): void {
    this.#ahead += ms;
  }
}
