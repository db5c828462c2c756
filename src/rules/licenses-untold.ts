import type { SkuId } from '#licenses/ids.ts';
import { both } from './bits.ts';
import type { Issue } from './issue.ts';
import type { ProductIndex } from './product-index.ts';
import type { Rows } from './rows.ts';
import type { Sayings } from './said.ts';

/** A product that is not known to be held, and stays as it is: of the user's licenses not all are known. */
export const leftUntold = (skuId: SkuId, { issues }: ProductIndex): Issue =>
  issues.enter({ code: 'licensesUntold', severity: 'warning', skuId, isAssigned: false });

/** The same for products that the user gets: they may be held already, and what else is held is not judged. */
export function licensesUntold({ index, before, touched }: Rows, said: Sayings): void {
  for (const { skuId, gained } of touched) {
    const about = { code: 'licensesUntold', severity: 'warning', skuId, isAssigned: true } as const;
    said.say(both(gained, before.untold), () => index.issues.enter(about));
  }
}
