import { describe, expect, it } from 'vitest';
import { skuId } from '#licenses/ids.ts';
import { en } from '#messages/en.ts';
import type { LedgerLine, ProductPreview } from '#plan/preview.ts';
import { listEffect } from '#routes/customers/[id]/lists/[listId]/list-effect.ts';

const sku = skuId('a');

function previewOf(ledger: Partial<LedgerLine>, more: Partial<ProductPreview> = {}) {
  const line = { skuId: sku, cloud: 5, available: 5, freed: 0, needed: 0, left: 5, short: 0 };
  return {
    ...{ skuId: sku, held: 9, heldByGroupOnly: 0, heldBoth: 0, heldUnknown: 0, untold: 0 },
    ...{ assigns: 0, revokes: 0, losesDirectOnly: 0, keptByGroup: 0, servicePlanChanges: 0 },
    remaining: null,
    ...more,
    ledger: { ...line, ...ledger },
  };
}

describe('what a list would do with a product', () => {
  it('is nothing where it leaves the product alone', () => {
    expect(listEffect(en, previewOf({}))).toBe('');
  });

  it('counts those who would have to wait, and both directions side by side', () => {
    const both = previewOf({ needed: 7, freed: 3, short: 2 }, { assigns: 5, revokes: 3 });
    expect(listEffect(en, both)).toBe('Assign to 7 · Revoke from 3');
  });

  it('names direct copies that go and service plans that change', () => {
    const said = listEffect(en, previewOf({}, { losesDirectOnly: 2, servicePlanChanges: 4 }));
    expect(said).toBe([en.manage.row.directOnly(2), en.manage.row.plans(4)].join(' · '));
  });
});
