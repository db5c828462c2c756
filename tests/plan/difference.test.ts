import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  differenceBetween,
  type Difference,
  type UserState,
  reverse,
  squash,
} from '#plan/difference.ts';
import type { PlanningInput } from '#plan/planning-context.ts';
import { Planner } from '#plan/planner.ts';
import { runs } from '../runs.ts';
import { withPlan } from './by-hand.ts';
import { anySituation } from './customers.ts';
import { anySaves, history, nobodyLast } from './stack.ts';

const NOTHING: Difference = { products: new Map(), location: null };

interface Walk {
  readonly states: readonly UserState[];
}

/** A user who comes from state to state, each the outcome of some draft or of none. */
const anyWalk: fc.Arbitrary<Walk> = anySituation.chain(({ input, draft, users }) => {
  const change = new Planner(input).change(users, draft, {
    onShortage: 'planAll',
    waitingLast: nobodyLast,
  });
  const licenses = [...change.before.licenses, ...change.after.licenses, 0];
  const state = fc.record({
    licenses: fc.constantFrom(...licenses).map((number) => input.sets.at(number)),
    location: fc.constantFrom(0, 1, ...change.after.locations),
  });
  return fc.array(state, { minLength: 4, maxLength: 4 }).map((states) => ({ states }));
});

const steps = ({ states }: Walk): Difference[] =>
  states.slice(1).map((state, i) => differenceBetween(states[i]!, state));

describe('squashing what is done to a user', { timeout: 60_000 }, () => {
  it('does not depend on what is squashed first, and leaves what comes of it in the end', () => {
    fc.assert(
      fc.property(anyWalk, (walk) => {
        const [a, b, c] = steps(walk) as [Difference, Difference, Difference];
        const whole = squash(squash(a, b), c);
        expect(squash(a, squash(b, c))).toEqual(whole);
        expect(whole).toEqual(differenceBetween(walk.states[0]!, walk.states[3]!));
      }),
      { numRuns: runs({ quick: 200, all: 1000 }) },
    );
  });

  it('leaves nothing of a thing and its reverse', () => {
    fc.assert(
      fc.property(anyWalk, (walk) => {
        for (const difference of steps(walk)) {
          expect(squash(difference, reverse(difference))).toEqual(NOTHING);
          expect(squash(difference, NOTHING)).toEqual(difference);
          expect(squash(NOTHING, difference)).toEqual(difference);
          expect(reverse(reverse(difference))).toEqual(difference);
        }
      }),
      { numRuns: runs({ quick: 120, all: 500 }) },
    );
  });

  it('of several Saves is what the plan of each user comes to', () => {
    fc.assert(
      fc.property(anySaves, ({ input, saves }) => {
        const { changes, planned, input: after } = history(input, saves);
        const stateIn = (
          { licenses, locations }: (typeof changes)[number]['before'],
          i: number,
        ): UserState => ({ licenses: after.sets.at(licenses[i]!), location: locations[i]! });
        for (let position = 0; position < input.table.count; position++) {
          const done = changes.reduce((sum, change) => {
            const i = change.users.indexOf(position);
            if (i < 0) return sum;
            return squash(
              sum,
              differenceBetween(stateIn(change.before, i), stateIn(change.after, i)),
            );
          }, NOTHING);
          expect(done).toEqual(
            planOf({ ...after, table: withPlan(after.table, planned) }, position),
          );
        }
      }),
      { numRuns: runs({ quick: 80, all: 300 }) },
    );
  });
});

/** From what is known of the user to what is planned. */
function planOf({ table, sets }: PlanningInput, position: number): Difference {
  const state = (column: 'baseline' | 'planned'): UserState => ({
    licenses: sets.at(table.licenses[column][position]!),
    location: table.locations[column][position]!,
  });
  return differenceBetween(state('baseline'), state('planned'));
}
