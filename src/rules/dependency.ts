import { addBits, both, forEachBit, isEmpty, noBits, without, type Bits } from './bits.ts';
import type { Rows } from './rows.ts';
import type { Sayings } from './said.ts';

/** Rows in which one of these bits is set in some product. */
function withAny(bits: Bits, rows: number, onInAny: (bit: number) => Bits): Bits {
  const found = noBits(rows);
  forEachBit(bits, (bit) => addBits(found, onInAny(bit)));
  return found;
}

/**
 * DependencyViolation: a service plan is on and none of those it needs is. Judged on everything
 * that will be on, whatever path gives it, so it also fires when the base is revoked or switched
 * off. Where no source said what is on, the need counts as met. What was missing before the draft
 * is not said again.
 */
export function dependency(rows: Rows, said: Sayings): void {
  const { index, before, changed } = rows;
  if (isEmpty(changed)) return;
  const { table, size } = before;
  forEachBit(index.facts.dependents, (bit) => {
    for (const { factId, severity, subject, requiresAnyOf, metBy } of index.facts.dependenciesOf(
      bit,
    )) {
      const is = withAny(metBy, size, (met) => rows.onInAny(met));
      const lacks = without(both(changed, rows.onInAny(bit)), is);
      if (isEmpty(lacks)) continue;
      const had = withAny(metBy, size, (met) => before.onInAny(met));
      for (let column = 0; column < table.columnCount; column++) {
        if (!table.mayHave(column, bit)) continue;
        const lacking = both(lacks, rows.on(column, bit));
        if (isEmpty(lacking)) continue;
        const lackedBefore = without(before.on(column, bit), had);
        const skuId = table.skuOf(column);
        const code = 'dependency';
        const servicePlanId = subject;
        said.say(without(lacking, lackedBefore), () =>
          index.issues.enter({ code, severity, skuId, servicePlanId, requiresAnyOf, factId }),
        );
      }
    }
  });
}
