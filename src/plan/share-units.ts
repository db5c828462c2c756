import { inTurn, type Turns } from './turns.ts';

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

/** Users whose claims are the same where it matters, as places in the order of their turns. */
interface Alike {
  readonly claim: Claim;
  readonly places: number[];
  /** How many of them got what they need: the first ones. */
  served: number;
}

/** Those who ask for something and touch a short product, with only such products in their claims. */
function whoAsks(
  { claims, claimOf }: Claimants,
  short: Uint8Array,
  order: Uint32Array,
): readonly Alike[] {
  const isShort = (product: number): boolean => short[product] === 1;
  const groups = new Map<string, Alike>();
  const groupOf = claims.map((claim): Alike | null => {
    if (claim === null || claim.needs.length === 0) return null;
    const [needs, frees] = [claim.needs.filter(isShort), claim.frees.filter(isShort)];
    if (needs.length === 0 && frees.length === 0) return null;
    const key = `${needs.join()} ${frees.join()}`;
    const group = groups.get(key) ?? { claim: { needs, frees }, places: [], served: 0 };
    groups.set(key, group);
    return group;
  });
  order.forEach((i, place) => groupOf[claimOf[i] ?? 0]?.places.push(place));
  return [...groups.values()];
}

/** Serves the first in order whose units are there, again and again. */
function serve(groups: readonly Alike[], pool: Float64Array): void {
  const isThere = (product: number): boolean => (pool[product] ?? 0) > 0;
  for (;;) {
    let next: Alike | null = null;
    let first = Infinity;
    for (const group of groups) {
      const place = group.places[group.served] ?? Infinity;
      if (place >= first || !group.claim.needs.every(isThere)) continue;
      first = place;
      next = group;
    }
    if (next === null) return;
    next.served++;
    for (const product of next.claim.needs) pool[product] = (pool[product] ?? 0) - 1;
    for (const product of next.claim.frees) pool[product] = (pool[product] ?? 0) + 1;
  }
}

/**
 * Shares out the units of short products. A user is taken whole or not at all: always the first in
 * the order of the turns whose units are all there; a unit that a user frees while taking another
 * joins the pool when that user is taken. `available` by product number.
 */
export function shareUnits(
  claimants: Claimants,
  available: readonly (number | null)[],
  turns: Turns,
): Shortfall {
  const lackOf = new Uint16Array(claimants.users.length);
  const pool = openPool(claimants, available);
  const short = shortProducts(claimants, pool);
  if (short === null) return { lackOf, lacks: [] };

  const order = inTurn(claimants.users, turns);
  const groups = whoAsks(claimants, short, order);
  serve(groups, pool);
  const lacking = groups.filter(({ places, served }) => served < places.length);
  lacking.forEach(({ places, served }, group) => {
    for (const place of places.slice(served)) lackOf[order[place] ?? 0] = group + 1;
  });
  const isMissing = (product: number): boolean => (pool[product] ?? 0) <= 0;
  return { lackOf, lacks: lacking.map(({ claim }) => claim.needs.filter(isMissing)) };
}
