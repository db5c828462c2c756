import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitSet } from '#base/bit-set.ts';
import { Standing, type Change } from '#plan/change.ts';
import type { Draft } from '#plan/draft.ts';
import { foldChanges, type PlanColumns } from '#plan/fold.ts';
import type { PlanningInput } from '#plan/planning-context.ts';
import { countPending } from '#plan/pending.ts';
import { Planner } from '#plan/planner.ts';
import { licenseItems } from '#plan/sheet-items.ts';
import { runs } from '../runs.ts';
import {
  byGroup,
  customerOf,
  direct,
  draftOf,
  everyone,
  holds,
  line,
  product,
  stored,
  withPlan,
} from './by-hand.ts';
import { anyDraft, customerWithoutPlan, selectionOf } from './customers.ts';

interface Save {
  readonly draft: Draft;
  readonly users: Uint32Array;
  readonly onShortage: 'wait' | 'planAll';
}

const anyStack = customerWithoutPlan.chain((input) =>
  fc.record({
    input: fc.constant(input),
    saves: fc.array(
      fc.record({
        draft: anyDraft,
        users: selectionOf(input),
        onShortage: fc.constantFrom('wait' as const, 'planAll' as const),
      }),
      { maxLength: 4 },
    ),
  }),
);

const baselineOf = ({ table }: PlanningInput): PlanColumns => ({
  licenses: table.licenses.baseline,
  locations: table.locations.baseline,
});

const fold = (input: PlanningInput, changes: readonly Change[]): PlanColumns =>
  foldChanges(baselineOf(input), changes, input.sets, input.products);

/** Saves one after the other; gives the changes and the planned columns after each, the start first. */
function saveAll(input: PlanningInput, saves: readonly Save[]) {
  const changes: Change[] = [];
  const plans: PlanColumns[] = [
    {
      licenses: baselineOf(input).licenses.slice(),
      locations: baselineOf(input).locations.slice(),
    },
  ];
  for (const { draft, users, onShortage } of saves) {
    const now = plans.at(-1)!;
    const planner = new Planner({ ...input, table: withPlan(input.table, now) });
    const columns = planner.change(users, draft, { onShortage, waitingLast: new BitSet() });
    const next = { licenses: now.licenses.slice(), locations: now.locations.slice() };
    columns.users.forEach((position, i) => {
      next.licenses[position] = columns.after.licenses[i]!;
      next.locations[position] = columns.after.locations[i]!;
    });
    plans.push(next);
    changes.push(stored(columns, changes.length + 1));
  }
  return { changes, plans };
}

/** Nobody of the change is part of the plan. */
const closedFor = (change: Change, standing: number): Change => ({
  ...change,
  standing: new Uint8Array(change.users.length).fill(standing),
});

describe('the plan rebuilt from its changes', { timeout: 60_000 }, () => {
  it('is what the Saves left, after each of them', () => {
    fc.assert(
      fc.property(anyStack, ({ input, saves }) => {
        const { changes, plans } = saveAll(input, saves);
        plans.forEach((planned, n) => {
          expect(fold(input, changes.slice(0, n))).toEqual(planned);
        });
      }),
      { numRuns: runs({ quick: 80, all: 400 }) },
    );
  });

  it('does not depend on the order in which changes are listed', () => {
    fc.assert(
      fc.property(anyStack, ({ input, saves }) => {
        const { changes } = saveAll(input, saves);
        expect(fold(input, [...changes].reverse())).toEqual(fold(input, changes));
      }),
      { numRuns: runs({ quick: 30, all: 100 }) },
    );
  });

  it('leaves out users of a change who are ended or taken out', () => {
    fc.assert(
      fc.property(anyStack, ({ input, saves }) => {
        const { changes } = saveAll(input, saves);
        const closed = changes.map((change) => closedFor(change, Standing.takenOut));
        expect(fold(input, closed)).toEqual(baselineOf(input));
        if (changes.length === 0) return;
        const ended = [...changes.slice(0, -1), closedFor(changes.at(-1)!, Standing.ended)];
        expect(fold(input, ended)).toEqual(fold(input, changes.slice(0, -1)));
      }),
      { numRuns: runs({ quick: 40, all: 150 }) },
    );
  });
});

describe('pending', () => {
  const input = customerOf(
    [product('a', 9, ['mail', 'chat'])],
    [{ holds: [holds('a', direct(['chat']))] }, {}, { isGone: true }],
  );
  const users = everyone(input);
  const pendingAfter = (...drafts: Draft[]): number => {
    const saves = drafts.map((draft) => ({ draft, users, onShortage: 'wait' as const }));
    const { plans } = saveAll(input, saves);
    return countPending(withPlan(input.table, plans.at(-1)!));
  };

  it('counts users whom the plan changes', () => {
    expect(pendingAfter()).toBe(0);
    expect(pendingAfter(draftOf(line('assign', 'a')))).toBe(1);
    expect(pendingAfter(draftOf(line('assign', 'a')), draftOf(line('revoke', 'a')))).toBe(1);
  });

  it('is nobody who is gone', () => {
    const licenses = new Uint32Array([1, 0, 1]);
    const table = withPlan(input.table, {
      licenses,
      locations: input.table.locations.baseline,
    });
    expect(countPending(table)).toBe(0);
  });

  it('is nobody when a product is revoked and given back just as it was', () => {
    const revoke = draftOf(line('revoke', 'a'));
    const back = draftOf(line('assign', 'a', { chat: 'off' }));
    expect(pendingAfter(revoke, back, draftOf(line('leave', 'a')))).toBe(1);
    const only = { draft: revoke, users: users.slice(0, 1), onShortage: 'wait' } as const;
    const { changes, plans } = saveAll(input, [only, { ...only, draft: back }]);
    expect(fold(input, changes)).toEqual(baselineOf(input));
    expect(countPending(withPlan(input.table, plans.at(-1)!))).toBe(0);
  });
});

describe('two Saves that want the opposite', () => {
  const failed = { ...byGroup(), state: 'Error', error: 'CountViolation' };
  const paths = {
    ...{ none: [], direct: [direct()], switchedOff: [direct(['chat'])], group: [byGroup()] },
    ...{ both: [direct(), byGroup()], bothOff: [direct(['chat']), byGroup('g', ['chat'])] },
    failedGroup: [direct(), failed],
  } as const;
  const input = customerOf(
    [product('a', 9, ['mail', 'chat'])],
    Object.values(paths).map((held) => ({ holds: held.length === 0 ? [] : [holds('a', ...held)] })),
  );
  const users = everyone(input);
  /** By user: what each Save did, as its sheet says, and what the plan is in the end. */
  const after = (...actions: readonly ('assign' | 'revoke')[]) => {
    const { changes, plans } = saveAll(
      input,
      actions.map((action) => ({ draft: draftOf(line(action, 'a')), users, onShortage: 'wait' })),
    );
    const setAt = (plan: PlanColumns, user: number) => input.sets.at(plan.licenses[user]!);
    const items = (one: PlanColumns, other: PlanColumns, user: number): string =>
      licenseItems(setAt(one, user), setAt(other, user), [])
        .map((item) => (item.kind === 'servicePlan' ? `${item.kind} ${item.to}` : item.kind))
        .join();
    return Object.fromEntries(
      Object.keys(paths).map((name, user) => {
        const saves = changes.map(({ causes, causeOf }, n) => {
          const did = items(plans[n]!, plans[n + 1]!, user);
          return did === '' ? causes[causeOf[user]!]!.kind : did;
        });
        return [name, [...saves, `in all: ${items(baselineOf(input), plans.at(-1)!, user)}`]];
      }),
    );
  };

  it('revoke, then assign: the license is there again, and a direct copy stays gone beside a group that gives it, since the second Save finds the license in place and says so', () => {
    expect(after('revoke', 'assign')).toEqual({
      none: ['already', 'assign', 'in all: assign'],
      direct: ['revoke', 'assign', 'in all: '],
      // what is assigned anew has everything on, and the sheet of all that is pending says it
      switchedOff: ['revoke', 'assign', 'in all: servicePlan on'],
      group: ['unchanged', 'already', 'in all: '],
      both: ['revokeDirect', 'already', 'in all: revokeDirect'],
      bothOff: ['revokeDirect', 'already', 'in all: revokeDirect'],
      failedGroup: ['revoke', 'assign', 'in all: '],
    });
  });

  it('assign, then revoke: only what a group gives is left', () => {
    expect(after('assign', 'revoke')).toEqual({
      none: ['assign', 'revoke', 'in all: '],
      direct: ['already', 'revoke', 'in all: revoke'],
      switchedOff: ['already', 'revoke', 'in all: revoke'],
      group: ['already', 'unchanged', 'in all: '],
      both: ['already', 'revokeDirect', 'in all: revokeDirect'],
      bothOff: ['already', 'revokeDirect', 'in all: revokeDirect'],
      failedGroup: ['already', 'revoke', 'in all: revoke'],
    });
  });
});
