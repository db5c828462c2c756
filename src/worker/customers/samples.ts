import { partPace, type Pace } from '#base/pace.ts';
import type { CustomerId } from '#customers/customer.ts';
import { sampleCustomers } from '#sandbox/sample-spec.ts';
import { getCustomer } from '#store/customers.ts';
import { writeFacts } from '#store/facts.ts';
import { writeBatch } from '#store/write-batch.ts';
import type { Desk } from '#worker/desk.ts';
import { describeBy } from '#worker/licenses/describe-product.ts';
import { builtInCatalog } from '#worker/licenses/known-catalog.ts';

/** Makes the sample customers that are not there yet, with the facts that belong to them. */
export async function makeSamples(
  { db, now }: Desk,
  pace: Pace,
): Promise<{ readonly customers: readonly CustomerId[] }> {
  const { makeSample } = await import('#sandbox/make-sample.ts');
  const describe = describeBy(await builtInCatalog());
  const made: CustomerId[] = [];
  const missing = [];
  for (const spec of sampleCustomers()) if (!(await getCustomer(db, spec.id))) missing.push(spec);
  const total = missing.reduce((sum, { users }) => sum + users, 0);
  let before = 0;
  /** For the next half of a customer: it is made, then written. */
  const half = (users: number): Pace => {
    const part = { before, size: users / 2, total };
    before += part.size;
    return partPace(pace, part);
  };
  for (const spec of missing) {
    const { batch, name, facts } = await makeSample(spec, now(), half(spec.users));
    const target = { kind: 'new', id: spec.id, name } as const;
    const written = await writeBatch(
      db,
      target,
      { batch, options: { wholeCustomer: true, describe } },
      { now, pace: half(spec.users) },
    );
    // another window makes the same one: nothing is missing then
    if (!written.ok) continue;
    await writeFacts(db, facts);
    made.push(spec.id);
  }
  return { customers: made };
}
