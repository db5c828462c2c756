import { addBits, both, forEachBit, isEmpty, noBits, without } from './bits.ts';
import { lossyServices } from './data-services.ts';
import type { Rows } from './rows.ts';
import type { Sayings } from './said.ts';

/**
 * The last service plan that keeps the user's mail or files goes, or the last one of Teams, which is
 * information: nothing is deleted. Judged on the result, so a swap that keeps the service says
 * nothing. Where no source said whether it was on, it counts as on: better one warning too many than
 * a deleted mailbox. Sources: `dataServices`.
 */
export function dataAtRisk(rows: Rows, said: Sayings): void {
  const { index, before, changed } = rows;
  if (isEmpty(changed)) return;
  for (const [service, bits] of index.serviceBits) {
    const had = noBits(before.size);
    const has = rows.onInAny(index.layout.openBit).slice();
    forEachBit(bits, (bit) => {
      addBits(had, before.onInAny(bit));
      addBits(has, rows.onInAny(bit));
    });
    const severity = lossyServices.includes(service) ? 'warning' : 'info';
    said.say(without(both(had, changed), has), () =>
      index.issues.enter({ code: 'dataAtRisk', severity, service }),
    );
  }
}
