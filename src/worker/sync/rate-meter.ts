const MINUTE_MS = 60_000;
/** Before that the first batch would be taken for the rate. */
const LEAST_MS = 3_000;

interface Sample {
  readonly at: number;
  readonly ended: number;
}

/** How fast users of a run end, measured over the last minute: whatever the run waits for is in it. */
export class RateMeter {
  #samples: Sample[] = [];

  /** `ended`: users of the run that have ended by now (ms). */
  see(ended: number, now: number): void {
    const last = this.#samples.at(-1);
    if (last !== undefined && last.ended > ended) this.#samples = [];
    if (last?.ended !== ended || this.#samples.length === 0) this.#samples.push({ at: now, ended });
    // the last one before the minute is what the minute is measured from
    const first = this.#samples.findLastIndex(({ at }) => at <= now - MINUTE_MS);
    if (first > 0) this.#samples.splice(0, first);
  }

  /** Users a minute; null while nothing can be measured. */
  perMinute(now: number): number | null {
    const [first] = this.#samples;
    const last = this.#samples.at(-1);
    if (first === undefined || last === undefined || now - first.at < LEAST_MS) return null;
    const from = Math.max(first.at, now - MINUTE_MS);
    return ((last.ended - first.ended) * MINUTE_MS) / (now - from);
  }
}
