import { isEmpty, keepBits, without } from './bits.ts';
import type { Rows } from './rows.ts';
import type { Sayings } from './said.ts';
import type { TouchedRows } from './touched-rows.ts';

/** Says the pairs of which this product switches one on. */
function sayConflicts(touched: TouchedRows, rows: Rows, said: Sayings): void {
  const { index, before } = rows;
  for (let other = 0; other < index.products.length; other++) {
    for (const { bit, otherBit, issue } of index.rivals(touched.product, other)) {
      const switchedOn = without(touched.on(bit), before.on(touched.column, bit));
      if (isEmpty(switchedOn)) continue;
      keepBits(switchedOn, rows.on(other, otherBit));
      // where both are switched on, the turn of the product with the lower number says it
      if (other < touched.product) keepBits(switchedOn, before.on(other, otherBit));
      said.say(switchedOn, () => issue);
    }
  }
}

/**
 * MutuallyExclusiveViolation: two service plans that exclude each other are on, from two products.
 * Judged on everything that will be on; only pairs of which the draft switches one on are said.
 * One product never conflicts with itself (no known product holds two service plans of a group).
 */
export function conflict(rows: Rows, said: Sayings): void {
  for (const touched of rows.touched) sayConflicts(touched, rows, said);
}
