/** After so long an answer is late: a person is told why that may be. */
const LATE_MS = 15_000;

/** Tells that something is waited for longer than it should be. */
export class Lateness {
  #late = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;

  get late(): boolean {
    return this.#late;
  }

  /** Waits from now on; a wait that has begun goes on. */
  begin(): void {
    this.#timer ??= setTimeout(() => (this.#late = true), LATE_MS);
  }

  /** What was waited for has come, or nobody waits any more. */
  end(): void {
    this.#late = false;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
