import type { BitSet } from '#base/bit-set.ts';

/** What one kind of user takes and gives back, by product number. */
export interface Claim {
  readonly needs: readonly number[];
  readonly frees: readonly number[];
}

/** Users who ask for units: index i of `users` and `claimOf` is the same user. */
export interface Claimants {
  /** Positions in display order. */
  readonly users: Uint32Array;
  readonly claimOf: Uint32Array;
  /** Null where a rule keeps the user out: takes nothing, frees nothing, does not wait. */
  readonly claims: readonly (Claim | null)[];
  /** Users per claim. */
  readonly counts: Uint32Array;
}

/** Who waits: `waitsFor[lackOf[i] - 1]` are the product numbers that user i lacks; 0 = does not wait. */
export interface Shortfall {
  readonly lackOf: Uint16Array;
  readonly lacks: readonly (readonly number[])[];
}

/** The pool at the start: what is available plus what those free who need nothing. Unknown is never short. */
function openPool(
  { claims, counts }: Claimants,
  available: readonly (number | null)[],
): Float64Array {
  const pool = Float64Array.from(available, (units) => units ?? Infinity);
  claims.forEach((claim, i) => {
    if (claim === null || claim.needs.length > 0) return;
    for (const product of claim.frees) pool[product] = (pool[product] ?? 0) + (counts[i] ?? 0);
  });
  return pool;
}

/** Of each product, 1 when more is needed than the pool holds at the start; null when that is none. */
function shortProducts({ claims, counts }: Claimants, pool: Float64Array): Uint8Array | null {
  const left = pool.slice();
  claims.forEach((claim, i) => {
    if (claim === null) return;
    for (const product of claim.needs) left[product] = (left[product] ?? 0) - (counts[i] ?? 0);
  });
  const isNeeded = (product: number): boolean => (left[product] ?? 0) < (pool[product] ?? 0);
  const short = Uint8Array.from(left, (units, product) => (units < 0 && isNeeded(product) ? 1 : 0));
  return short.includes(1) ? short : null;
}

/** Claims that touch a short product, with only such products in them; null for the others. */
function walkedClaims({ claims }: Claimants, short: Uint8Array): (Claim | null)[] {
  const isShort = (product: number): boolean => short[product] === 1;
  const narrow = (claim: Claim | null): Claim | null => {
    if (claim === null || claim.needs.length === 0) return null;
    const needs = claim.needs.filter(isShort);
    const frees = claim.frees.filter(isShort);
    return needs.length === 0 && frees.length === 0 ? null : { needs, frees };
  };
  return claims.map(narrow);
}

/** Indexes of the users to walk, in the order in which they are taken. */
function queueOf(
  { users, claimOf }: Claimants,
  walked: readonly (Claim | null)[],
  waitingLast: BitSet,
): Uint32Array {
  const queue = new Uint32Array(users.length);
  const last: number[] = [];
  let length = 0;
  for (let i = 0; i < users.length; i++) {
    if ((walked[claimOf[i] ?? 0] ?? null) === null) continue;
    if (waitingLast.has(users[i] ?? 0)) last.push(i);
    else queue[length++] = i;
  }
  queue.set(last, length);
  return queue.subarray(0, length + last.length);
}

/** Takes the user's units out of the pool and puts in those that are freed; false when one is missing. */
function take(pool: Float64Array, { needs, frees }: Claim): boolean {
  for (const product of needs) if ((pool[product] ?? 0) <= 0) return false;
  for (const product of needs) pool[product] = (pool[product] ?? 0) - 1;
  for (const product of frees) pool[product] = (pool[product] ?? 0) + 1;
  return true;
}

/** Takes whom the pool allows, pass after pass; gives those who are left, in their order. */
function walk(
  start: Uint32Array,
  claimOf: Uint32Array,
  walked: readonly (Claim | null)[],
  pool: Float64Array,
): Uint32Array {
  let queue = start;
  for (let isFreed = true; isFreed;) {
    isFreed = false;
    let left = 0;
    for (const i of queue) {
      const claim = walked[claimOf[i] ?? 0] ?? null;
      if (claim === null) continue;
      if (take(pool, claim)) isFreed ||= claim.frees.length > 0;
      else queue[left++] = i;
    }
    queue = queue.subarray(0, left);
  }
  return queue;
}

/**
 * Shares out the units of short products. A user is taken whole or not at all; users are taken in
 * display order, those in `waitingLast` after all others; a unit that a user frees while taking
 * another joins the pool when that user is taken; passes repeat until one takes nobody new.
 * Only users who touch a short product are walked. `available` by product number.
 */
export function shareUnits(
  claimants: Claimants,
  available: readonly (number | null)[],
  waitingLast: BitSet,
): Shortfall {
  const pool = openPool(claimants, available);
  const short = shortProducts(claimants, pool);
  if (short === null) return { lackOf: new Uint16Array(claimants.users.length), lacks: [] };

  const walked = walkedClaims(claimants, short);
  const start = queueOf(claimants, walked, waitingLast);
  const left = walk(start, claimants.claimOf, walked, pool);
  return lacking(claimants, left, walked, pool);
}

/** What everybody left in the queue lacks, now that the pool moves no more. */
function lacking(
  { users, claimOf }: Claimants,
  queue: Uint32Array,
  walked: readonly (Claim | null)[],
  pool: Float64Array,
): Shortfall {
  const lackOf = new Uint16Array(users.length);
  const lacks: number[][] = [];
  const byProducts = new Map<string, number>();
  const byClaim = new Uint16Array(walked.length);
  for (const i of queue) {
    const claim = claimOf[i] ?? 0;
    if (byClaim[claim] === 0) {
      const lack = (walked[claim]?.needs ?? []).filter((product) => (pool[product] ?? 0) <= 0);
      const key = lack.join(' ');
      const number = byProducts.get(key) ?? lacks.push(lack);
      byProducts.set(key, number);
      byClaim[claim] = number;
    }
    lackOf[i] = byClaim[claim] ?? 0;
  }
  return { lackOf, lacks };
}
