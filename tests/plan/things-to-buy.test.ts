import { describe, expect, it } from 'vitest';
import { skuId } from '#licenses/ids.ts';
import type { LedgerLine } from '#plan/preview.ts';
import { needOf } from '#plan/things-to-buy.ts';

const line = (part: Partial<LedgerLine>): LedgerLine => ({
  skuId: skuId('38b434d2-a15e-4cde-9a98-e737c75623e1'),
  cloud: 0,
  available: 0,
  freed: 0,
  needed: 0,
  left: 0,
  short: 0,
  ...part,
});

describe('what to buy', () => {
  it('tells what is needed from what is overdrawn already', () => {
    expect(needOf(line({ available: -2, needed: 3, left: -5, short: 3 }))).toEqual({
      needed: 3,
      overdrawn: 2,
      together: 5,
    });
  });

  it('counts what this Save frees against what is overdrawn', () => {
    expect(needOf(line({ available: -2, freed: 1, left: -1 }))).toMatchObject({ overdrawn: 1 });
    expect(needOf(line({ available: -2, freed: 4, left: 2 }))).toMatchObject({ overdrawn: 0 });
  });

  it('needs nothing of a product whose numbers no source gave', () => {
    expect(needOf(line({ cloud: null, available: null, needed: 7, left: null }))).toEqual({
      needed: 0,
      overdrawn: 0,
      together: 0,
    });
  });
});
