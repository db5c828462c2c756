import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ServicePlanId } from '#licenses/ids.ts';
import { assignmentOf, directPath, type LicenseSet } from '#licenses/license-set.ts';
import { Standing, type Change } from '#plan/change.ts';
import type { Draft } from '#plan/draft.ts';
import type { PlanningInput } from '#plan/planning-context.ts';
import { Planner } from '#plan/planner.ts';
import { reverseChange } from '#plan/reverse-change.ts';
import {
  customerOf,
  direct,
  byGroup,
  draftOf,
  everyone,
  holds,
  line,
  product,
  stored,
} from './by-hand.ts';
import { anySaves, nobodyLast } from './stack.ts';

const planAll = { onShortage: 'planAll', waitingLast: nobodyLast } as const;

/** A Save that sync applied: what was planned is what the cloud has. */
function synced(
  input: PlanningInput,
  users: Uint32Array,
  drafted: Parameters<Planner['change']>[1],
) {
  const columns = new Planner(input).change(users, drafted, planAll);
  const change: Change = {
    ...stored(columns, 1),
    standing: new Uint8Array(columns.users.length).fill(Standing.ended),
  };
  const licenses = input.table.licenses.baseline.slice();
  const locations = input.table.locations.baseline.slice();
  change.users.forEach((position, i) => {
    licenses[position] = change.after.licenses[i]!;
    locations[position] = change.after.locations[i]!;
  });
  const table = {
    ...input.table,
    licenses: { baseline: licenses, planned: licenses },
    locations: { baseline: locations, planned: locations },
  };
  return { change, now: { ...input, table } };
}

const linesOf = (set: LicenseSet): string[] =>
  set.map((held) => `${held.skuId} ${directPath(held)?.disabledPlans?.join('+') ?? '-'}`);

const always = (): boolean => true;

const two = (more: Draft) => {
  const input = customerOf(
    [product('a', 10, ['mail', 'chat']), product('b', 10)],
    [{ holds: [holds('a', direct(['chat']))] }, { holds: [] }, { holds: [holds('a', byGroup())] }],
  );
  return synced(input, everyone(input), more);
};

describe('a synced change turned round', () => {
  it('gives back what it took, with the same service plans off, and takes what it gave', () => {
    const { change, now } = two(draftOf(line('revoke', 'a'), line('assign', 'b')));
    const { parts, stays } = reverseChange(change, [change], now, always);
    const again = new Planner(now).change(everyone(now), parts, planAll);
    expect(again.users.length).toBe(3);
    expect(linesOf(now.sets.at(again.after.licenses[0]!))).toEqual(['sku-a plan-chat']);
    expect(linesOf(now.sets.at(again.after.licenses[1]!))).toEqual([]);
    expect(stays).toEqual({ gone: 0, changedSince: 0, notApplied: 0, impossible: 0 });
  });

  it('leaves out whom sync did not apply it to, and says how many and whom', () => {
    const { change, now } = two(draftOf(line('assign', 'b')));
    const { parts, stays, leftOut } = reverseChange(change, [change], now, (index) => index !== 1);
    expect(parts.flatMap(({ users }) => [...users])).toEqual([0, 2]);
    expect(stays.notApplied).toBe(1);
    expect(leftOut).toEqual([{ position: 1, why: 'notApplied' }]);
  });

  it('leaves out whom a later change touches alike, and nobody else', () => {
    const { change, now } = two(draftOf(line('assign', 'b')));
    const users = Uint32Array.of(1);
    const revoking = new Planner(now).change(users, draftOf(line('revoke', 'b')), planAll);
    const other = new Planner(now).change(Uint32Array.of(0), draftOf(line('revoke', 'a')), planAll);
    const changes = [change, stored(revoking, 2), stored(other, 3)];
    const { parts, stays, leftOut } = reverseChange(change, changes, now, always);
    expect(parts.flatMap(({ users: those }) => [...those])).toEqual([0, 2]);
    expect(stays.changedSince).toBe(1);
    expect(leftOut).toEqual([{ position: 1, why: 'changedSince' }]);
  });

  it('leaves out for whom later Saves wanted what it gave, and found it there', () => {
    const { change, now } = two(draftOf(line('revoke', 'a'), line('assign', 'b')));
    const again = (users: number[], letter: string, sequence: number): Change => {
      const draft = draftOf(line('assign', letter));
      const columns = new Planner(now).change(Uint32Array.from(users), draft, planAll);
      return stored(columns, sequence);
    };
    const changes = [change, again([0], 'b', 2), again([0, 1], 'b', 3), again([2], 'a', 4)];
    const { parts, stays, leftOut } = reverseChange(change, changes, now, always);
    expect(parts.flatMap(({ users }) => [...users])).toEqual([2]);
    expect(stays.changedSince).toBe(2);
    expect(leftOut.map(({ position }) => position)).toEqual([0, 1]);
  });

  it('says so where only a usage location was set: no Save takes one back', () => {
    const input = customerOf([product('a')], [{ holds: [], location: null }]);
    const draft = { ...draftOf(), usageLocation: 'DE' };
    const { change, now } = synced(input, everyone(input), draft);
    expect(reverseChange(change, [change], now, always)).toEqual({
      parts: [],
      stays: { gone: 0, changedSince: 0, notApplied: 0, impossible: 1 },
      leftOut: [{ position: 0, why: 'impossible' }],
      locations: 1,
    });
  });

  it(
    'brings everybody who is not kept out back to the products of before',
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(anySaves, ({ input, saves }) => {
          const save = saves[0];
          if (save === undefined) return;
          const { change, now } = synced(input, save.users, save.drafted);
          const { parts } = reverseChange(change, [change], now, always);
          const again = new Planner(now).change(save.users, parts, planAll);
          again.users.forEach((position, i) => {
            if (again.causes[again.causeOf[i]!]!.kind !== 'planned') return;
            const before = now.sets.at(input.table.licenses.baseline[position]!);
            const after = now.sets.at(again.after.licenses[i]!);
            // a path that no source explained comes back as a direct one
            expect(after.map(({ skuId }) => skuId)).toEqual(before.map(({ skuId }) => skuId));
            for (const held of before) {
              const is = directPath(assignmentOf(after, held.skuId));
              const was = directPath(held);
              if (!was?.disabledPlans || !is) continue;
              const own = now.products.find(({ skuId }) => skuId === held.skuId)?.servicePlans;
              const isOwn = (id: ServicePlanId): boolean =>
                own?.some((one) => one.id === id && one.appliesTo === 'User') === true;
              // what is not the product's own cannot be switched
              expect(is.disabledPlans?.filter(isOwn)).toEqual(was.disabledPlans.filter(isOwn));
            }
          });
        }),
        { numRuns: 300 },
      );
    },
  );
});
