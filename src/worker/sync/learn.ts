import type { CustomerId } from '#customers/customer.ts';
import { learnedFact, readRefusal } from '#graph/refusal.ts';
import type { RuleFact } from '#rules/rule-fact.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import { knownFacts, writeFacts } from '#store/facts.ts';
import type { EndedOperation } from '#store/outcomes.ts';

/** What the refusals among these outcomes teach, each lesson once; `now` in ms. */
export function lessonsOf(
  ended: readonly EndedOperation[],
  customerId: CustomerId,
  now: number,
): RuleFact[] {
  const raws = new Set(
    ended.flatMap(({ cause }) => (cause.kind === 'rejected' ? [cause.raw] : [])),
  );
  const day = new Date(now).toISOString().slice(0, 10);
  const facts = new Map<string, RuleFact>();
  for (const raw of raws) {
    const fact = learnedFact(readRefusal(raw), customerId, day);
    if (fact !== null) facts.set(fact.id, fact);
  }
  return [...facts.values()];
}

/**
 * Keeps what the refusals of a run teach as facts of the customer, and gives how many were new. One that
 * is known already is left as a person may have decided about it.
 */
export async function learn(
  db: SeatwiseDatabase,
  customerId: CustomerId,
  ended: readonly EndedOperation[],
  now: number,
): Promise<number> {
  const lessons = lessonsOf(ended, customerId, now);
  if (lessons.length === 0) return 0;
  const known = new Set((await knownFacts(db, [])).map(({ id }) => id));
  const news = lessons.filter(({ id }) => !known.has(id));
  if (news.length > 0) await writeFacts(db, news);
  return news.length;
}
