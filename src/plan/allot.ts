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
export interface Waiting {
  readonly lackOf: Uint16Array;
  readonly lacks: readonly (readonly number[])[];
}

/** The pool at the start: what is available plus what those free who need nothing. Null: unknown, never short. */
function openPool(
  { claims, counts }: Claimants,
  available: readonly (number | null)[],
): (number | null)[] {
  const pool = [...available];
  claims.forEach((claim, i) => {
    if (claim === null || claim.needs.length > 0) return;
    for (const product of claim.frees) {
      const units = pool[product];
      if (typeof units === 'number') pool[product] = units + (counts[i] ?? 0);
    }
  });
  return pool;
}

/** Products of which more is needed than the pool holds at the start. */
function shortProducts(
  { claims, counts }: Claimants,
  pool: readonly (number | null)[],
): Set<number> {
  const needed = new Map<number, number>();
  claims.forEach((claim, i) => {
    for (const product of claim?.needs ?? []) {
      needed.set(product, (needed.get(product) ?? 0) + (counts[i] ?? 0));
    }
  });
  const isShort = ([product, users]: [number, number]): boolean => users > (pool[product] ?? users);
  return new Set([...needed].filter(isShort).map(([product]) => product));
}

/** Claims that touch a short product, with only such products in them; null for the others. */
function walkedClaims({ claims }: Claimants, short: ReadonlySet<number>): (Claim | null)[] {
  return claims.map((claim) => {
    if (claim === null || claim.needs.length === 0) return null;
    const needs = claim.needs.filter((product) => short.has(product));
    const frees = claim.frees.filter((product) => short.has(product));
    return needs.length === 0 && frees.length === 0 ? null : { needs, frees };
  });
}

/** Indexes of the users to walk, in the order in which they are taken. */
function queueOf(
  { users, claimOf }: Claimants,
  walked: readonly (Claim | null)[],
  waitingLast: BitSet,
): number[] {
  const first: number[] = [];
  const last: number[] = [];
  for (let i = 0; i < users.length; i++) {
    if ((walked[claimOf[i] ?? 0] ?? null) === null) continue;
    (waitingLast.has(users[i] ?? 0) ? last : first).push(i);
  }
  return first.concat(last);
}

const hasAll = (pool: readonly (number | null)[], needs: readonly number[]): boolean =>
  needs.every((product) => (pool[product] ?? 0) > 0);

function move(pool: (number | null)[], products: readonly number[], by: 1 | -1): void {
  for (const product of products) pool[product] = (pool[product] ?? 0) + by;
}

/**
 * Shares out the units of short products. A user is taken whole or not at all; users are taken in
 * display order, those in `waitingLast` after all others; a unit that a user frees while taking
 * another joins the pool when that user is taken; passes repeat until one takes nobody new.
 * Only users who touch a short product are walked. `available` by product number.
 */
export function allot(
  claimants: Claimants,
  available: readonly (number | null)[],
  waitingLast: BitSet,
): Waiting {
  const lackOf = new Uint16Array(claimants.users.length);
  const pool = openPool(claimants, available);
  const short = shortProducts(claimants, pool);
  if (short.size === 0) return { lackOf, lacks: [] };

  const walked = walkedClaims(claimants, short);
  const claimAt = (i: number): Claim | null => walked[claimants.claimOf[i] ?? 0] ?? null;
  let queue = queueOf(claimants, walked, waitingLast);
  let isFreed = true;
  while (isFreed && queue.length > 0) {
    isFreed = false;
    queue = queue.filter((i) => {
      const claim = claimAt(i);
      if (claim === null || !hasAll(pool, claim.needs)) return true;
      move(pool, claim.needs, -1);
      move(pool, claim.frees, 1);
      isFreed ||= claim.frees.length > 0;
      return false;
    });
  }

  return { lackOf, lacks: fillLacks(lackOf, queue, claimAt, pool) };
}

/** Writes into `lackOf` what everybody left in the queue lacks, now that the pool moves no more. */
function fillLacks(
  lackOf: Uint16Array,
  queue: readonly number[],
  claimAt: (i: number) => Claim | null,
  pool: readonly (number | null)[],
): number[][] {
  const lacks: number[][] = [];
  const byClaim = new Map<Claim, number>();
  const byProducts = new Map<string, number>();
  for (const i of queue) {
    const claim = claimAt(i);
    if (claim === null) continue;
    let number = byClaim.get(claim);
    if (number === undefined) {
      const lack = claim.needs.filter((product) => (pool[product] ?? 0) <= 0);
      const key = lack.join(' ');
      number = byProducts.get(key) ?? lacks.push(lack);
      byProducts.set(key, number);
      byClaim.set(claim, number);
    }
    lackOf[i] = number;
  }
  return lacks;
}
