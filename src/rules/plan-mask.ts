import { addBits, type Bits } from './bits.ts';

/**
 * The service plans that are on. `sure`: some source said so. `possible`: also those of which no
 * source said whether they are off. `open`: a product is among them whose service plans no source
 * listed, so that anything may be on.
 */
export interface PlanMask {
  readonly sure: Bits;
  readonly possible: Bits;
  readonly open: boolean;
}

/** What is on when all these are on together (a service plan is on when any path has it on). */
export function unionOf(masks: readonly PlanMask[], words: number): PlanMask {
  const [first] = masks;
  if (masks.length === 1 && first !== undefined) return first;
  const sure = new Uint32Array(words);
  let possible = sure;
  let open = false;
  for (const mask of masks) {
    if (mask.possible !== mask.sure && possible === sure) possible = sure.slice();
    addBits(sure, mask.sure);
    if (possible !== sure) addBits(possible, mask.possible);
    open ||= mask.open;
  }
  return { sure, possible, open };
}
