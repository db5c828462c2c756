import type { SkuId } from '#licenses/ids.ts';
import { shareUnits, type Shortfall } from './share-units.ts';
import { claimOf } from './touch-effects.ts';
import type { PlanningContext } from './planning-context.ts';
import type { Judged } from './judged.ts';
import { demandOf, ledgerOf } from './ledger.ts';
import { BitSet } from '#base/bit-set.ts';
import { inTurn, type Turns } from './turns.ts';

/** A product that is short: those who need it, in the order of their turns, and who of them waits. */
export interface ShortProduct {
  readonly skuId: SkuId;
  /** How many would have to be bought for everybody to be planned (what was overdrawn before not counted). */
  readonly short: number;
  /** Positions, in the order of their turns. */
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

/** Shares out what is available in the plan; users whom a rule keeps out neither take nor free. */
export function shortfallOf(context: PlanningContext, judged: Judged, turns: Turns): Shortfall {
  const { users, caseOf, cases, counts } = judged;
  const claims = cases.map(({ kind, effects }) => (kind === 'planned' ? claimOf(effects) : null));
  const available = context.availability().map(({ planned }) => planned);
  return shareUnits({ users, claimOf: caseOf, claims, counts }, available, turns);
}

/** Those who get licenses where each is given in the order of the users. */
export function servedBy(context: PlanningContext, judged: Judged): Uint32Array {
  const { users, caseOf, cases } = judged;
  const { lackOf } = shortfallOf(context, judged, inDisplayOrder());
  const needs = cases.map(
    ({ kind, effects }) => kind === 'planned' && claimOf(effects).needs.length > 0,
  );
  return users.filter((_, i) => lackOf[i] === 0 && needs[caseOf[i] ?? 0]);
}

/** The allotment as a person looks at it: per short product the users who need it. */
export function allotmentOf(context: PlanningContext, judged: Judged, turns: Turns): Allotment {
  const { users, caseOf, cases } = judged;
  const { lackOf } = shortfallOf(context, judged, turns);
  const order = inTurn(users, turns);
  const waiting = new BitSet();
  users.forEach((position, i) => {
    if (lackOf[i] !== 0) waiting.add(position);
  });
  const demand = demandOf(judged, context.index.products.length);
  const lines = ledgerOf(demand, context.availability(), context.index);
  const products = lines.flatMap(({ skuId, short }, product): ShortProduct[] => {
    if (short === 0) return [];
    const needing = cases.map(
      (one) => one.kind === 'planned' && claimOf(one.effects).needs.includes(product),
    );
    const those = order.filter((i) => needing[caseOf[i] ?? 0]).map((i) => users[i] ?? 0);
    const waits = Uint8Array.from(those, (position) => (waiting.has(position) ? 1 : 0));
    return [{ skuId, short, users: those, waits }];
  });
  return { waiting, products };
}

/** What to do with users for whom no unit is left. */
export interface ShortageChoice extends Turns {
  /** `wait`: nothing is planned for them. `planAll`: everybody is planned, and the rest is to be bought. */
  readonly onShortage: 'wait' | 'planAll';
}

/** Units go out in display order, and who gets none waits. */
export const inDisplayOrder = (): ShortageChoice => ({
  onShortage: 'wait',
  waitingLast: new BitSet(),
});
