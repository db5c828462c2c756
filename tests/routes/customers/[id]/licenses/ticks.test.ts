import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { servicePlanId, skuId } from '#licenses/ids.ts';
import type { ProductAction, ServicePlanAction } from '#plan/draft.ts';
import type { ProductPreview } from '#plan/preview.ts';
import {
  choicesOf,
  heldTick,
  nextAction,
  nextServicePlanAction,
  productTick,
  servicePlanBox,
  servicePlanTick,
  type Choices,
  type Tick,
} from '#routes/customers/[id]/licenses/ticks.ts';
import type { ProductView } from '#worker/licenses/license-types.ts';

const sku = skuId('6fd2c87f-b296-42f0-b197-1e91e994b900');

const product = (part: Partial<ProductView> = {}): ProductView => ({
  skuId: sku,
  name: 'Office 365 E3',
  skuPartNumber: 'ENTERPRISEPACK',
  appliesTo: 'User',
  status: 'Enabled',
  units: null,
  unitsTyped: false,
  servicePlans: null,
  notAssignable: null,
  ...part,
});

const preview = (part: Partial<ProductPreview> = {}): ProductPreview => ({
  skuId: sku,
  held: 0,
  heldByGroupOnly: 0,
  heldBoth: 0,
  heldUnknown: 0,
  untold: 0,
  assigns: 0,
  revokes: 0,
  losesDirectOnly: 0,
  keptByGroup: 0,
  servicePlanChanges: 0,
  remaining: null,
  ledger: { skuId: sku, cloud: 5, available: 5, freed: 0, needed: 0, left: 5, short: 0 },
  ...part,
});

const free: Choices = { assign: true, revoke: true, reason: null };

/** What repeated presses choose, starting from "leave". */
function presses(held: Tick, can: Choices, count: number): ProductAction[] {
  const chosen: ProductAction[] = [];
  let action: ProductAction = 'leave';
  for (let i = 0; i < count; i++) {
    action = nextAction(action, held, can);
    chosen.push(action);
  }
  return chosen;
}

describe('the box of a product', () => {
  it('goes mixed, assign to all, revoke from all, and back', () => {
    expect(presses('mixed', free, 4)).toEqual(['assign', 'revoke', 'leave', 'assign']);
  });

  it('clears when full and ticks when empty', () => {
    expect(presses(true, free, 3)).toEqual(['revoke', 'leave', 'revoke']);
    expect(presses(false, free, 3)).toEqual(['assign', 'leave', 'assign']);
  });

  it('passes over what is not allowed', () => {
    expect(presses('mixed', { ...free, assign: false }, 2)).toEqual(['revoke', 'leave']);
    expect(presses('mixed', { ...free, revoke: false }, 2)).toEqual(['assign', 'leave']);
    expect(presses(true, { ...free, revoke: false }, 2)).toEqual(['leave', 'leave']);
  });

  it('is full, mixed or empty as the selection holds it, and shows what is ticked', () => {
    expect([0, 3, 8].map((held) => heldTick(preview({ held }), 8))).toEqual([false, 'mixed', true]);
    // nobody is known to hold it, which is not nobody
    expect(heldTick(preview({ held: 0, untold: 8 }), 8)).toBe('mixed');
    expect(productTick('leave', 'mixed')).toBe('mixed');
    expect(productTick('assign', false)).toBe(true);
    expect(productTick('revoke', true)).toBe(false);
  });
});

describe('what can be chosen', () => {
  it('refuses to assign what users cannot get, and still revokes it', () => {
    const held = preview({ held: 2 });
    const reasons = ['company', 'suspended', 'lockedOut', 'deleted', 'selfService'] as const;
    for (const reason of reasons) {
      const can = choicesOf(product({ notAssignable: reason }), held, 8);
      expect(can).toEqual({ assign: false, revoke: true, reason });
    }
  });

  it('can do nothing with a name that no GUID belongs to', () => {
    const named = product({ notAssignable: 'unidentified' });
    expect(choicesOf(named, preview({ held: 2 }), 8)).toEqual({
      assign: false,
      revoke: false,
      reason: 'unidentified',
    });
  });

  it('locks a box that groups alone keep full', () => {
    const locked = choicesOf(product(), preview({ held: 4, heldByGroupOnly: 4 }), 4);
    expect(locked).toEqual({ assign: false, revoke: false, reason: 'byGroup' });
    const partly = choicesOf(product(), preview({ held: 4, heldByGroupOnly: 3 }), 4);
    expect(partly).toEqual({ assign: false, revoke: true, reason: null });
  });
});

describe('the box of a service plan', () => {
  const state = {
    servicePlanId: servicePlanId('efb87545-963c-4e0d-99df-69c6916d9eb0'),
    holders: 5,
    on: 5,
    onByGroup: 0,
    unknown: 0,
  };

  it('counts who newly gets the product as having it on', () => {
    expect(servicePlanBox({ ...state, on: 0 }, 2)).toMatchObject({ all: 7, on: 2, held: 'mixed' });
    expect(servicePlanBox({ ...state, holders: 0, on: 0 }, 2)).toMatchObject({ held: true });
  });

  it('is mixed where nobody knows, and locked where groups switch it on for all', () => {
    expect(servicePlanBox({ ...state, on: 0, unknown: 5 }, 0).held).toBe('mixed');
    expect(servicePlanBox({ ...state, onByGroup: 5 }, 0).locked).toBe(true);
    expect(servicePlanBox({ ...state, onByGroup: 5 }, 1).locked).toBe(false);
  });

  it('comes back to where it was, and never chooses what changes nothing', () => {
    const held = fc.constantFrom<Tick>(true, false, 'mixed');
    fc.assert(
      fc.property(held, (start) => {
        let action: ServicePlanAction | null = null;
        for (let presses = 0; presses < (start === 'mixed' ? 3 : 2); presses++) {
          action = nextServicePlanAction(action, start);
          if (action !== null) expect(servicePlanTick(action, start)).not.toBe(start);
        }
        expect(action).toBeNull();
      }),
    );
  });
});
