import type { FactId, RuleFact } from '#rules/rule-fact.ts';
import { homeOf, narrowed, widened } from '#rules/widening.ts';
import { rowsUnder, type SeatwiseDatabase } from './database.ts';
import { factRow, raiseJudged } from './facts.ts';
import type { FactRow } from './rows.ts';

const tablesOf = (db: SeatwiseDatabase) => [db.ruleFacts, db.factSwitches, db.customers];

const findRow = (db: SeatwiseDatabase, id: FactId): Promise<FactRow | undefined> =>
  db.ruleFacts.filter((row) => row.id === id).first();

/**
 * Switches a fact on or off on this device and raises the version of those it judges. Of a fact that the
 * app brings (`builtIn`) only the choice is stored, so that a newer app can correct the rest. False:
 * there is no such fact any more.
 */
export function switchFact(
  db: SeatwiseDatabase,
  builtIn: readonly RuleFact[],
  id: FactId,
  enabled: boolean,
): Promise<boolean> {
  return db.transaction('rw', tablesOf(db), async () => {
    const brought = builtIn.find((fact) => fact.id === id);
    const row = await findRow(db, id);
    const fact = brought ?? row?.fact;
    if (fact === undefined) return false;
    if (brought) await db.factSwitches.put({ id, enabled });
    else await db.ruleFacts.put(factRow({ ...fact, enabled }));
    await raiseJudged(db, [fact]);
    return true;
  });
}

/**
 * Makes what was learned at one customer hold everywhere; it then stays when that customer is removed.
 * `at` in ms. False: nothing that was learned has this id, or it is widened already.
 */
export const widenFact = (
  db: SeatwiseDatabase,
  id: FactId,
  by: string,
  at: number,
): Promise<boolean> => move(db, id, (fact) => widened(fact, by, at));

/**
 * Takes that back: the fact belongs again to the customer where it was learned. False: no widened fact
 * has this id, or that customer is not on this device any more.
 */
export const narrowFact = (db: SeatwiseDatabase, id: FactId): Promise<boolean> =>
  move(db, id, narrowed);

function move(
  db: SeatwiseDatabase,
  id: FactId,
  to: (fact: RuleFact) => RuleFact | null,
): Promise<boolean> {
  return db.transaction('rw', tablesOf(db), async () => {
    const row = await findRow(db, id);
    const fact = row && to(row.fact);
    const home = fact && homeOf(fact);
    if (!row || !fact || !home || (await db.customers.get(home)) === undefined) return false;
    await db.ruleFacts.delete([row.scope, id]);
    await db.ruleFacts.put(factRow(fact));
    await raiseJudged(db, [fact]);
    return true;
  });
}

/**
 * Where a fact stands both as widened and as its customer's, which a restored backup can bring, the
 * widened one stays. To be called in a transaction over `ruleFacts`.
 */
export async function dropNarrowTwins(db: SeatwiseDatabase): Promise<void> {
  for (const { id, fact } of await rowsUnder(db.ruleFacts, '').toArray()) {
    if (fact.scope.kind === 'widened') await db.ruleFacts.delete([fact.scope.from, id]);
  }
}
