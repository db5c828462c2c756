import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namedSkuId } from '#licenses/ids.ts';
import { assignmentOf, canonicalSet } from '#licenses/license-set.ts';
import { applyDraft } from '#plan/apply-draft.ts';
import { copyLicenses } from '#plan/copy-licenses.ts';
import { emptyDraft } from '#plan/draft.ts';
import { whyNotAssignable } from '#rules/not-assignable.ts';
import { ProductIndex } from '#rules/product-index.ts';
import {
  byGroup,
  direct,
  draftOf,
  holds,
  line,
  product,
  servicePlan,
  sku,
  unexplained,
} from './by-hand.ts';
import { anySituation, heldSets } from './customers.ts';

const products = [
  product('a', 10, ['mail', 'teams', servicePlan('base', 'Company')]),
  product('b', 10, ['mail', 'teams']),
  product('c', 10, null),
  product('d', 10, ['mail'], { capabilityStatus: 'Suspended' }),
];

describe('copying the licenses of a user', () => {
  it('assigns what is held directly, each service plan on or off as that user has it', () => {
    const set = [holds('a', direct(['teams'])), holds('b', unexplained([]))];
    expect(copyLicenses(set, products)).toEqual({
      draft: draftOf(
        line('assign', 'a', { mail: 'on', teams: 'off' }),
        line('assign', 'b', { mail: 'on', teams: 'on' }),
      ),
      skips: [],
    });
  });

  it('takes a service plan as on where a group switches it on for that user', () => {
    const set = [holds('a', direct(['mail', 'teams']), byGroup('sales', ['mail']))];
    expect(copyLicenses(set, products).draft).toEqual(
      draftOf(line('assign', 'a', { mail: 'off', teams: 'on' })),
    );
  });

  it('assigns the product alone where its service plans are not known, and says so', () => {
    const set = [holds('a', direct(null)), holds('c', direct(['mail']))];
    expect(copyLicenses(set, products)).toEqual({
      draft: draftOf(line('assign', 'a'), line('assign', 'c')),
      skips: [
        { kind: 'servicePlansUnknown', skuId: sku('a') },
        { kind: 'servicePlansUnknown', skuId: sku('c') },
      ],
    });
  });

  it('lists what only groups give and what cannot be given to anybody', () => {
    const named = namedSkuId('a name');
    const set = [
      holds('a', byGroup('berlin'), byGroup('sales')),
      holds('d'),
      { skuId: named, paths: [unexplained()] },
    ];
    expect(copyLicenses(set, products)).toEqual({
      draft: emptyDraft,
      skips: [
        { kind: 'onlyByGroup', skuId: sku('a'), groupIds: ['berlin', 'sales'] },
        { kind: 'notAssignable', skuId: sku('d'), reason: 'suspended' },
        { kind: 'notAssignable', skuId: named, reason: 'unidentified' },
      ],
    });
  });

  it('gives somebody with nothing the same service plans, and the user nothing new', () => {
    fc.assert(
      fc.property(anySituation, ({ input: { sets, products: owned } }) => {
        const index = new ProductIndex(owned, []);
        for (const raw of heldSets(sets)) {
          const set = canonicalSet(raw);
          const { draft, skips } = copyLicenses(set, owned);
          expect(
            draft.products.length + skips.filter((s) => s.kind !== 'servicePlansUnknown').length,
          ).toBe(set.length);
          const given = applyDraft([], draft, index);
          for (const { skuId, servicePlans } of draft.products) {
            const number = index.numberOf(skuId);
            expect(whyNotAssignable(index.products[number])).toBeNull();
            if (Object.keys(servicePlans).length === 0) continue;
            const [mine, theirs] = [assignmentOf(set, skuId), assignmentOf(given, skuId)];
            const switchable = (index.products[number]?.servicePlans ?? [])
              .filter(({ appliesTo }) => appliesTo === 'User')
              .map(({ id }) => id);
            const on = (held: typeof mine) =>
              switchable.filter((id) =>
                held?.paths.some(({ disabledPlans }) => disabledPlans?.includes(id) === false),
              );
            expect(on(theirs)).toEqual(on(mine));
          }
          const again = applyDraft(set, draft, index);
          expect(again.map(({ skuId }) => skuId)).toEqual(set.map(({ skuId }) => skuId));
        }
      }),
      { numRuns: 200 },
    );
  });
});
