import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftOfWork } from '../../src/handover/handed-parts.ts';
import type { ServicePlanId } from '../../src/licenses/ids.ts';
import { directPath, type LicenseSet } from '../../src/licenses/license-set.ts';
import type { DirectPath } from '../../src/plan/operation.ts';
import { applyDraft } from '../../src/plan/apply-draft.ts';
import { ProductIndex } from '../../src/rules/product-index.ts';
import { direct, holds, planId, product, sku } from '../plan/by-hand.ts';

const PLANS = ['1', '2', '3'];
const a = product('a', 100, PLANS);
const index = new ProductIndex([a], []);

/** Which of the service plans are off; null: the product is not held. */
const state = fc.option(fc.subarray(PLANS));
const pathOf = (off: readonly string[] | null): DirectPath =>
  off === null ? 'absent' : off.map(planId).sort();
const plansOf = (): ServicePlanId[] => PLANS.map(planId);

describe('the draft of a handed work', () => {
  it('brings whoever is as the plan knew them, or on the way, to the target', () => {
    fc.assert(
      fc.property(state, state, (now, wanted) => {
        const touches = [
          { skuId: sku('a'), before: 'unknown', target: pathOf(wanted), groups: null } as const,
        ];
        const held: LicenseSet = now === null ? [] : [holds('a', direct(now))];
        const draft = draftOfWork({ touches, location: null }, plansOf);
        const [assignment] = applyDraft(held, draft, index);
        const path = directPath(assignment);
        expect(path === undefined ? 'absent' : path.disabledPlans).toEqual(pathOf(wanted));
      }),
    );
  });
});
