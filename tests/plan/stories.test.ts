import { describe, expect, it } from 'vitest';
import { BitSet } from '#base/bit-set.ts';
import type { Draft } from '#plan/draft.ts';
import type { PlanningInput } from '#plan/planning-context.ts';
import { Planner } from '#plan/planner.ts';
import type { ShortageChoice } from '#plan/short-products.ts';
import type { Position } from '#users/ids.ts';
import { readLocation } from '#users/usage-location.ts';
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
  sku,
  unexplained,
} from './by-hand.ts';

const wait = (...last: Position[]) =>
  ({ onShortage: 'wait', waitingLast: BitSet.of(last) }) as const;

/** What each user holds after the Save, and why. */
function save(
  input: PlanningInput,
  draft: Draft,
  choice: Parameters<Planner['change']>[2] = wait(),
) {
  const change = new Planner(input).change(everyone(input), draft, choice);
  return [...change.users].map((_, i) => {
    const cause = change.causes[change.causeOf[i]!]!;
    return {
      kind: cause.kind,
      codes: cause.issues.map(({ code }) => code),
      holds: input.sets.at(change.after.licenses[i]!).map(({ skuId }) => skuId),
    };
  });
}

describe('untick A, tick B, B short by 3', () => {
  const input = customerOf(
    [product('a', 0), product('b', 5)],
    Array.from({ length: 8 }, () => ({ holds: [holds('a')] })),
  );
  const swap = draftOf(line('revoke', 'a'), line('assign', 'b'));
  const whoWaits = (choice: ShortageChoice) => {
    const { users, causeOf, causes } = new Planner(input).change(everyone(input), swap, choice);
    return [...users].filter((_, i) => causes[causeOf[i]!]?.kind === 'waits');
  };

  it('leaves exactly 3 users with A', () => {
    const after = save(input, swap);
    expect(after.filter(({ kind }) => kind === 'waits')).toEqual(
      Array(3).fill({ kind: 'waits', codes: ['shortage'], holds: [sku('a')] }),
    );
    expect(after.filter((one) => one.holds.includes(sku('b')))).toHaveLength(5);
  });

  it('lets the last in order wait, unless others were chosen', () => {
    expect(whoWaits(wait())).toEqual([5, 6, 7]);
    expect(whoWaits(wait(0, 3))).toEqual([7, 0, 3]);
  });

  it('gives those picked theirs before all others, and keeps the order', () => {
    const choice = { ...wait(1), first: [6, 1] };
    expect(whoWaits(choice)).toEqual([4, 5, 7]);
    const { users } = new Planner(input).change(everyone(input), swap, choice);
    expect([...users]).toEqual([6, 1, 0, 2, 3, 4, 5, 7]);
  });

  it('is said before Save', () => {
    const preview = new Planner(input).preview(everyone(input), swap);
    expect(preview).toMatchObject({ changed: 5, waits: 3, assigns: 5, revokes: 5 });
    expect(preview.shortages).toEqual([{ skuId: sku('b'), short: 3 }]);
    const { products } = new Planner(input).allot(everyone(input), swap, {
      waitingLast: BitSet.of([0]),
    });
    expect(products.map(({ short, waits }) => [short, [...waits]])).toEqual([
      [3, [0, 0, 0, 0, 0, 1, 1, 1]],
    ]);
  });

  it('can be planned for all, with 3 to buy', () => {
    const choice = { onShortage: 'planAll', waitingLast: new BitSet() } as const;
    const change = new Planner(input).change(everyone(input), swap, choice);
    expect(change.shortages).toEqual([{ skuId: sku('b'), short: 3 }]);
    expect(change.causes).toEqual([{ kind: 'planned', issues: [] }]);
  });
});

describe('units', () => {
  it('are not needed by those who hold the product by any path', () => {
    const input = customerOf(
      [product('a', 0)],
      [{ holds: [holds('a', byGroup())] }, { holds: [holds('a', unexplained())] }, {}],
    );
    const kinds = save(input, draftOf(line('assign', 'a'))).map(({ kind }) => kind);
    expect(kinds).toEqual(['already', 'already', 'waits']);
  });

  it('are not freed where a group gives the product too', () => {
    const input = customerOf([product('a', 0)], [{ holds: [holds('a', direct(), byGroup())] }]);
    const [row] = new Planner(input).preview(
      everyone(input),
      draftOf(line('revoke', 'a')),
    ).products;
    expect(row).toMatchObject({ losesDirectOnly: 1, revokes: 0, ledger: { freed: 0 } });
  });

  it('that are overdrawn already are no shortage of this draft', () => {
    const input = customerOf([product('a', -7)], [{}, {}]);
    const { shortages } = new Planner(input).preview(everyone(input), draftOf(line('assign', 'a')));
    expect(shortages).toEqual([{ skuId: sku('a'), short: 2 }]);
  });

  it('are never short while no source gave their number', () => {
    const input = customerOf([product('a', null)], [{}, {}]);
    const after = save(input, draftOf(line('assign', 'a')));
    expect(after.map(({ kind, codes }) => [kind, codes])).toEqual([
      ['planned', ['unchecked']],
      ['planned', ['unchecked']],
    ]);
  });

  it('of users whom a rule keeps out go to the others', () => {
    const input = customerOf([product('a', 1)], [{ location: null }, {}]);
    const kinds = save(input, draftOf(line('assign', 'a'))).map(({ kind }) => kind);
    expect(kinds).toEqual(['notChanged', 'planned']);
  });
});

describe('all or nothing', () => {
  it('plans no part of the Save for a user whom one part blocks', () => {
    const input = customerOf(
      [product('a'), product('b', 9, [], { capabilityStatus: 'Suspended' })],
      [{ holds: [holds('a')] }, { holds: [holds('a'), holds('b')] }],
    );
    expect(save(input, draftOf(line('revoke', 'a'), line('assign', 'b')))).toEqual([
      { kind: 'notChanged', codes: ['notAssignable'], holds: [sku('a')] },
      { kind: 'planned', codes: [], holds: [sku('b')] },
    ]);
  });

  it('lets a user who lacks one of two products take neither', () => {
    const input = customerOf([product('a', 1), product('b', 0)], [{}, {}]);
    const [row] = new Planner(input).preview(
      everyone(input),
      draftOf(line('assign', 'a'), line('assign', 'b')),
    ).products;
    expect(row).toMatchObject({ assigns: 0, ledger: { needed: 2, short: 1 } });
  });
});

describe('service plans', () => {
  const input = customerOf(
    [product('a', 9, ['mail', 'files', 'chat'])],
    [
      {},
      { holds: [holds('a', direct(['files']))] },
      { holds: [holds('a', byGroup('sales', ['files']))] },
      { holds: [holds('a', direct(null))] },
    ],
  );
  const offFor = (change: ReturnType<Planner['change']>, i: number) =>
    input.sets.at(change.after.licenses[i]!)[0]?.paths[0]?.disabledPlans;

  it('that are not named stay as they are', () => {
    const draft = draftOf(line('assign', 'a', { chat: 'off' }));
    const change = new Planner(input).change(everyone(input), draft, wait());
    expect([0, 1, 2, 3].map((i) => offFor(change, i))).toEqual([
      [planId('chat')],
      [planId('chat'), planId('files')],
      [planId('files')],
      null,
    ]);
    expect([...change.causeOf].map((i) => change.causes[i]!.kind)).toEqual([
      'planned',
      'planned',
      'unchanged',
      'notChanged',
    ]);
  });

  it('are counted by how they are on', () => {
    const states = new Planner(input).servicePlanStates(everyone(input), sku('a'));
    expect(states.map(({ on, onByGroup, unknown }) => [on, onByGroup, unknown])).toEqual([
      [2, 1, 1],
      [0, 0, 1],
      [2, 1, 1],
    ]);
  });
});

describe('usage location', () => {
  it('is set only where there is known to be none, and then lets the license pass', () => {
    const input = customerOf(
      [product('a')],
      [{ location: null }, { location: 'unknown' }, { location: 'FR' }],
    );
    const draft = { ...draftOf(line('assign', 'a')), usageLocation: 'DE' };
    const change = new Planner(input).change(everyone(input), draft, wait());
    expect([...change.after.locations]).toEqual([readLocation('DE'), 0, readLocation('FR')]);
    expect([...change.causeOf].map((i) => change.causes[i])).toMatchObject([
      { kind: 'planned', issues: [] },
      { kind: 'planned', issues: [{ code: 'usageLocationUnknown' }] },
      { kind: 'planned', issues: [] },
    ]);
  });
});

it('counts who loses data, but not in a swap that keeps the service', () => {
  const input = customerOf(
    [
      product('a', 9, ['EXCHANGE_S_ENTERPRISE', 'SHAREPOINTENTERPRISE']),
      product('b', 9, ['EXCHANGE_S_STANDARD', 'SHAREPOINTSTANDARD']),
    ],
    [{ holds: [holds('a')] }],
  );
  const planner = new Planner(input);
  const leave = planner.preview(everyone(input), draftOf(line('revoke', 'a')));
  const swap = draftOf(line('revoke', 'a'), line('assign', 'b'));
  expect(leave).toMatchObject({ losingData: 1, usersRevoked: 1 });
  expect(planner.preview(everyone(input), swap)).toMatchObject({ losingData: 0, usersRevoked: 0 });
});

it('ignores users who are gone', () => {
  const input = customerOf([product('a', 1)], [{ isGone: true }, {}]);
  const preview = new Planner(input).preview(everyone(input), draftOf(line('assign', 'a')));
  expect(preview).toMatchObject({ users: 1, changed: 1, waits: 0 });
});
