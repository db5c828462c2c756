import { BitSet } from '#base/bit-set.ts';
import type { SkuId } from '#licenses/ids.ts';
import { allot, type Claim, type Waiting } from './allot.ts';
import { claimOf } from './expand.ts';
import type { Ground } from './ground.ts';
import type { Judged, JudgedCase } from './judged.ts';
import { demandOf, ledgerOf } from './ledger.ts';

/** A product that is short: those who need it, in display order, and who of them waits. */
export interface ShortProduct {
  readonly skuId: SkuId;
  /** How many would have to be bought for everybody to be planned (what was overdrawn before not counted). */
  readonly short: number;
  /** Positions, in display order. */
  readonly users: Uint32Array;
  /** Index i: 1 when `users[i]` waits (for this product or for another one that the user also needs). */
  readonly waits: Uint8Array;
}

/** Who gets the units of short products. */
export interface Allotment {
  /** Positions of all users who wait. */
  readonly waiting: BitSet;
  readonly products: readonly ShortProduct[];
}

/** What each case asks for; cases of one license set stand side by side and share their claim. */
function claimsOf({ cases }: Judged): (Claim | null)[] {
  let touches: JudgedCase['touches'] | null = null;
  let claim: Claim | null = null;
  return cases.map((one) => {
    if (one.kind !== 'planned') return null;
    if (claim === null || one.touches !== touches) claim = claimOf(one);
    touches = one.touches;
    return claim;
  });
}

/** Shares out what is available in the plan; users whom a rule keeps out neither take nor free. */
export function waitingOf(ground: Ground, judged: Judged, waitingLast: BitSet): Waiting {
  const claims = claimsOf(judged);
  const { users, caseOf, counts } = judged;
  const available = ground.availability().map(({ planned }) => planned);
  return allot({ users, claimOf: caseOf, claims, counts }, available, waitingLast);
}

/** The allotment as a person looks at it: per short product the users who need it. */
export function allotmentOf(ground: Ground, judged: Judged, waitingLast: BitSet): Allotment {
  const { users, caseOf, cases } = judged;
  const { lackOf } = waitingOf(ground, judged, waitingLast);
  const waiting = new BitSet();
  users.forEach((position, i) => {
    if (lackOf[i] !== 0) waiting.add(position);
  });
  const demand = demandOf(judged, ground.index.products.length);
  const lines = ledgerOf(demand, ground.availability(), ground.index);
  const products = lines.flatMap(({ skuId, short }, product): ShortProduct[] => {
    if (short === 0) return [];
    const needing = cases.map(
      (one) => one.kind === 'planned' && claimOf(one).needs.includes(product),
    );
    const those = users.filter((_, i) => needing[caseOf[i] ?? 0]);
    const waits = Uint8Array.from(those, (position) => (waiting.has(position) ? 1 : 0));
    return [{ skuId, short, users: those, waits }];
  });
  return { waiting, products };
}
