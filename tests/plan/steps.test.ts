import { expect, it } from 'vitest';
import { BitSet } from '#base/bit-set.ts';
import { STEP, type Steps } from '#base/steps.ts';
import { Standing } from '#plan/change.ts';
import { movesOf } from '#plan/change-sheet.ts';
import { customerOf, direct, draftOf, everyone, holds, line, product } from './by-hand.ts';
import { Stack } from './stack.ts';

const choice = { onShortage: 'planAll', waitingLast: new BitSet() } as const;

/** How often others can have their turn during it, and what it gives. */
function turnsIn<T>(steps: Steps<T>): { readonly turns: number; readonly value: T } {
  for (let turns = 0; ; turns++) {
    const step = steps.next();
    if (step.done === true) return { turns, value: step.value };
  }
}

it('whatever goes through every user of a Save or an undo stops after each few thousand', () => {
  const users = Array.from({ length: 3 * STEP }, (_, i) =>
    i % 2 === 0 ? {} : { holds: [holds('b', direct())] },
  );
  const stack = new Stack(customerOf([product('a'), product('b')], users));
  const everybody = everyone(stack.input);
  const draft = draftOf(line('assign', 'a'));
  const { planner } = stack;
  const once = 3;

  const shown = turnsIn(planner.confirmableInSteps(everybody, draft, choice));
  expect(shown.turns).toBeGreaterThanOrEqual(once);
  const planned = turnsIn(planner.changeInSteps(everybody, draft, choice));
  // its causes, what was before, what is after
  expect(planned.turns).toBeGreaterThanOrEqual(3 * once);
  const read = turnsIn(planner.sheetInSteps(movesOf(planned.value)));
  expect(read.turns).toBeGreaterThanOrEqual(once);
  expect(read.value.sheet().users).toBe(users.length);

  const change = stack.save({ users: everybody, drafted: draft, onShortage: 'planAll' });
  const after = stack.planner;
  const out = turnsIn(after.takeOutInSteps([change], change));
  // who can be moved, the plan without it, what differs
  expect(out.turns).toBeGreaterThanOrEqual(3 * once);
  expect(out.value.users).toHaveLength(users.length);
  const weighed = turnsIn(after.confirmableStepInSteps(out.value, choice));
  expect(weighed.turns).toBeGreaterThanOrEqual(2 * once);
  expect(turnsIn(after.stepSheetInSteps(out.value, choice)).turns).toBeGreaterThanOrEqual(once);
  const undone = { ...change, standing: change.standing.fill(Standing.takenOut) };
  expect(turnsIn(after.putBackInSteps([], undone)).turns).toBeGreaterThanOrEqual(3 * once);
});
