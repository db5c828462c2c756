import { describe, expect, it } from 'vitest';
import { skuId } from '#licenses/ids.ts';
import { en } from '#messages/en.ts';
import type { ProductPreview } from '#plan/preview.ts';
import { effectWords, tickWords } from '#routes/customers/[id]/licenses/product-row-words.ts';

const sku = skuId('6fd2c87f-b296-42f0-b197-1e91e994b900');
const preview: ProductPreview = {
  skuId: sku,
  held: 8,
  heldByGroupOnly: 2,
  heldBoth: 1,
  heldUnknown: 0,
  untold: 0,
  assigns: 3,
  revokes: 5,
  losesDirectOnly: 1,
  keptByGroup: 2,
  servicePlanChanges: 0,
  remaining: null,
  ledger: { skuId: sku, cloud: 5, available: 5, freed: 5, needed: 3, left: 7, short: 0 },
};
const groups = 'group Sales-E3';

describe('the words of a row', () => {
  it('say who keeps a revoked license and who loses only the direct copy', () => {
    const words = effectWords(en, { action: 'revoke', preview, users: 12, fresh: true, groups });
    expect(words).toBe(
      'Revoke from 5 · 2 keep it through group Sales-E3 · 1 loses only the direct copy (frees no license)',
    );
  });

  it('tell who only hears them what a tick does, what is left or short, and who is skipped', () => {
    const told = { name: 'Microsoft 365 E3', done: 'Assign to 8', skipped: 4 };
    const left = (remaining: number | null, short: number) => ({
      remaining,
      ledger: { ...preview.ledger, short },
    });
    expect(tickWords(en, { ...told, preview: left(2, 0) })).toBe(
      'Microsoft 365 E3: Assign to 8, 2 left, 4 users skipped',
    );
    expect(tickWords(en, { ...told, skipped: 0, preview: left(0, 3) })).toBe(
      'Microsoft 365 E3: Assign to 8, short by 3',
    );
    expect(tickWords(en, { ...told, skipped: 0, preview: left(null, 0) })).toBe(
      'Microsoft 365 E3: Assign to 8',
    );
  });

  it('answer at once, counted from who holds it, while the numbers are on their way', () => {
    const old = {
      ...preview,
      losesDirectOnly: 0,
      keptByGroup: 0,
      ledger: { ...preview.ledger, freed: 0, needed: 0 },
    };
    const say = (action: 'assign' | 'revoke'): string =>
      effectWords(en, { action, preview: old, users: 12, fresh: false, groups });
    expect(say('assign')).toBe('Assign to 4');
    expect(say('revoke')).toMatch(/^Revoke from 5 · 2 keep it .* · 1 loses only/);
  });

  it('say nothing of a product that is left alone', () => {
    const leave = { action: 'leave', preview, users: 12, fresh: true, groups } as const;
    expect(effectWords(en, leave)).toBe('');
    const changed = { ...preview, servicePlanChanges: 4 };
    expect(effectWords(en, { ...leave, preview: changed })).toBe('change service plans of 4');
  });
});
