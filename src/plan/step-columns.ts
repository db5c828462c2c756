import { waitingOf } from './allotment.ts';
import type { Ground } from './ground.ts';
import type { ShortageChoice } from './shortage-choice.ts';
import type { Step, StepColumns } from './step.ts';

/** Index i: 1 when `users[i]` of the step waits for a unit, so that the change stays as it is for the user. */
export function waitsIn(
  ground: Ground,
  step: Step,
  { onShortage, waitingLast }: ShortageChoice,
): Uint8Array {
  if (onShortage === 'planAll') return new Uint8Array(step.users.length);
  return Uint8Array.from(waitingOf(ground, step, waitingLast).lackOf, (lack) => Math.min(lack, 1));
}

/** Whom the step moves, and what is planned for them then. */
export function stepColumns(ground: Ground, step: Step, choice: ShortageChoice): StepColumns {
  const { users, indexes, planned, cases, caseOf } = step;
  const waits = waitsIn(ground, step, choice);
  const isMoved = (_: number, i: number): boolean =>
    waits[i] === 0 && cases[caseOf[i] ?? 0]?.kind !== 'notChanged';
  return {
    users: users.filter(isMoved),
    indexes: indexes.filter(isMoved),
    planned: {
      licenses: planned.licenses.filter(isMoved),
      locations: planned.locations.filter(isMoved),
    },
  };
}
