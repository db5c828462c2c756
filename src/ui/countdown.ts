/** Ends something after so many ms of running; while it does not run, they do not pass. */
export class Countdown {
  #left: number;
  readonly #onend: () => void;

  constructor(ms: number, onend: () => void) {
    this.#left = ms;
    this.#onend = onend;
  }

  /** Runs until the returned function is called. */
  run(): () => void {
    const since = performance.now();
    const timer = setTimeout(this.#onend, this.#left);
    return () => {
      clearTimeout(timer);
      this.#left = Math.max(0, this.#left - (performance.now() - since));
    };
  }
}
