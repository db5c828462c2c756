import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SkuId } from '#licenses/ids.ts';
import { isPlannedFor } from '#plan/change.ts';
import type { Draft } from '#plan/draft.ts';
import type { PlanningInput } from '#plan/planning-context.ts';
import { Planner } from '#plan/planner.ts';
import { retry, type RefusedPlan } from '#plan/retry-refused.ts';
import { workBetween } from '#plan/operation.ts';
import { isPresent } from '#users/user-table.ts';
import {
  customerOf,
  direct,
  draftOf,
  everyone,
  holds,
  line,
  product,
  sku,
  withPlan,
} from './by-hand.ts';
import { skus } from './customers.ts';
import { anySaves, nobodyLast } from './stack.ts';

const planAll = { onShortage: 'planAll', waitingLast: nobodyLast } as const;
const nobody = { gone: 0, changedSince: 0, done: 0, nothingElse: 0, exchange: 0 };

/** Everybody for whom the Save would plan something, as refused by the cloud: nothing of it is planned any more. */
function refusedBy(
  input: PlanningInput,
  users: Uint32Array,
  drafted: Parameters<Planner['change']>[1],
): RefusedPlan[] {
  const change = new Planner(input).change(users, drafted, planAll);
  return Array.from(change.users, (position, i): RefusedPlan[] => {
    const numbers = (when: 'before' | 'after') => ({
      licenses: change[when].licenses[i]!,
      location: change[when].locations[i]!,
    });
    const planned = numbers('after');
    return isPlannedFor(change, i) ? [{ position, before: numbers('before'), planned }] : [];
  }).flat();
}

const partsFor = (input: PlanningInput, draft: Draft, without: SkuId | null) =>
  retry(refusedBy(input, everyone(input), draft), input, without);

const office = (location: string | null = 'DE') =>
  customerOf(
    [product('a', 10, ['mail', 'chat']), product('b'), product('c')],
    [{ holds: [holds('a', direct(['chat']))] }, { holds: [], location }],
  );

describe('what was refused, planned again', () => {
  it('is all of it, or all but the product that was the reason', () => {
    const input = office(null);
    const draft = { ...draftOf(line('assign', 'b'), line('assign', 'c')), usageLocation: 'FR' };
    expect(partsFor(input, draft, null).parts.map((part) => part.draft)).toEqual([
      draftOf(line('assign', 'b'), line('assign', 'c')),
      draft,
    ]);
    const { parts, stays } = partsFor(input, draft, sku('b'));
    expect(parts.map((part) => part.draft)).toEqual([
      draftOf(line('assign', 'c')),
      { ...draftOf(line('assign', 'c')), usageLocation: 'FR' },
    ]);
    expect(stays).toEqual(nobody);
  });

  it('is nothing for whom nothing else was planned', () => {
    const input = office();
    const { parts, stays } = partsFor(input, draftOf(line('assign', 'b')), sku('b'));
    expect(parts).toEqual([]);
    expect(stays).toEqual({ ...nobody, nothingElse: 2 });
  });

  it('never takes one product away when the one that was to replace it is left out', () => {
    const input = office();
    const draft = draftOf(line('revoke', 'a'), line('assign', 'b'), line('assign', 'c'));
    const { parts, stays } = partsFor(input, draft, sku('b'));
    expect(parts.flatMap(({ users }) => [...users])).toEqual([1]);
    expect(stays).toEqual({ ...nobody, exchange: 1 });
    // the other half may be had alone: then both are held
    expect(partsFor(input, draft, sku('a')).stays).toEqual(nobody);
  });

  it('leaves out who is gone, and whom something else has moved since', () => {
    const input = office();
    const draft = draftOf(line('assign', 'b'), line('assign', 'c'));
    const refused = refusedBy(input, everyone(input), draft);
    const moved = withPlan(input.table, {
      licenses: Uint32Array.from([
        input.sets.intern([holds('c', direct(['else']))]),
        input.table.licenses.planned[1]!,
      ]),
      locations: input.table.locations.planned,
    });
    const other = { ...moved, flags: Uint8Array.of(0, 1) };
    const { parts, stays } = retry(refused, { ...input, table: other }, sku('b'));
    expect(parts).toEqual([]);
    expect(stays).toEqual({ ...nobody, gone: 1, changedSince: 1 });
  });

  it('is planned once: who is retried already has nothing left', () => {
    const input = office();
    const draft = draftOf(line('assign', 'b'), line('assign', 'c'));
    const refused = refusedBy(input, everyone(input), draft);
    const { parts } = retry(refused, input, sku('b'));
    const again = new Planner(input).change(everyone(input), parts, planAll);
    const table = withPlan(input.table, again.after);
    expect(retry(refused, { ...input, table }, sku('b'))).toEqual({
      parts: [],
      stays: { ...nobody, done: 2 },
    });
    // and the product that was left out can still be retried
    const { parts: rest } = retry(refused, { ...input, table }, null);
    expect(rest.map((part) => part.draft)).toEqual([draftOf(line('assign', 'b'))]);
  });

  it(
    'is, for everybody who is planned again, what was refused without the product',
    { timeout: 60_000 },
    () => {
      const seen = { planned: 0 };
      fc.assert(
        fc.property(anySaves, fc.constantFrom(null, ...skus), ({ input, saves }, without) => {
          const [save] = saves;
          if (save === undefined) return;
          const refused = refusedBy(input, save.users, save.drafted);
          const { parts, stays } = retry(refused, input, without);
          const asked = parts.flatMap(({ users }) => [...users]);
          // everybody is planned again or told, once
          const told = Object.values(stays).reduce((sum, count) => sum + count, 0);
          expect(asked.length + told).toBe(refused.length);
          expect(new Set(asked).size).toBe(asked.length);
          expect(stays.changedSince + stays.done + stays.gone).toBe(0);
          const again = refusedBy(input, save.users, parts);
          const state = ({ licenses, location }: RefusedPlan['before']) => ({
            licenses: input.sets.at(licenses),
            location,
          });
          for (const { position, before, planned } of again) {
            expect(isPresent(input.table, position)).toBe(true);
            const was = refused.find((one) => one.position === position)!;
            const then = workBetween(state(was.before), state(was.planned), input.products)!;
            const now = workBetween(state(before), state(planned), input.products)!;
            expect(now).toEqual({
              ...then,
              touches: then.touches.filter(({ skuId }) => skuId !== without),
            });
            seen.planned++;
          }
        }),
        { numRuns: 400 },
      );
      expect(seen.planned).toBeGreaterThan(100);
    },
  );
});
