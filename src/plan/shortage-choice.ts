import { BitSet } from '#base/bit-set.ts';

/** What to do with users for whom no unit is left. */
export interface ShortageChoice {
  /** `wait`: nothing is planned for them. `planAll`: everybody is planned, and the rest is to be bought. */
  readonly onShortage: 'wait' | 'planAll';
  /** Positions of users who get units after all others. */
  readonly waitingLast: BitSet;
}

/** Units go out in display order, and who gets none waits. */
export const inDisplayOrder = (): ShortageChoice => ({
  onShortage: 'wait',
  waitingLast: new BitSet(),
});
