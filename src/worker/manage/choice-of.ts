import { BitSet } from '#base/bit-set.ts';
import type { ShortageChoice } from '#plan/short-products.ts';
import type { OnShortage } from './save-types.ts';

/** What the person answered to a shortage, for the planner; who has not answered is shown what waiting means. */
export const choiceOf = (answer: OnShortage): ShortageChoice => ({
  onShortage: answer.kind === 'planAll' ? 'planAll' : 'wait',
  waitingLast: BitSet.of(answer.kind === 'wait' ? answer.waiting : []),
});
