import type { RuleFact } from '#rules/rule-fact.ts';
import { raiseVersion } from './customer-versions.ts';
import type { SeatwiseDatabase } from './database.ts';
import type { FactRow } from './rows.ts';

/** The row of a fact, by whom it belongs to: what holds everywhere is nobody's. */
export const factRow = (fact: RuleFact): FactRow => ({
  scope: fact.scope.kind === 'customer' ? fact.scope.id : '',
  id: fact.id,
  fact,
});

/**
 * Every fact on this device: those that the app brings (`builtIn`), switched as the person chose, then
 * those stored. Whom each of them judges is said by `applicableFacts`.
 */
export function knownFacts(
  db: SeatwiseDatabase,
  builtIn: readonly RuleFact[],
): Promise<RuleFact[]> {
  return db.transaction('r', db.ruleFacts, db.factSwitches, async () => {
    const [rows, switches] = await Promise.all([db.ruleFacts.toArray(), db.factSwitches.toArray()]);
    const chosen = new Map(switches.map(({ id, enabled }) => [id, enabled]));
    return [
      ...builtIn.map((fact) => ({ ...fact, enabled: chosen.get(fact.id) ?? fact.enabled })),
      ...rows.map(({ fact }) => fact),
    ];
  });
}

/**
 * Adds facts, replacing those of the same scope and id. What a person decided about a fact stays: one
 * that is learned again stays switched off, and stays widened. Raises the version of those it judges.
 */
export async function writeFacts(db: SeatwiseDatabase, facts: readonly RuleFact[]): Promise<void> {
  await db.transaction('rw', db.ruleFacts, db.customers, async () => {
    for (const fact of facts) {
      const { scope, id } = factRow(fact);
      const before = (await db.ruleFacts.get(['', id])) ?? (await db.ruleFacts.get([scope, id]));
      await db.ruleFacts.put(factRow(before === undefined ? fact : asDecided(fact, before.fact)));
    }
    await raiseJudged(db, facts);
  });
}

/** Raises the version of every customer that one of the facts judges. To be called in a transaction over `customers`. */
export async function raiseJudged(db: SeatwiseDatabase, facts: readonly RuleFact[]): Promise<void> {
  const own = facts.flatMap(({ scope, origin }) =>
    // what was learned at one customer warns at all
    scope.kind === 'customer' && origin !== 'learned' ? [scope.id] : [],
  );
  if (own.length < facts.length) return raiseVersion(db, null);
  for (const id of new Set(own)) await raiseVersion(db, id);
}

function asDecided(fact: RuleFact, before: RuleFact): RuleFact {
  const scope = before.scope.kind === 'widened' ? before.scope : fact.scope;
  return { ...fact, enabled: before.enabled, scope };
}
