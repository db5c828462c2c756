import { fail, ok, type Result } from '#base/result.ts';
import { columnsSaid } from '#csv/list-roles.ts';
import { ProductFinder } from '#csv/product-finder.ts';
import { readListSources, splitList, type SplitList } from '#csv/split-list.ts';
import type { TextEncoding } from '#csv/text-encoding.ts';
import type { KnownCustomers } from '#csv/whose-row.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import type { Desk } from '#worker/desk.ts';
import type { PaceIn } from '#worker/jobs/jobs.ts';
import { knownProducts } from '#worker/licenses/known-products.ts';
import type { ListMatches } from './assignment-list-types.ts';
import { knownCustomers } from './known-customers.ts';
import { listMappings } from './list-mappings.ts';

/** A list, looked up at all customers on this device. */
export interface MatchedList {
  readonly matches: ListMatches;
  readonly split: SplitList;
}

/** How many of the users are at each customer that has some, most first. */
function matchesOf(users: ReadonlySet<string>, { withUser }: KnownCustomers): ListMatches {
  const counts = new Map<CustomerId, number>();
  for (const key of users) {
    for (const id of withUser(key)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const matches = [...counts].map(([customerId, count]) => ({ customerId, users: count }));
  return { users: users.size, matches: matches.sort((a, b) => b.users - a.users) };
}

/**
 * At which customers on this device the users of a list are, and whose each of its rows is. Problems: those
 * of `readAssignmentList`.
 */
export async function listMatches(
  desk: Desk,
  file: File,
  encoding: TextEncoding,
  paceIn: PaceIn,
): Promise<Result<MatchedList, ImportProblem>> {
  // no customer's products: what the rows ask for is no matter yet
  const products = new ProductFinder([], await knownProducts(desk.db));
  const columns = columnsSaid(await listMappings(desk.db));
  const read = await readListSources(file, products, { encoding, columns }, paceIn('bytes'));
  if (!read.ok) return fail(read.error);
  const { sources } = read.value;
  const pace = paceIn('customers');
  const known = await knownCustomers(desk, sources, pace);
  const users = new Set(sources.flatMap((source) => source.users));
  const split = await splitList(read.value, known, paceIn('rows'));
  return ok({ matches: matchesOf(users, known), split });
}
