/** How many requests go in one `$batch` (Microsoft Graph: JSON batching). */
export const BATCH = 20;

/** How long nothing may happen in a run until a person has to review again what it would send, in ms. */
export const REVIEW_LASTS = 86_400_000;

/** How long what was last seen of a lease may be believed before a request leaves, in ms: longer than any look takes. */
export const LOOK_LASTS = 10_000;

/** No operation waits longer for anything, in ms. */
export const LONGEST_WAIT = 600_000;

/** Times of the engine, in ms. */
export interface Limits {
  /** A request that was not answered by then never lands later. */
  readonly requestTimeout: number;
  /** How long a lease is good for after the last commit. */
  readonly leaseTime: number;
  /** How long reads may show what was before our own write. */
  readonly staleness: number;
  /** The first wait where the cloud does not say how long; doubles. */
  readonly backoff: number;
  readonly longestBackoff: number;
  /** How long "no usage location" may be told after it was set. */
  readonly locationLag: number;
  /** Users who are changed at once, at most `BATCH`: fewer after the cloud said that writes met. */
  readonly atOnce: number;
}

/**
 * `atOnce` is the whole batch, since it halves as soon as changes collide. Measured with 400 users in the
 * sandbox, 0.4 s an answer: where nothing collides, 20 at once take 16 s, 10 take 32 s, 5 take 64 s. Where the
 * cloud makes 8 (4, 2, 1) changes of a batch and refuses the others, beginning with 20 takes 61 (108, 200,
 * 322) s, with 10 61 (109, 201, 325) s, with 5 64 (114, 200, 322) s: fewer at the beginning win nothing.
 * How many Microsoft 365 makes of one customer at once is not documented.
 *
 * Requests end after 30 s. A read may be minutes behind ("no documented replication SLAs"; tools that
 * do this for a living wait 2 to 5 minutes).
 */
export const usualLimits: Limits = {
  requestTimeout: 30_000,
  leaseTime: 90_000,
  staleness: 300_000,
  backoff: 2_000,
  longestBackoff: 60_000,
  locationLag: 120_000,
  atOnce: BATCH,
};

/** From when on no earlier request of an operation can still land. */
export const quietFrom = (
  { sentAt, quietAt }: { readonly sentAt: number; readonly quietAt?: number },
  { requestTimeout, leaseTime }: Limits,
): number => quietAt ?? sentAt + requestTimeout + leaseTime;

/**
 * True while a right is good. None is given for longer than `time`: one that ends later than that was
 * written when this device's clock was ahead, and is over.
 */
export const isLeaseGood = (
  { expiresAt }: { readonly expiresAt: number },
  now: number,
  time: number,
): boolean => expiresAt > now && expiresAt <= now + time;
