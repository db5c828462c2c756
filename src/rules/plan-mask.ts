import type { Bits } from './bits.ts';

/**
 * Which service plans are on, as bits; a customer's service plans have numbers. Bit `number`: some
 * source said that it is on. Bit `possibly(number)`: it is on, or no source said whether. Bit
 * `openBit`: there is a product whose service plans no source listed, so that anything may be on.
 * What is on by several paths or over several products together is all their bits together.
 */
export type PlanMask = Bits;

/** Where the bits of a `PlanMask` are, for one customer. */
export interface MaskLayout {
  /** How many 32-bit words a mask takes. */
  readonly words: number;
  readonly openBit: number;
  /** The bit that is also set where no source said whether the service plan is on. */
  readonly possibly: (number: number) => number;
}

/** The layout for so many service plans. */
export const maskLayout = (plans: number): MaskLayout => ({
  words: (2 * plans + 1 + 31) >>> 5,
  openBit: 2 * plans,
  possibly: (number) => plans + number,
});
