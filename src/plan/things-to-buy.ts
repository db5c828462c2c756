import type { LedgerLine } from './preview.ts';

/** How many of a product are to be bought: for this Save, and to make up for what is overdrawn already. */
export interface Need {
  readonly needed: number;
  readonly overdrawn: number;
  readonly together: number;
}

/** What more is needed than there is: users who would stay without, and licenses that are already overdrawn. */
export function needOf({ available, freed, short }: LedgerLine): Need {
  const overdrawn = Math.max(0, -((available ?? 0) + freed));
  return { needed: short, overdrawn, together: short + overdrawn };
}
