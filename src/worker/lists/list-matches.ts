import { fail, ok, type Result } from '#base/result.ts';
import { findUsers } from '#csv/find-users.ts';
import { columnsSaid } from '#csv/list-roles.ts';
import { ProductFinder } from '#csv/product-finder.ts';
import { readAssignmentList } from '#csv/read-assignment-list.ts';
import type { TextEncoding } from '#csv/text-encoding.ts';
import { listCustomers } from '#store/customers.ts';
import { loadCustomer } from '#store/load-customer.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import type { Desk } from '#worker/desk.ts';
import type { PaceIn } from '#worker/jobs/jobs.ts';
import { knownProducts } from '#worker/licenses/known-products.ts';
import type { ListMatch, ListMatches } from './assignment-list-types.ts';
import { listMappings } from './list-mappings.ts';

/** Of so many users of the list it is looked up where they are. */
const LOOKED_UP = 5000;

/** At which customers on this device the users of a list are. Problems: those of `readAssignmentList`. */
export async function listMatches(
  { db, customers }: Desk,
  file: File,
  encoding: TextEncoding,
  paceIn: PaceIn,
): Promise<Result<ListMatches, ImportProblem>> {
  // no customer's products: what the rows ask for is no matter yet
  const products = new ProductFinder([], await knownProducts(db));
  const lookup = { products, servicePlanNames: new Map() };
  const list = await readAssignmentList(
    file,
    lookup,
    { encoding, columns: columnsSaid(await listMappings(db)), lastRow: null },
    paceIn('bytes'),
  );
  if (!list.ok) return fail(list.error);
  const keys = [...new Set([...list.value.whos.flat(), ...list.value.spoiled.keys()])];
  const wanted = keys.slice(0, LOOKED_UP);
  const matches: ListMatch[] = [];
  const pace = paceIn('users');
  for (const { id } of await listCustomers(db)) {
    // those that are open stay so; the others are let go at once
    const data = customers.has(id) ? (await customers.open(id)).data : await loadCustomer(db, id);
    if (!data) continue;
    const found = await findUsers(data.table, wanted, pace);
    const users = wanted.filter((key) => (found.get(key) ?? []).length > 0).length;
    matches.push({ customerId: id, users });
  }
  return ok({ users: wanted.length, matches: matches.sort((a, b) => b.users - a.users) });
}
