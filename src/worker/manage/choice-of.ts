import { BitSet } from '#base/bit-set.ts';
import type { ShortageChoice } from '#plan/short-products.ts';
import type { Turns } from '#plan/turns.ts';
import type { OnShortage, Picked } from './save-types.ts';

/** What the person picked, for the planner. */
export const turnsOf = ({ first, waiting }: Picked): Turns => ({
  first,
  waitingLast: BitSet.of(waiting),
});

/** What the person answered to a shortage, for the planner; who has not answered is shown what waiting means. */
export const choiceOf = (answer: OnShortage): ShortageChoice => ({
  onShortage: answer.kind === 'planAll' ? 'planAll' : 'wait',
  ...turnsOf(answer.kind === 'wait' ? answer : { first: [], waiting: [] }),
});
