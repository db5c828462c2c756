import fc from 'fast-check';
import { expect, it } from 'vitest';
import { atOnce } from '#base/steps.ts';
import { groupId, servicePlanId, skuId } from '#licenses/ids.ts';
import { canonicalSet, heldIn, type LicenseSet, type Path } from '#licenses/license-set.ts';
import { LicenseSets } from '#licenses/license-sets.ts';
import type { Product } from '#licenses/product.ts';
import { DataKeepers, isKept } from '#plan/kept-data.ts';
import { PlanJudge } from '#plan/plan-judge.ts';
import { PlanningContext } from '#plan/planning-context.ts';
import { LOCATION_NONE } from '#users/usage-location.ts';
import { customerId, tableOf } from './customers.ts';

const guid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const plans = ['EXCHANGE_S_ENTERPRISE', 'EXCHANGE_S_STANDARD', 'SWAY'].map((partName, n) => ({
  id: servicePlanId(guid(10 + n)),
  partName,
  appliesTo: 'User' as const,
}));
const skus = [0, 1, 2, 3].map((n) => skuId(guid(n)));

const aPath = fc.record({
  via: fc.constantFrom<Path['via'][]>(
    { kind: 'direct' },
    { kind: 'group', groupId: groupId(guid(30)) },
    { kind: 'unknown' },
  ),
  disabledPlans: fc.option(fc.subarray(plans.map(({ id }) => id))),
  state: fc.constantFrom(null, 'Active', 'Error'),
  error: fc.constant(null),
});
const aSet = fc
  .array(fc.record({ skuId: fc.constantFrom(...skus), paths: fc.array(aPath, { maxLength: 2 }) }))
  .map(canonicalSet);
// the last of the products is never listed
const someProducts = fc
  .tuple(...[0, 1, 2].map(() => fc.option(fc.subarray(plans), { freq: 6 })))
  .map((lists) =>
    lists.map((servicePlans, n): Product => ({
      skuId: skus[n]!,
      skuPartNumber: `PART_${n}`,
      name: null,
      appliesTo: 'User',
      capabilityStatus: 'Enabled',
      units: null,
      servicePlans,
      unitsFrom: null,
    })),
  );

/** True where a review says that the mailbox goes from one state to the other. */
function isSaid(products: readonly Product[], known: LicenseSet, after: LicenseSet): boolean {
  const sets = new LicenseSets();
  const [baseline, planned] = [sets.intern(known), sets.intern(after)];
  const place = { locationBaseline: LOCATION_NONE, locationPlanned: LOCATION_NONE, isGone: false };
  const table = tableOf([{ baseline, planned, ...place }]);
  const judge = new PlanJudge(
    new PlanningContext({ customerId, table, sets, products, facts: [] }),
  );
  const plan = judge.number(0, { set: planned, location: LOCATION_NONE });
  return atOnce(judge.judge())[plan]!.issues.some(({ code }) => code === 'dataAtRisk');
}

function keptBetween(products: readonly Product[], known: LicenseSet, planned: LicenseSet) {
  const state = (licenses: LicenseSet) => ({ licenses, location: LOCATION_NONE });
  const touch = { skuId: skus[0]!, before: [], target: 'absent', groups: [] } as const;
  const work = { touches: [touch], location: null };
  return new DataKeepers(products).withKept(work, state(known), state(planned)).keptBy ?? [];
}

it('where a review says nothing of a mailbox, it is kept as long as what keeps it holds', () => {
  fc.assert(
    fc.property(someProducts, aSet, aSet, aSet, (products, known, planned, met) => {
      const keptBy = keptBetween(products, known, planned);
      fc.pre(keptBy.length > 0);
      expect(isSaid(products, known, planned)).toBe(false);
      const isHeld = (set: LicenseSet) => keptBy.every((kept) => isKept(kept, heldIn(set)));
      expect(isHeld(planned)).toBe(true);
      if (isHeld(met)) expect(isSaid(products, known, met)).toBe(false);
    }),
  );
});

it('what keeps it is named wherever a product goes that alone would take it along', () => {
  fc.assert(
    fc.property(someProducts, aSet, fc.nat(), (products, known, n) => {
      fc.pre(known.length > 0);
      const goes = known[n % known.length]!;
      const planned = known.filter((one) => one !== goes);
      fc.pre(isSaid(products, [goes], []) && !isSaid(products, known, planned));
      expect(keptBetween(products, known, planned)).not.toEqual([]);
    }),
  );
});
