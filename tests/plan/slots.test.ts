import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce } from '#base/steps.ts';
import { PlanningContext } from '#plan/planning-context.ts';
import { isPresent, UserFlag } from '#users/user-table.ts';
import { userFacts } from '#users/user-facts.ts';
import { anySituation } from './customers.ts';

const anyFlags = fc.array(fc.integer({ min: 0, max: 15 }).map((bits) => bits * 2));

describe('sorting users into slots', { timeout: 60_000 }, () => {
  it('puts only users into one slot who hold and of whom is known the same, each into one', () => {
    fc.assert(
      fc.property(anySituation, anyFlags, ({ input, users }, known) => {
        const { table } = input;
        const flags = table.flags.map((flag, i) => (flag & UserFlag.gone) | (known[i] ?? 0));
        const context = new PlanningContext({ ...input, table: { ...table, flags } });
        const slots = atOnce(context.slots(users));

        expect([...slots.users]).toEqual([...users].filter((user) => isPresent(table, user)));
        slots.users.forEach((position, i) => {
          const slot = slots.slotOf[i]!;
          expect(slots.sets[slot]).toBe(table.licenses.planned[position]);
          expect(userFacts(slots.flags[slot]!)).toEqual(userFacts(flags[position]!));
          const [like, own] = [slots.locations[slot]!, table.locations.planned[position]!];
          if (like !== own) {
            expect(context.index.facts.prohibitedIn(own)).toEqual([]);
            expect(context.index.facts.prohibitedIn(like)).toEqual([]);
            expect(Math.min(like, own)).toBeGreaterThan(1);
          }
        });
        const sizes = slots.sets.map(
          (_, slot) => slots.slotOf.filter((one) => one === slot).length,
        );
        expect([...slots.counts]).toEqual([...sizes]);
      }),
      { numRuns: 500 },
    );
  });
});
