import { seededRandom } from '../../src/sandbox/random.ts';

/** What can happen to a request on its way. */
export type Fault =
  /** It is done, and nobody hears of it. */
  | 'lost'
  /** It is done, and the answer breaks off in the middle. */
  | 'cut'
  /** It is done, and the answer takes its time. */
  | 'late'
  /** Nothing is done: the service is out of order. */
  | 'unavailable'
  /** Nothing is done: too many requests. */
  | 'throttled'
  /** Of a batch only a part is done; the rest is told to come again. */
  | 'crowded';

/** How often each happens, from 0 to 1. */
export type Faults = Partial<Record<Fault, number>>;

/** Draws what happens to one request after the other: the same for the same seed. */
export function faultPlan(faults: Faults, seed: number): () => Fault | null {
  const random = seededRandom(seed);
  return () => {
    let point = random.next();
    for (const [fault, share = 0] of Object.entries(faults) as [Fault, number | undefined][]) {
      if (point < share) return fault;
      point -= share;
    }
    return null;
  };
}
