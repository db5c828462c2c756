import type { CustomerId } from '#customers/customer.ts';
import type { RuleFact } from '#rules/rule-fact.ts';
import { rowsUnder, type SeatwiseDatabase } from './database.ts';
import type { FactRow } from './rows.ts';

/** The row of a fact, by where it holds. */
export const factRow = (fact: RuleFact): FactRow => ({
  scope: fact.scope.kind === 'customer' ? fact.scope.id : '',
  id: fact.id,
  fact,
});

/**
 * The facts that hold everywhere and, when a customer is given, those of that customer and what was
 * learned at others (`applicableFacts` says how much that counts).
 */
export async function factsFor(
  db: SeatwiseDatabase,
  customerId: CustomerId | null,
): Promise<RuleFact[]> {
  const rows =
    customerId === null
      ? rowsUnder(db.ruleFacts, '')
      : db.ruleFacts.filter(
          ({ scope, fact }) => scope === '' || scope === customerId || fact.origin === 'learned',
        );
  return (await rows.toArray()).map(({ fact }) => fact);
}

/** Adds facts, replacing those of the same scope and id. */
export async function writeFacts(db: SeatwiseDatabase, facts: readonly RuleFact[]): Promise<void> {
  await db.ruleFacts.bulkPut(facts.map(factRow));
}
