import { both, without, type Bits } from './bits.ts';
import type { ProhibitedFact } from './fact-index.ts';
import type { HeldRows } from './held-rows.ts';
import type { Rows } from './rows.ts';
import type { Sayings } from './said.ts';

/** Who has in the product what the fact prohibits. */
const isIn = (rows: HeldRows | Rows, column: number, { plan }: ProhibitedFact): Bits =>
  plan === null ? rows.held(column) : rows.on(column, plan.bit);

/** Products and service plans that a fact prohibits where the user will be, and that were not there before. */
export function usageLocationProhibited(rows: Rows, said: Sayings): void {
  const { index, before, places } = rows;
  const { table } = before;
  const staying = rows.staying();
  for (const [place, there] of places) {
    for (const fact of index.facts.prohibitedIn(place)) {
      for (let column = 0; column < table.columnCount; column++) {
        const skuId = table.skuOf(column);
        if (fact.plan === null ? skuId !== fact.sku : !table.mayHave(column, fact.plan.bit))
          continue;
        const is = both(there, isIn(rows, column, fact));
        const was = both(staying, isIn(before, column, fact));
        const { severity, location, factId } = fact;
        const code = 'usageLocationProhibited';
        const servicePlanId = fact.plan?.id ?? null;
        said.say(without(is, was), () =>
          index.issues.enter({ code, severity, skuId, servicePlanId, location, factId }),
        );
      }
    }
  }
}
