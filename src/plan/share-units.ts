import { STEP, type Steps } from '#base/steps.ts';
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
  readonly lackOf: Uint32Array;
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

/** By claim the group of those who ask for something and touch a short product, with only such products in their claims. */
function* groupsOf(
  { claims, claimOf }: Claimants,
  short: Uint8Array,
  order: Uint32Array,
): Steps<readonly (Alike | null)[]> {
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
  for (let place = 0; place < order.length; place++) {
    if (place % STEP === 0) yield;
    groupOf[claimOf[order[place] ?? 0] ?? 0]?.places.push(place);
  }
  return groupOf;
}

/** What is left of each product while users are served. */
class Serving {
  readonly #pool: Float64Array;

  constructor(pool: Float64Array) {
    this.#pool = pool;
  }

  isThere(product: number): boolean {
    return (this.#pool[product] ?? 0) > 0;
  }

  /** True where the next one of the group, at this place or before it, can have all that they need. */
  canServe({ claim, places, served }: Alike, upTo: number): boolean {
    const next = places[served];
    return next !== undefined && next <= upTo && claim.needs.every((one) => this.isThere(one));
  }

  /** Serves the next one of the group; true when a product came back of which none was left. */
  serve(group: Alike): boolean {
    group.served++;
    for (const product of group.claim.needs) this.#add(product, -1);
    const missed = group.claim.frees.filter((product) => !this.isThere(product));
    for (const product of group.claim.frees) this.#add(product, 1);
    return missed.some((product) => this.isThere(product));
  }

  #add(product: number, units: number): void {
    this.#pool[product] = (this.#pool[product] ?? 0) + units;
  }
}

/** The group whose next one comes first, of those that can be served up to this place. */
function firstOf(groups: Iterable<Alike>, serving: Serving, upTo: number): Alike | null {
  let first: Alike | null = null;
  for (const group of groups) {
    if (!serving.canServe(group, upTo)) continue;
    if (first === null || (group.places[group.served] ?? 0) < (first.places[first.served] ?? 0)) {
      first = group;
    }
  }
  return first;
}

/**
 * Shares out the units of short products. A user is taken whole or not at all: always the first in
 * the order of the turns whose units are all there; a unit that a user frees while taking another
 * joins the pool when that user is taken. `available` by product number.
 */
export function* shareUnits(
  claimants: Claimants,
  available: readonly (number | null)[],
  turns: Turns,
): Steps<Shortfall> {
  const lackOf = new Uint32Array(claimants.users.length);
  const pool = openPool(claimants, available);
  const short = shortProducts(claimants, pool);
  if (short === null) return { lackOf, lacks: [] };

  const order = inTurn(claimants.users, turns);
  const groupOf = yield* groupsOf(claimants, short, order);
  const groups = new Set(groupOf.filter((group) => group !== null));
  const serving = new Serving(pool);
  for (let place = 0; place < order.length; place++) {
    if (place % STEP === 0) yield;
    const group = groupOf[claimants.claimOf[order[place] ?? 0] ?? 0];
    if (!group || !serving.canServe(group, place) || !serving.serve(group)) continue;
    // whoever was passed over for want of it comes before those who are next
    for (let passed = firstOf(groups, serving, place); passed !== null;) {
      serving.serve(passed);
      passed = firstOf(groups, serving, place);
    }
  }
  const lacks: number[][] = [];
  const numberOf = new Map<string, number>();
  for (const { claim, places, served } of groups) {
    if (served === places.length) continue;
    const lack = claim.needs.filter((product) => !serving.isThere(product));
    const number = numberOf.get(lack.join()) ?? lacks.push(lack);
    numberOf.set(lack.join(), number);
    for (let i = served; i < places.length; i++) {
      if (i % STEP === 0) yield;
      lackOf[order[places[i] ?? 0] ?? 0] = number;
    }
  }
  return { lackOf, lacks };
}
