import type { Ground } from './ground.ts';
import type { ShortageChoice } from './shortage-choice.ts';
import { waitsIn } from './step-columns.ts';
import type { Stay, Step } from './step.ts';

/** Everybody for whom the change stays as it is, with the reason: those of the change's order who are blocked or wait first. */
export function stepStays(ground: Ground, step: Step, choice: ShortageChoice): Stay[] {
  const { users, cases, caseOf, impossible } = step;
  const waits = waitsIn(ground, step, choice);
  const stays: Stay[] = [];
  users.forEach((position, i) => {
    const one = cases[caseOf[i] ?? 0];
    if (one?.kind === 'notChanged') {
      const issues = one.issues.filter(({ severity }) => severity === 'blocking');
      stays.push({ position, reason: 'blocked', issues });
    } else if (waits[i] === 1) stays.push({ position, reason: 'waits', issues: [] });
  });
  return [...stays, ...impossible];
}
