import { describe, expect, it } from 'vitest';
import type { RefusalReason } from '#users/row-refusal.ts';
import { servicePlanId, skuId } from '#licenses/ids.ts';
import { locales } from '#messages/locale.ts';
import { loadMessages } from '#messages/messages.ts';
import { refusalText } from '#messages/refusal-text.ts';

const A = skuId('a');
const B = skuId('b');
const names = { products: { [A]: 'Visio A', [B]: 'Visio B' }, servicePlans: {}, groups: {} };

/** One reason of every kind: a new kind does not compile until it stands here. */
const reasons: {
  readonly [Kind in RefusalReason['kind']]: Extract<RefusalReason, { kind: Kind }>;
} = {
  ragged: { kind: 'ragged', expected: 3, received: 2 },
  brokenQuotes: { kind: 'brokenQuotes' },
  tooLong: { kind: 'tooLong' },
  aboveHeader: { kind: 'aboveHeader' },
  mayBeCut: { kind: 'mayBeCut' },
  wrongEnd: { kind: 'wrongEnd', rows: 1234 },
  severalUsers: { kind: 'severalUsers' },
  noUser: { kind: 'noUser' },
  noProduct: { kind: 'noProduct' },
  unknownProduct: { kind: 'unknownProduct' },
  notOwned: { kind: 'notOwned', skuIds: [A] },
  ambiguousProduct: { kind: 'ambiguousProduct', skuIds: [A, B] },
  productsDiffer: { kind: 'productsDiffer' },
  unknownAction: { kind: 'unknownAction' },
  unknownAnswer: { kind: 'unknownAnswer' },
  mixedMark: { kind: 'mixedMark' },
  unknownServicePlan: { kind: 'unknownServicePlan', name: 'SWAY' },
  ambiguousServicePlan: { kind: 'ambiguousServicePlan', servicePlans: [servicePlanId('x')] },
  companyServicePlan: { kind: 'companyServicePlan', name: 'SWAY' },
  servicePlansNotListed: { kind: 'servicePlansNotListed' },
  unknownUser: { kind: 'unknownUser' },
  ambiguousUser: { kind: 'ambiguousUser', positions: [1, 2, 3] },
  usersDiffer: { kind: 'usersDiffer' },
  unknownCustomer: { kind: 'unknownCustomer' },
  noCustomer: { kind: 'noCustomer' },
  severalCustomers: { kind: 'severalCustomers', count: 1234 },
  customersDiffer: { kind: 'customersDiffer' },
  contradiction: { kind: 'contradiction', row: 1234 },
  userLeftAlone: { kind: 'userLeftAlone', row: 1234 },
  duplicate: { kind: 'duplicate', row: 1234 },
};

describe.each(locales)('in %s', (locale) => {
  it('every reason is said in words of its own, with what it is about', async () => {
    const m = await loadMessages(locale);
    const said = Object.values(reasons).map((reason) => refusalText(reason, m, names));
    expect(said.every((text) => text.trim() !== '')).toBe(true);
    expect(new Set(said).size).toBe(said.length);
    const text = (kind: RefusalReason['kind']): string => refusalText(reasons[kind], m, names);
    expect(text('ragged')).toMatch(/2.*3|3.*2/);
    expect(text('ambiguousProduct')).toMatch(/Visio A.*Visio B/);
    expect(text('companyServicePlan')).toContain('SWAY');
    expect(text('ambiguousUser')).toContain('3');
    for (const kind of ['wrongEnd', 'contradiction', 'duplicate', 'userLeftAlone'] as const) {
      expect(text(kind)).toContain('1,234');
    }
  });
});
