import { expect, it } from 'vitest';
import type { SkuId } from '#licenses/ids.ts';
import { emptyDraft, type Draft } from '#plan/draft.ts';
import type { ProductLine } from '#routes/customers/[id]/licenses/product-line.ts';
import {
  isAbout,
  isNamed,
  productFilters,
} from '#routes/customers/[id]/licenses/product-filter.ts';

const SKU = 'sku-a' as SkuId;
const OTHER = 'sku-b' as SkuId;

/** A product that nobody holds, of which so many are left. */
const line = (available: number | null, numbers: Partial<ProductLine['preview']> = {}) =>
  ({
    product: { skuId: SKU, name: 'Visio Plan 2', skuPartNumber: 'VISIOCLIENT' },
    preview: {
      ...{ held: 0, assigns: 0, revokes: 0, losesDirectOnly: 0, servicePlanChanges: 0 },
      ledger: { available },
      ...numbers,
    },
  }) as ProductLine;

const filtersOf = (one: ProductLine, draft: Draft = emptyDraft) =>
  productFilters.filter((filter) => isAbout(filter, one, draft));

it('shows products by what is ticked, who holds them and what is left; unknown is not left', () => {
  expect(filtersOf(line(null))).toEqual(['all']);
  expect(filtersOf(line(0))).toEqual(['all']);
  expect(filtersOf(line(3))).toEqual(['all', 'available']);
  expect(filtersOf(line(-2, { held: 1 }))).toEqual(['all', 'held']);
  // what a list plans is ticked nowhere
  expect(filtersOf(line(0, { assigns: 2 }))).toEqual(['all', 'changed']);
});

it('counts as changed what is ticked, also where that does nothing, and both sides of a swap', () => {
  const ticked = (draft: Partial<Draft>): boolean =>
    filtersOf(line(0), { ...emptyDraft, ...draft }).includes('changed');
  const servicePlans = {};
  expect(ticked({ products: [{ skuId: SKU, action: 'assign', servicePlans }] })).toBe(true);
  expect(ticked({ products: [{ skuId: SKU, action: 'leave', servicePlans }] })).toBe(false);
  expect(ticked({ products: [{ skuId: OTHER, action: 'assign', servicePlans }] })).toBe(false);
  const swap = { decided: {}, ifUnknown: 'leaveOut' } as const;
  expect(ticked({ swaps: [{ ...swap, from: OTHER, to: SKU }] })).toBe(true);
  expect(ticked({ swaps: [{ ...swap, from: SKU, to: OTHER }] })).toBe(true);
});

it('finds products by name and part number, in any case', () => {
  for (const search of ['', ' visio ', 'PLAN 2', 'visioclient']) {
    expect(isNamed(line(0), search)).toBe(true);
  }
  expect(isNamed(line(0), 'project')).toBe(false);
});
