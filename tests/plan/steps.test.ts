import { expect, it } from 'vitest';
import { BitSet } from '#base/bit-set.ts';
import { STEP, type Steps } from '#base/steps.ts';
import { Standing, type Change } from '#plan/change.ts';
import { movesOf } from '#plan/change-sheet.ts';
import { pendingIn } from '#plan/pending.ts';
import { customerOf, direct, draftOf, everyone, holds, line, product } from './by-hand.ts';
import { Stack } from './stack.ts';

/** So often others have their turn while everybody is gone through once. */
const ROUND = 4;
const users = Array.from({ length: ROUND * STEP }, (_, i) =>
  i % 2 === 0 ? {} : { holds: [holds('b', direct())] },
);
const planAll = { onShortage: 'planAll', waitingLast: new BitSet() } as const;
const wait = { ...planAll, onShortage: 'wait' } as const;

/** Goes through everybody at least so many times, and others have their turn each time as often; gives what it gives. */
function goesThrough<T>(times: number, steps: Steps<T>): T {
  let turns = 0;
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) turns++;
  expect.soft(turns).toBeGreaterThanOrEqual(times * ROUND);
  return step.value;
}

/** Everybody, as if nobody had asked about them before. */
const anew = (positions: Uint32Array): Uint32Array => positions.slice();

it('whatever goes through every user of a Save stops after each few thousand', () => {
  const stack = new Stack(customerOf([product('a'), product('b')], users));
  const everybody = everyone(stack.input);
  const draft = draftOf(line('assign', 'a'));
  const { planner } = stack;

  // who is still there, thrice for their slots, their cases; who is still there, what they hold; what stands for it
  goesThrough(8, planner.confirmableInSteps(anew(everybody), draft, planAll));
  // and those who wait: whose turn it is, who is served, who is left, how many that is
  goesThrough(12, planner.confirmableInSteps(anew(everybody), draft, wait));
  // what the same users were asked before is known
  planner.confirmable(everybody, draft, planAll);
  goesThrough(2, planner.confirmableInSteps(everybody, draft, planAll));
  // in parts they are found among the others, too
  const parts = [{ users: everybody, draft }];
  goesThrough(10, planner.confirmableInSteps(anew(everybody), parts, planAll));
  // their cases and causes, what was before, what is after
  const planned = goesThrough(4, planner.changeInSteps(everybody, draft, planAll));
  goesThrough(7, planner.changeInSteps(everybody, draft, wait));
  const read = goesThrough(1, planner.sheetInSteps(movesOf(planned)));
  expect(read.sheet().users).toBe(users.length);

  goesThrough(6, planner.allotInSteps(everybody, draft, wait));
  goesThrough(1, planner.leftOutInSteps(everybody, draft));
  goesThrough(2, planner.servicePlanStatesInSteps(everybody, product('b').skuId));
  goesThrough(7, planner.revokeEverythingInSteps(anew(everybody)));
  goesThrough(1, pendingIn(stack.now.table));
});

it('whatever goes through every user of an undo or a redo stops after each few thousand', () => {
  const stack = new Stack(customerOf([product('a'), product('b')], users));
  const everybody = everyone(stack.input);
  const drafted = draftOf(line('assign', 'a'));
  const change = stack.save({ users: everybody, drafted, onShortage: 'planAll' });
  const { planner } = stack;

  // who can be moved, who stands how, the plan without it, what differs
  const out = goesThrough(4, planner.takeOutInSteps([change], change));
  expect(out.users).toHaveLength(users.length);
  // who stays, what stands for it and for what is planned then
  goesThrough(3, planner.confirmableStepInSteps(out, planAll));
  // what is planned today, where, what was asked; then it is read
  goesThrough(4, planner.stepSheetInSteps(out, planAll));

  const undone: Change = { ...change, standing: change.standing.map(() => Standing.takenOut) };
  const before = new Stack(stack.input).planner;
  const back = goesThrough(4, before.putBackInSteps([], undone));
  // and those who wait, as for a Save
  goesThrough(6, before.confirmableStepInSteps(back, wait));
  goesThrough(5, before.stepAllotmentInSteps(back, wait));
  goesThrough(4, before.stepStaysInSteps(back, wait));
  goesThrough(4, before.stepColumnsInSteps(back, wait));

  // a later Save that found in place what would go
  const later = {
    ...change,
    sequence: change.sequence + 1,
    causes: [{ kind: 'already', issues: [] }],
  };
  goesThrough(39, planner.takeOutInSteps([change, later as Change], change));
});
