import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { servicePlanId, skuId } from '#licenses/ids.ts';
import { emptyDraft, isEmptyDraft, type Draft, type Swap } from '#plan/draft.ts';
import {
  draftProduct,
  swapNaming,
  withAction,
  withLocation,
  withoutSwap,
  withServicePlan,
  withSwap,
} from '#plan/draft-edits.ts';

const e3 = skuId('6fd2c87f-b296-42f0-b197-1e91e994b900');
const visio = skuId('38b434d2-a15e-4cde-9a98-e737c75623e1');
const exchange = servicePlanId('efb87545-963c-4e0d-99df-69c6916d9eb0');

describe('editing a draft', () => {
  it('keeps what is ticked for other products', () => {
    const draft = withAction(withAction(emptyDraft, e3, 'assign', 0), visio, 'revoke', 2);
    expect(draftProduct(draft, e3).action).toBe('assign');
    expect(draftProduct(withAction(draft, visio, 'leave', 2), e3).action).toBe('assign');
  });

  it('keeps the service plans of those who hold a product when it is left alone again', () => {
    const off = withServicePlan(emptyDraft, e3, exchange, 'off');
    const back = withAction(withAction(off, e3, 'assign', 3), e3, 'leave', 3);
    expect(draftProduct(back, e3).servicePlans).toEqual({ [exchange]: 'off' });
  });

  it('forgets service plans with the product that nobody held', () => {
    const ticked = withServicePlan(withAction(emptyDraft, e3, 'assign', 0), e3, exchange, 'off');
    expect(isEmptyDraft(withAction(ticked, e3, 'leave', 0))).toBe(true);
  });

  it('adds a swap in place of the ticks for its two products, and takes it away again', () => {
    const third = skuId('c7df2760-2c81-4ef7-b578-5b5392b571df');
    const ticked = [e3, visio, third].reduce(
      (draft, sku) => withAction(draft, sku, 'assign', 0),
      emptyDraft,
    );
    const swap: Swap = { from: e3, to: visio, decided: {}, ifUnknown: 'leaveOut' };
    const swapped = withSwap(ticked, swap, null);
    expect(swapped.swaps).toEqual([swap]);
    expect(swapped.products.map((one) => one.skuId)).toEqual([third]);
    expect(isEmptyDraft(withoutSwap(swapped, swap))).toBe(false);
    expect(isEmptyDraft(withSwap(emptyDraft, swap, null))).toBe(false);
    expect(withoutSwap(withSwap(emptyDraft, swap, null), swap)).toEqual(emptyDraft);
  });

  it('keeps what is ticked for service plans of the product that comes, until the swap goes', () => {
    const plan = servicePlanId('plan');
    const ticked = withServicePlan(withAction(emptyDraft, visio, 'assign', 0), visio, plan, 'off');
    const swap: Swap = { from: e3, to: visio, decided: {}, ifUnknown: 'leaveOut' };
    const swapped = withSwap(ticked, swap, null);
    const comes = { skuId: visio, action: 'leave', servicePlans: { [plan]: 'off' } };
    expect(swapped.products).toEqual([comes]);
    const decided: Swap = { ...swap, decided: { [plan]: 'on' } };
    expect(withSwap(swapped, decided, swap).products).toEqual([comes]);
    expect(withSwap(swapped, swap, swap, {}).products).toEqual([]);
    expect(withSwap(swapped, { ...swap, to: skuId('c') }, swap).products).toEqual([]);
    expect(withoutSwap(swapped, swap)).toEqual(emptyDraft);
  });

  it('changes a swap in its place', () => {
    const first: Swap = { from: e3, to: visio, decided: {}, ifUnknown: 'leaveOut' };
    const second: Swap = { ...first, from: skuId('a'), to: skuId('b') };
    const both = [first, second].reduce((draft, swap) => withSwap(draft, swap, null), emptyDraft);
    const changed: Swap = { ...first, to: skuId('c') };
    expect(withSwap(both, changed, first).swaps).toEqual([changed, second]);
  });

  it('knows the swap that names a product, but for the one being changed', () => {
    const swap: Swap = { from: e3, to: visio, decided: {}, ifUnknown: 'leaveOut' };
    const draft = withSwap(emptyDraft, swap, null);
    expect([e3, visio].map((sku) => swapNaming(draft, sku))).toEqual([swap, swap]);
    expect(swapNaming(draft, skuId('other'))).toBeUndefined();
    expect(swapNaming(draft, e3, swap)).toBeUndefined();
  });

  it('is empty again after everything is taken back, in any order', () => {
    const skus = fc.constantFrom(e3, visio);
    const edit = fc.oneof(
      fc.tuple(skus, fc.constantFrom('assign' as const, 'revoke' as const)).map(
        ([sku, action]) =>
          (draft: Draft) =>
            withAction(draft, sku, action, 1),
      ),
      fc.tuple(skus, fc.constantFrom('on' as const, 'off' as const)).map(
        ([sku, action]) =>
          (draft: Draft) =>
            withServicePlan(draft, sku, exchange, action),
      ),
      fc.constant((draft: Draft) => withLocation(draft, 'DE')),
    );
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1 }), (edits) => {
        const ticked = edits.reduce((draft, one) => one(draft), emptyDraft);
        expect(isEmptyDraft(ticked)).toBe(false);
        const undone = [e3, visio].reduce(
          (draft, sku) => withServicePlan(withAction(draft, sku, 'leave', 1), sku, exchange, null),
          withLocation(ticked, null),
        );
        expect(undone).toEqual(emptyDraft);
      }),
    );
  });
});
