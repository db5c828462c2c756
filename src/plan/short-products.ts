import { STEP, type Steps } from '#base/steps.ts';
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
export function* shortfallOf(
  context: PlanningContext,
  judged: Judged,
  turns: Turns,
): Steps<Shortfall> {
  const { users, caseOf, cases, counts } = judged;
  const claims = cases.map(({ kind, effects }) => (kind === 'planned' ? claimOf(effects) : null));
  yield;
  const available = context.availability().map(({ planned }) => planned);
  yield;
  return yield* shareUnits({ users, claimOf: caseOf, claims, counts }, available, turns);
}

/** Those who get licenses where each is given in the order of the users. */
export function* servedBy(context: PlanningContext, judged: Judged): Steps<Uint32Array> {
  const { users, caseOf, cases } = judged;
  const { lackOf } = yield* shortfallOf(context, judged, inDisplayOrder());
  const needs = cases.map(
    ({ kind, effects }) => kind === 'planned' && claimOf(effects).needs.length > 0,
  );
  return users.filter((_, i) => lackOf[i] === 0 && needs[caseOf[i] ?? 0]);
}

/** The allotment as a person looks at it: per short product the users who need it. */
export function* allotmentOf(
  context: PlanningContext,
  judged: Judged,
  turns: Turns,
): Steps<Allotment> {
  const { users, caseOf, cases } = judged;
  const { lackOf } = yield* shortfallOf(context, judged, turns);
  const order = inTurn(users, turns);
  const waiting = new BitSet();
  for (let i = 0; i < users.length; i++) {
    if (i % STEP === 0) yield;
    if (lackOf[i] !== 0) waiting.add(users[i] ?? 0);
  }
  const demand = demandOf(judged, context.index.products.length);
  const lines = ledgerOf(demand, context.availability(), context.index);
  const products: ShortProduct[] = [];
  for (const [product, { skuId, short }] of lines.entries()) {
    if (short === 0) continue;
    const needing = cases.map(
      (one) => one.kind === 'planned' && claimOf(one.effects).needs.includes(product),
    );
    const those = new Uint32Array(order.length);
    const waits = new Uint8Array(order.length);
    let count = 0;
    for (let place = 0; place < order.length; place++) {
      if (place % STEP === 0) yield;
      const i = order[place] ?? 0;
      if (needing[caseOf[i] ?? 0] !== true) continue;
      waits[count] = lackOf[i] === 0 ? 0 : 1;
      those[count++] = users[i] ?? 0;
    }
    products.push({ skuId, short, users: those.slice(0, count), waits: waits.slice(0, count) });
  }
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
