import { describe, expect, it } from 'vitest';
import { atOnce } from '#base/steps.ts';
import { BitSet } from '#base/bit-set.ts';
import { servicePlanId } from '#licenses/ids.ts';
import type { Assignment } from '#licenses/license-set.ts';
import type { ServicePlan } from '#licenses/product.ts';
import type { Draft, Swap } from '#plan/draft.ts';
import type { PlanningInput } from '#plan/planning-context.ts';
import { Planner } from '#plan/planner.ts';
import {
  byGroup,
  customerOf,
  direct,
  draftOf,
  everyone,
  holds,
  line,
  planId,
  product,
  servicePlan,
  sku,
  unexplained,
} from './by-hand.ts';

const swapOf = (from: string, to: string, more: Partial<Swap> = {}): Swap => ({
  from: sku(from),
  to: sku(to),
  decided: {},
  ifUnknown: 'leaveOut',
  ...more,
});

const swapping = (...swaps: Swap[]): Draft => ({ ...draftOf(), swaps });

/** What each user has after the Save: `product` or `product without these service plans`, and why. */
function save(input: PlanningInput, draft: Draft) {
  const choice = { onShortage: 'wait', waitingLast: new BitSet() } as const;
  const change = new Planner(input).change(everyone(input), draft, choice);
  const letter = (text: string): string => text.slice(text.lastIndexOf('-') + 1);
  const say = ({ skuId, paths }: Assignment): string => {
    const [path] = paths;
    const off = path?.disabledPlans?.map(letter) ?? ['?'];
    const how = path?.via.kind === 'direct' ? '' : ` (${path?.via.kind ?? ''})`;
    return [letter(skuId) + how, ...off].join(' −');
  };
  return [...change.users].map((_, i) => {
    const { kind, issues } = change.causes[change.causeOf[i]!]!;
    const has = input.sets.at(change.after.licenses[i]!).map(say);
    return [has.join(' + '), kind, ...issues.map(({ code }) => code)];
  });
}

const previewOf = (input: PlanningInput, draft: Draft) =>
  new Planner(input).preview(everyone(input), draft);

describe('clearing A and ticking B', () => {
  const ticks = draftOf(line('revoke', 'a'), line('assign', 'b'));
  const said = (input: PlanningInput) => {
    const { issues, couldSwap } = previewOf(input, ticks);
    return [couldSwap, issues.map(({ issue, users }) => [issue.code, users])];
  };

  it('says what is off in A and would be on in B, and whom a swap would leave', () => {
    const input = customerOf(
      [product('a', 9, ['x', 'y']), product('b', 9, ['x', 'y'])],
      [{ holds: [holds('a', direct(['x']))] }, { holds: [holds('a')] }, {}],
    );
    const others = [{ from: sku('a'), to: sku('b'), others: 1 }];
    expect(said(input)).toEqual([others, [['switchedOn', 1]]]);
  });

  it('counts whom a swap would leave where the customer lists neither of two products', () => {
    const input = customerOf(
      [product('b', 9, ['x'])],
      [{ holds: [holds('a', direct(['x']))] }, { holds: [holds('d')] }],
    );
    const three = draftOf(line('revoke', 'a'), line('revoke', 'd'), line('assign', 'b'));
    expect(previewOf(input, three).couldSwap).toEqual([
      { from: sku('a'), to: sku('b'), others: 1 },
    ]);
  });

  it('says nothing of what another product has on today, nor where no source says what is off', () => {
    const products = [product('a', 9, ['x']), product('b', 9, ['x']), product('c', 9, ['x'])];
    const off = holds('a', direct(['x']));
    expect(said(customerOf(products, [{ holds: [off, holds('c')] }]))).toEqual([[], []]);
    expect(said(customerOf(products, [{ holds: [holds('a', direct(null))] }]))).toEqual([[], []]);
    const both = { holds: [off, holds('c', direct(['x']))] };
    expect(said(customerOf(products, [both]))[1]).toEqual([['switchedOn', 1]]);
  });
});

describe('a swap A → B', () => {
  it('takes users who hold A directly, whatever else they hold', () => {
    const input = customerOf(
      [product('a', 0), product('b', 9), product('c', 9)],
      [{ holds: [holds('a')] }, { holds: [holds('a'), holds('c', byGroup())] }],
    );
    expect(save(input, swapping(swapOf('a', 'b')))).toEqual([
      ['b', 'planned'],
      ['b + c (group)', 'planned'],
    ]);
  });

  it('leaves users without A alone', () => {
    const input = customerOf(
      [product('a'), product('b'), product('c')],
      [{}, { holds: [holds('b')] }, { holds: [holds('c')] }],
    );
    expect(save(input, swapping(swapOf('a', 'b')))).toEqual([
      ['', 'already'],
      ['b', 'already'],
      ['c', 'already'],
    ]);
    expect(previewOf(input, swapping(swapOf('a', 'b'))).swaps).toMatchObject([{ users: 0 }]);
  });

  it('only takes A from who holds B by any path: B costs no license and stays as it is', () => {
    const input = customerOf(
      [product('a', 0, ['x']), product('b', 0, ['x', 'y'])],
      [
        { holds: [holds('a', direct(['x'])), holds('b', direct(['y']))] },
        { holds: [holds('a'), holds('b', byGroup())] },
        { holds: [holds('a', direct(null)), holds('b', unexplained())] },
      ],
    );
    expect(save(input, swapping(swapOf('a', 'b')))).toEqual([
      ['b −y', 'planned'],
      ['b (group)', 'planned'],
      ['b (unknown) −?', 'planned'],
    ]);
    const preview = previewOf(input, swapping(swapOf('a', 'b')));
    expect(preview.swaps).toMatchObject([
      { users: 3, alreadyHaveTo: 3, plansUnknown: 0, questions: [] },
    ]);
    const [a, b] = preview.products;
    expect([a?.ledger.freed, b?.ledger.needed]).toEqual([3, 0]);
  });

  it('leaves out who has A also by a group, or only so, with everything else of the Save', () => {
    const input = customerOf(
      [product('a'), product('b'), product('c')],
      [{ holds: [holds('a', direct(), byGroup('g'))] }, { holds: [holds('a', byGroup('g'))] }, {}],
    );
    const draft = { ...draftOf(line('assign', 'c')), swaps: [swapOf('a', 'b')] };
    expect(save(input, draft)).toEqual([
      ['a', 'notChanged', 'swapInherited'],
      ['a (group)', 'notChanged', 'swapInherited'],
      ['c', 'planned'],
    ]);
    const preview = previewOf(input, draft);
    expect(preview.swaps).toMatchObject([{ users: 0, leftOut: 2 }]);
    expect(preview.issues).toMatchObject([
      { users: 2, issue: { code: 'swapInherited', skuId: sku('a'), groupIds: ['g'] } },
    ]);
    expect(atOnce(new Planner(input).leftOutInSteps(everyone(input), draft)).users).toEqual(
      Uint32Array.of(0, 1),
    );
  });

  it('takes a path that no source explained as revoking does, with the same warning', () => {
    const input = customerOf(
      [product('a'), product('b')],
      [
        { holds: [holds('a', unexplained([]))] },
        { holds: [holds('a', direct(), unexplained([]))] },
      ],
    );
    expect(save(input, swapping(swapOf('a', 'b')))).toEqual([
      ['b', 'planned', 'maybeInherited'],
      ['b', 'planned', 'maybeInherited'],
    ]);
  });

  it('frees a license of A and needs one of B for each whom it takes', () => {
    const input = customerOf(
      [product('a', 0), product('b', 1)],
      [{ holds: [holds('a')] }, { holds: [holds('b')] }, { holds: [holds('a')] }],
    );
    const [a, b] = previewOf(input, swapping(swapOf('a', 'b'))).products;
    expect(a?.ledger).toMatchObject({ freed: 2, needed: 0, left: 2 });
    expect(b?.ledger).toMatchObject({ freed: 0, needed: 2, left: -1, short: 1 });
  });

  it('keeps A where no license of B is left', () => {
    const input = customerOf(
      [product('a', 0), product('b', 1)],
      [{ holds: [holds('a')] }, { holds: [holds('a')] }],
    );
    const draft = swapping(swapOf('a', 'b'));
    expect(save(input, draft)).toEqual([
      ['b', 'planned'],
      ['a', 'waits', 'shortage'],
    ]);
    expect(previewOf(input, draft)).toMatchObject({
      changed: 1,
      waits: 1,
      swaps: [{ users: 1, waits: 1 }],
    });
  });

  it('is refused as a whole where B cannot be assigned or the location is missing', () => {
    const input = customerOf(
      [product('a'), product('b', 9, [], { capabilityStatus: 'Suspended' }), product('c')],
      [{ holds: [holds('a')] }, { holds: [holds('a'), holds('b')] }],
    );
    expect(save(input, swapping(swapOf('a', 'b')))).toEqual([
      ['a', 'notChanged', 'notAssignable'],
      ['b', 'planned'],
    ]);
    expect(previewOf(input, swapping(swapOf('a', 'b'))).swaps).toMatchObject([
      { users: 1, blocked: 1 },
    ]);
    const nowhere = customerOf(input.products, [{ holds: [holds('a')], location: null }]);
    expect(save(nowhere, swapping(swapOf('a', 'c')))).toEqual([
      ['a', 'notChanged', 'usageLocationMissing'],
    ]);
  });

  it('is nothing revoked and puts no data at risk where B keeps the services', () => {
    const input = customerOf(
      [
        product('a', 9, ['EXCHANGE_S_ENTERPRISE']),
        product('b', 9, ['EXCHANGE_S_STANDARD']),
        product('c', 9, ['OTHER']),
      ],
      [{ holds: [holds('a')] }],
    );
    const kept = previewOf(input, swapping(swapOf('a', 'b')));
    expect(kept).toMatchObject({ losingData: 0, usersRevoked: 0, assigns: 0, revokes: 0 });
    expect(kept.issues).toEqual([]);
    const lost = previewOf(input, swapping(swapOf('a', 'c')));
    expect(lost).toMatchObject({ losingData: 1, usersRevoked: 1 });
  });

  it('does not excuse what else is revoked in the same Save', () => {
    const input = customerOf(
      [
        product('a', 9, ['EXCHANGE_S_STANDARD']),
        product('b', 9, ['EXCHANGE_S_STANDARD']),
        product('c'),
      ],
      [{ holds: [holds('a'), holds('c')] }],
    );
    const draft = { ...draftOf(line('revoke', 'c')), swaps: [swapOf('a', 'b')] };
    expect(previewOf(input, draft)).toMatchObject({ usersRevoked: 1, revokes: 1, assigns: 0 });
  });
});

describe('the service plans of a swap A → B', () => {
  const INTUNE: ServicePlan = {
    id: servicePlanId('c1ec4a95-1f05-45b3-a911-aa3fa01094f5'),
    partName: 'INTUNE_A',
    appliesTo: 'User',
  };
  const INTUNE_VL: ServicePlan = {
    id: servicePlanId('3e170737-c728-4eae-bbb9-3f3360f7184c'),
    partName: 'INTUNE_A_VL',
    appliesTo: 'User',
  };
  const exchange = (letter: string, level: string) =>
    product(letter, 9, ['sway', level, servicePlan('tenant', 'Company')]);

  it('stay off where B has the same one, by its id', () => {
    const input = customerOf(
      [product('a', 9, ['sway', 'forms']), product('b', 9, ['sway', 'forms', 'todo'])],
      [{ holds: [holds('a', direct(['sway']))] }],
    );
    expect(save(input, swapping(swapOf('a', 'b')))).toEqual([['b −sway', 'planned']]);
  });

  it('come on where B has them for the whole tenant or not at all', () => {
    const input = customerOf(
      [product('a', 9, ['tenant', 'gone']), product('b', 9, [servicePlan('tenant', 'Company')])],
      [{ holds: [holds('a', direct(['gone', 'tenant']))] }],
    );
    expect(save(input, swapping(swapOf('a', 'b')))).toEqual([['b', 'planned']]);
    expect(previewOf(input, swapping(swapOf('a', 'b'))).swaps[0]?.questions).toEqual([]);
  });

  it('of the whole tenant are not asked about: nobody could keep them off', () => {
    const b = product('b', 9, [servicePlan('EXCHANGE_S_ENTERPRISE', 'Company')]);
    const input = customerOf(
      [exchange('a', 'EXCHANGE_S_STANDARD'), b],
      [{ holds: [holds('a', direct(['EXCHANGE_S_STANDARD']))] }],
    );
    expect(save(input, swapping(swapOf('a', 'b')))).toEqual([['b', 'planned']]);
    expect(previewOf(input, swapping(swapOf('a', 'b'))).swaps[0]?.questions).toEqual([]);
  });

  it('are off only where every path that goes has them off', () => {
    const input = customerOf(
      [product('a', 9, ['x', 'y']), product('b', 9, ['x', 'y'])],
      [{ holds: [holds('a', direct(['x', 'y']), unexplained(['y']))] }],
    );
    expect(save(input, swapping(swapOf('a', 'b')))).toEqual([
      ['b −y', 'planned', 'maybeInherited'],
    ]);
  });

  it('are asked about where B gives the same service under another id, and stay off until decided', () => {
    const input = customerOf(
      [exchange('a', 'EXCHANGE_S_STANDARD'), exchange('b', 'EXCHANGE_S_ENTERPRISE')],
      [
        { holds: [holds('a', direct(['EXCHANGE_S_STANDARD', 'sway']))] },
        { holds: [holds('a', direct(['EXCHANGE_S_STANDARD']))], location: null },
        { holds: [holds('a')] },
      ],
    );
    const becomes = planId('EXCHANGE_S_ENTERPRISE');
    const question = { off: planId('EXCHANGE_S_STANDARD'), becomes, users: 2 };
    const open = swapping(swapOf('a', 'b'));
    expect(save(input, open).map(([has]) => has)).toEqual([
      'b −EXCHANGE_S_ENTERPRISE −sway',
      'a −EXCHANGE_S_STANDARD',
      'b',
    ]);
    expect(previewOf(input, open).swaps[0]?.questions).toEqual([{ ...question, decided: null }]);

    const decide = (to: 'on' | 'off') => swapping(swapOf('a', 'b', { decided: { [becomes]: to } }));
    expect(save(input, decide('off'))).toEqual(save(input, open));
    expect(save(input, decide('on')).map(([has]) => has)).toEqual([
      'b −sway',
      'a −EXCHANGE_S_STANDARD',
      'b',
    ]);
    expect(previewOf(input, decide('on')).swaps[0]?.questions).toEqual([
      { ...question, decided: 'on' },
    ]);
  });

  it('are the same service by the table of conflicts too, listed or not', () => {
    const users = [
      { holds: [{ ...holds('a'), paths: [{ ...direct(), disabledPlans: [INTUNE.id] }] }] },
    ];
    const b = product('b', 9, [INTUNE_VL]);
    for (const a of [product('a', 9, [INTUNE]), product('a', 9, null)]) {
      const [swap] = previewOf(customerOf([a, b], users), swapping(swapOf('a', 'b'))).swaps;
      expect(swap?.questions).toMatchObject([{ off: INTUNE.id, becomes: INTUNE_VL.id }]);
    }
  });

  it('are not asked about where A has the other one too: that one is carried over itself', () => {
    const both = [INTUNE, INTUNE_VL];
    const a = { ...holds('a'), paths: [{ ...direct(), disabledPlans: [INTUNE.id] }] };
    const input = customerOf(
      [product('a', 9, both), product('b', 9, [INTUNE_VL])],
      [{ holds: [a] }],
    );
    expect(previewOf(input, swapping(swapOf('a', 'b'))).swaps[0]?.questions).toEqual([]);
    expect(save(input, swapping(swapOf('a', 'b')))).toEqual([['b', 'planned']]);
  });

  it('are chosen in the same Save, for who gets B by the swap and for who holds it', () => {
    const plans = ['x', 'y', 'z'];
    const input = customerOf(
      [product('a', 9, plans), product('b', 9, plans)],
      [
        { holds: [holds('a', direct(['x']))] },
        { holds: [holds('a')] },
        { holds: [holds('a'), holds('b', direct(['y']))] },
        { holds: [holds('b')] },
      ],
    );
    const ticked = line('leave', 'b', { x: 'on', z: 'off' });
    const draft = { ...draftOf(ticked), swaps: [swapOf('a', 'b')] };
    expect(save(input, draft)).toEqual([
      ['b −z', 'planned'],
      ['b −z', 'planned'],
      ['b −y −z', 'planned'],
      ['b −z', 'planned'],
    ]);
    const [swap] = previewOf(input, draft).swaps;
    expect(swap?.servicePlans.map(({ holders, on }) => [holders, on])).toEqual([
      [2, 1],
      [2, 2],
      [2, 2],
    ]);
    // a line that is not about service plans says nothing beside a swap
    const revoked = { ...draftOf(line('revoke', 'b', { z: 'off' })), swaps: [swapOf('a', 'b')] };
    expect(save(input, revoked)[3]).toEqual(['b', 'already']);
  });

  it('leave as many licenses as are really freed: who waits frees none', () => {
    const input = customerOf(
      [product('a', 0), product('b', 1)],
      [{ holds: [holds('a')] }, { holds: [holds('a')] }, { holds: [holds('a')] }],
    );
    const { products } = previewOf(input, swapping(swapOf('a', 'b')));
    expect(products.map(({ remaining }) => remaining)).toEqual([1, 0]);
    expect(products.map(({ ledger }) => [ledger.left, ledger.short])).toEqual([
      [3, 0],
      [-2, 2],
    ]);
  });

  it('that are new in B come on and are listed', () => {
    const input = customerOf(
      [
        exchange('a', 'EXCHANGE_S_STANDARD'),
        product('b', 9, ['EXCHANGE_S_ENTERPRISE', 'bookings']),
      ],
      [{ holds: [holds('a')] }],
    );
    const [swap] = previewOf(input, swapping(swapOf('a', 'b'))).swaps;
    expect(swap?.newServicePlans).toEqual([planId('bookings')]);
    const unlisted = customerOf([product('a', 9, null), product('b', 9, ['x'])], []);
    const [unknown] = previewOf(unlisted, swapping(swapOf('a', 'b'))).swaps;
    expect(unknown?.newServicePlans).toBeNull();
  });

  it('keep a user out while nobody knows which are off, unless the person wants all on', () => {
    const users = [{ holds: [holds('a', direct(null))] }, { holds: [holds('a')] }];
    const input = customerOf([product('a', 9, ['x']), product('b', 9, ['x'])], users);
    expect(save(input, swapping(swapOf('a', 'b')))).toEqual([
      ['a −?', 'notChanged', 'swapServicePlansUnknown'],
      ['b', 'planned'],
    ]);
    const allOn = swapping(swapOf('a', 'b', { ifUnknown: 'allOn' }));
    expect(save(input, allOn)).toEqual([
      ['b', 'planned'],
      ['b', 'planned'],
    ]);
    for (const [draft, swapped] of [
      [swapping(swapOf('a', 'b')), 1] as const,
      [allOn, 2] as const,
    ]) {
      expect(previewOf(input, draft).swaps).toMatchObject([{ plansUnknown: 1, users: swapped }]);
    }
  });

  it('keep a user out too where something is off and no source lists those of B', () => {
    const users = [{ holds: [holds('a', direct(['x']))] }, { holds: [holds('a')] }];
    const input = customerOf([product('a', 9, ['x']), product('b', 9, null)], users);
    expect(save(input, swapping(swapOf('a', 'b')))).toEqual([
      ['a −x', 'notChanged', 'swapServicePlansUnknown'],
      ['b', 'planned', 'unchecked'],
    ]);
  });
});

describe('several swaps in one draft', () => {
  const input = customerOf(
    [product('a'), product('b'), product('c'), product('d')],
    [{ holds: [holds('a')] }, { holds: [holds('b')] }, { holds: [holds('a'), holds('c')] }],
  );

  it('are all done where they name different products', () => {
    const draft = swapping(swapOf('a', 'b'), swapOf('c', 'd'));
    expect(save(input, draft).map(([has]) => has)).toEqual(['b', 'b', 'b + d']);
  });

  it('are no chain: of two that name one product the first counts', () => {
    const first = save(input, swapping(swapOf('a', 'b')));
    for (const second of [
      swapOf('b', 'c'),
      swapOf('c', 'a'),
      swapOf('a', 'c'),
      swapOf('c', 'b'),
      swapOf('b', 'a'),
      swapOf('c', 'c'),
    ]) {
      const draft = swapping(swapOf('a', 'b'), second);
      expect(save(input, draft)).toEqual(first);
      expect(previewOf(input, draft).swaps).toHaveLength(1);
    }
  });

  it('win over lines for their two products, for everybody', () => {
    const lines = draftOf(line('assign', 'a'), line('assign', 'b'), line('assign', 'd'));
    const draft = { ...lines, swaps: [swapOf('a', 'b')] };
    expect(save(input, draft).map(([has]) => has)).toEqual(['b + d', 'b + d', 'b + c + d']);
    expect(previewOf(input, draft).products).toMatchObject([
      { assigns: 0, revokes: 0 },
      { assigns: 0, revokes: 0 },
      { assigns: 0 },
      { assigns: 3 },
    ]);
  });
});
