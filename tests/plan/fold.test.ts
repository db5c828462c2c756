import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitSet } from '#base/bit-set.ts';
import { Standing, type Change } from '#plan/change.ts';
import type { Draft } from '#plan/draft.ts';
import { foldChanges, type PlanColumns } from '#plan/fold.ts';
import type { PlanningGround } from '#plan/ground.ts';
import { countPending } from '#plan/pending.ts';
import { Planner } from '#plan/planner.ts';
import {
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

const anyStack = customerWithoutPlan.chain((ground) =>
  fc.record({
    ground: fc.constant(ground),
    saves: fc.array(
      fc.record({
        draft: anyDraft,
        users: selectionOf(ground),
        onShortage: fc.constantFrom('wait' as const, 'planAll' as const),
      }),
      { maxLength: 4 },
    ),
  }),
);

const baselineOf = ({ table }: PlanningGround): PlanColumns => ({
  licenses: table.licenses.baseline,
  locations: table.locations.baseline,
});

const fold = (ground: PlanningGround, changes: readonly Change[]): PlanColumns =>
  foldChanges(baselineOf(ground), changes, ground.sets, ground.products);

/** Saves one after the other; gives the changes and the planned columns after each, the start first. */
function saveAll(ground: PlanningGround, saves: readonly Save[]) {
  const changes: Change[] = [];
  const plans: PlanColumns[] = [
    {
      licenses: baselineOf(ground).licenses.slice(),
      locations: baselineOf(ground).locations.slice(),
    },
  ];
  for (const { draft, users, onShortage } of saves) {
    const now = plans.at(-1)!;
    const planner = new Planner({ ...ground, table: withPlan(ground.table, now) });
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
      fc.property(anyStack, ({ ground, saves }) => {
        const { changes, plans } = saveAll(ground, saves);
        plans.forEach((planned, n) => {
          expect(fold(ground, changes.slice(0, n))).toEqual(planned);
        });
      }),
      { numRuns: 400 },
    );
  });

  it('does not depend on the order in which changes are listed', () => {
    fc.assert(
      fc.property(anyStack, ({ ground, saves }) => {
        const { changes } = saveAll(ground, saves);
        expect(fold(ground, [...changes].reverse())).toEqual(fold(ground, changes));
      }),
      { numRuns: 100 },
    );
  });

  it('leaves out users of a change who are ended or taken out', () => {
    fc.assert(
      fc.property(anyStack, ({ ground, saves }) => {
        const { changes } = saveAll(ground, saves);
        const closed = changes.map((change) => closedFor(change, Standing.takenOut));
        expect(fold(ground, closed)).toEqual(baselineOf(ground));
        if (changes.length === 0) return;
        const ended = [...changes.slice(0, -1), closedFor(changes.at(-1)!, Standing.ended)];
        expect(fold(ground, ended)).toEqual(fold(ground, changes.slice(0, -1)));
      }),
      { numRuns: 150 },
    );
  });
});

describe('pending', () => {
  const ground = customerOf(
    [product('a', 9, ['mail', 'chat'])],
    [{ holds: [holds('a', direct(['chat']))] }, {}, { isGone: true }],
  );
  const users = everyone(ground);
  const pendingAfter = (...drafts: Draft[]): number => {
    const saves = drafts.map((draft) => ({ draft, users, onShortage: 'wait' as const }));
    const { plans } = saveAll(ground, saves);
    return countPending(withPlan(ground.table, plans.at(-1)!));
  };

  it('counts users whom the plan changes', () => {
    expect(pendingAfter()).toBe(0);
    expect(pendingAfter(draftOf(line('assign', 'a')))).toBe(1);
    expect(pendingAfter(draftOf(line('assign', 'a')), draftOf(line('revoke', 'a')))).toBe(1);
  });

  it('is nobody who is gone', () => {
    const licenses = new Uint32Array([1, 0, 1]);
    const table = withPlan(ground.table, {
      licenses,
      locations: ground.table.locations.baseline,
    });
    expect(countPending(table)).toBe(0);
  });

  it('is nobody when a product is revoked and given back just as it was', () => {
    const revoke = draftOf(line('revoke', 'a'));
    const back = draftOf(line('assign', 'a', { chat: 'off' }));
    expect(pendingAfter(revoke, back, draftOf(line('leave', 'a')))).toBe(1);
    const only = { draft: revoke, users: users.slice(0, 1), onShortage: 'wait' } as const;
    const { changes, plans } = saveAll(ground, [only, { ...only, draft: back }]);
    expect(fold(ground, changes)).toEqual(baselineOf(ground));
    expect(countPending(withPlan(ground.table, plans.at(-1)!))).toBe(0);
  });
});
