import { SHORT_STEP, type Steps } from '#base/steps.ts';
import { nameOfNamedSku, type GroupId, type SkuId } from '#licenses/ids.ts';
import { emptyDraft } from './draft.ts';
import { expand } from './expand.ts';
import type { Filling, Skip } from './filling.ts';
import type { PlanningContext } from './planning-context.ts';
import { countSets } from './product-holders.ts';
import { demandOf } from './ledger.ts';

/** A product that *revoke everything* ticks. */
export interface RevokedProduct {
  readonly skuId: SkuId;
  /** Users who hold it directly or by a path that no source explained. */
  readonly users: number;
  /** Licenses freed for others, as the ledger counts them. */
  readonly frees: number;
}

export interface RevokeEverything extends Filling {
  readonly products: readonly RevokedProduct[];
}

interface Found {
  revocable: number;
  readonly byGroup: Map<GroupId, number>;
}

/** Of every product that one of the users holds, planned: how many can lose it, and whom groups give it. */
function* findHeld(context: PlanningContext, users: Uint32Array): Steps<Map<SkuId, Found>> {
  const found = new Map<SkuId, Found>();
  const counts = yield* countSets(context, users);
  for (const [number, count] of counts.entries()) {
    if (number % SHORT_STEP === 0) yield;
    if (count === 0) continue;
    for (const { skuId, paths } of context.sets.at(number)) {
      const product = found.get(skuId) ?? { revocable: 0, byGroup: new Map<GroupId, number>() };
      found.set(skuId, product);
      if (paths.some(({ via }) => via.kind !== 'group')) product.revocable += count;
      for (const { via } of paths) {
        if (via.kind !== 'group') continue;
        product.byGroup.set(via.groupId, (product.byGroup.get(via.groupId) ?? 0) + count);
      }
    }
  }
  return found;
}

/**
 * The draft for leavers: revokes every product that one of the users holds, planned, by a direct path
 * or one that no source explained. What groups give is listed per group; a product that is only known
 * by a name has no id to send and is left out.
 */
export function* revokeEverything(
  context: PlanningContext,
  users: Uint32Array,
): Steps<RevokeEverything> {
  const present = yield* context.present(users);
  const found = yield* findHeld(context, present);
  const skips: Skip[] = [];
  const { planned } = context.table.licenses;
  const untold = present.filter((position) => context.sets.isUntold(planned[position] ?? 0)).length;
  if (untold > 0) skips.push({ kind: 'licensesUntold', users: untold });
  const revoked: SkuId[] = [];
  for (const [skuId, { revocable, byGroup }] of found) {
    for (const [groupId, count] of byGroup)
      skips.push({ kind: 'keptByGroup', skuId, groupId, users: count });
    if (revocable === 0) continue;
    if (nameOfNamedSku(skuId) === null) revoked.push(skuId);
    else skips.push({ kind: 'notAssignable', skuId, reason: 'unidentified' });
  }
  const draft = {
    ...emptyDraft,
    products: revoked.map((skuId) => ({ skuId, action: 'revoke' as const, servicePlans: {} })),
  };
  const { index } = context;
  const { freed } = demandOf(yield* expand(context, users, draft), index.products.length);
  const products = revoked.map((skuId) => ({
    skuId,
    users: found.get(skuId)?.revocable ?? 0,
    frees: freed[index.numberOf(skuId)] ?? 0,
  }));
  return { draft, skips, products };
}
