import { describe, expect, it } from 'vitest';
import { skuId } from '#licenses/ids.ts';
import { en } from '#messages/en.ts';
import type { Preview, ProductPreview, SwapPreview } from '#plan/preview.ts';
import { saveWords } from '#routes/customers/[id]/licenses/save-words.ts';

const [e3, e5] = [skuId('e3'), skuId('e5')];
const names = { products: { [e3]: 'E3', [e5]: 'E5' }, servicePlans: {}, groups: {} };

const nothing: Preview = {
  ...{ users: 29, changed: 0, blocked: 0, waits: 0, assigns: 0, revokes: 0, locationsSet: 0 },
  ...{ losingData: 0, usersRevoked: 0 },
  ...{ swaps: [], couldSwap: [], products: [], issues: [], shortages: [] },
};

const product = (sku: typeof e3, part: Partial<ProductPreview>): ProductPreview => ({
  ...{ skuId: sku, held: 0, heldByGroupOnly: 0, heldBoth: 0, heldUnknown: 0, untold: 0 },
  ...{ assigns: 0, revokes: 0, losesDirectOnly: 0, keptByGroup: 0, servicePlanChanges: 0 },
  remaining: null,
  ledger: {
    ...{ skuId: sku, cloud: null, available: null, freed: 0, needed: 0, left: null, short: 0 },
  },
  ...part,
});

const swap = (users: number): SwapPreview => ({
  ...{ from: e3, to: e5, users, alreadyHaveTo: 0, waits: 0, blocked: 0, leftOut: 0 },
  ...{ plansUnknown: 0, servicePlans: [], questions: [], newServicePlans: [] },
});

const said = (part: Partial<Preview>, awaited = 0): string =>
  saveWords(en, { ...nothing, changed: 9, ...part }, awaited, names);

describe('the words on Save', () => {
  it('are none where it would do nothing', () => {
    expect(saveWords(en, nothing, 0, names)).toBe('');
  });

  it('name the product and count the users where it does one thing with one product', () => {
    expect(said({ assigns: 9, products: [product(e5, { assigns: 9 }), product(e3, {})] })).toBe(
      'Save: assign E5 to 9 users',
    );
    expect(said({ revokes: 1, products: [product(e3, { revokes: 1 })] })).toBe(
      'Save: revoke E3 from 1 user',
    );
    expect(said({ swaps: [swap(41)] })).toBe('Save: swap E3 → E5 for 41 users');
    expect(said({ products: [product(e5, { servicePlanChanges: 2 })] })).toBe(
      'Save: change service plans of E5 for 2 users',
    );
  });

  it('say what is missing behind what is planned, or alone', () => {
    const shortages = [{ skuId: e5, short: 9 }];
    expect(said({ assigns: 9, products: [product(e5, { assigns: 9 })], shortages })).toBe(
      'Save: assign E5 to 9 users (9 short)',
    );
    expect(said({ changed: 0, shortages })).toBe('Save: 9 licenses short');
  });

  it('count licenses where it does more than one thing, and never call users swapped twice', () => {
    const products = [product(e5, { assigns: 9 }), product(e3, { revokes: 1 })];
    expect(said({ assigns: 9, revokes: 1, products, locationsSet: 3 })).toBe(
      'Save: assign 9 licenses, revoke 1 license, set 3 usage locations',
    );
    const both = [product(e5, { assigns: 9 }), product(e3, { assigns: 2 })];
    expect(said({ assigns: 11, products: both })).toBe('Save: assign 11 licenses');
    expect(said({ assigns: 9, products: both, swaps: [swap(2)] })).toBe(
      'Save: assign 9 licenses, swap 2 licenses',
    );
  });

  it('say that only the direct path of a license goes, and who is not here yet', () => {
    expect(said({ products: [product(e3, { losesDirectOnly: 2 })] })).toBe(
      'Save: revoke 2 direct assignments',
    );
    expect(said({ changed: 0 }, 1)).toBe('Save: 1 user not here yet');
  });
});
