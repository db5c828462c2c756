/** The present moment in ms, moving once a second while somebody follows it. */
export class Seconds {
  readonly #now: () => number;
  #at = $state(0);

  constructor(now: () => number) {
    this.#now = now;
    this.#at = now();
  }

  /** Moves on until the returned function is called. */
  follow(): () => void {
    this.#at = this.#now();
    const timer = setInterval(() => (this.#at = this.#now()), 1000);
    return () => clearInterval(timer);
  }

  /** Whole seconds until a moment in ms; at least 0. */
  until(moment: number): number {
    return Math.max(0, Math.ceil((moment - this.#at) / 1000));
  }
}
