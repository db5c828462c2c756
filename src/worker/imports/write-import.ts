import { uncounted, type Pace } from '#base/pace.ts';
import { ok } from '#base/result.ts';
import { inTurns } from '#base/steps.ts';
import { unreachable } from '#base/unreachable.ts';
import { licensesMeant } from '#csv/meant-licenses.ts';
import type { CustomerId } from '#customers/customer.ts';
import { endReached } from '#store/end-handover.ts';
import { loadCustomer } from '#store/load-customer.ts';
import { writeBrought, type WriteRefusal } from '#store/write-batch.ts';
import type { CustomerBatch, TakeUsers } from '#users/customer-batch.ts';
import type { ReadLicenses } from '#users/user-record.ts';
import type { Desk } from '#worker/desk.ts';
import type { JobFailed, JobFailure } from '#worker/jobs/job-types.ts';
import { describeBy } from '#worker/licenses/describe-product.ts';
import { knownCatalog } from '#worker/licenses/known-catalog.ts';
import {
  customerMeanings,
  saidMeanings,
  withMeanings,
  type NamedImport,
} from './customer-meanings.ts';
import { heldNamesAt, nothingRead, withHeldNames } from './held-names.ts';
import type { ImportAsk, ImportedValue, SayNamesAsk } from './import-types.ts';

type Into = Pick<ImportAsk, 'into' | 'wholeCustomer' | 'meanings'>;

export async function writeInto(
  desk: Desk,
  read: NamedImport,
  { into, wholeCustomer, meanings }: Into,
  pace: Pace,
): Promise<ImportedValue | JobFailed> {
  const { db, now } = desk;
  const target = into.kind === 'new' ? { ...into, id: crypto.randomUUID() as CustomerId } : into;
  const existing = into.kind === 'new' ? null : into.id;
  const said = saidMeanings(meanings);
  const options = { wholeCustomer, describe: describeBy(await knownCatalog(db)), said };
  // while the customer is reserved: what its users hold is as it is when this is written
  const bring = async (held: Pace, take: TakeUsers) => {
    const how = { pace: uncounted(held), isWhole: wholeCustomer };
    const { batch, meant } = await meantAt(desk, read, { into: existing, meanings }, how);
    if (batch.users !== null) await take(batch.users, held, meant);
    return ok({ batch, options, pulled: null });
  };
  const written = await writeBrought<never>(db, { ...target, from: 'files' }, bring, { now, pace });
  if (!written.ok) return { failure: failureOf(written.error) };
  await endReached(db, written.value.customerId, now());
  return written.value;
}

/** Takes a person's word for what names mean that a customer's users hold. */
export function sayNames(
  desk: Desk,
  { customerId: id, meanings }: SayNamesAsk,
  pace: Pace,
): Promise<ImportedValue | JobFailed> {
  const into = { kind: 'existing', id } as const;
  const read = { ...nothingRead, mayMean: [] };
  return writeInto(desk, read, { into, wholeCustomer: false, meanings }, pace);
}

/** A batch, and what the licenses of its users mean: without a second record for each of them. */
export interface MeantBatch {
  readonly batch: CustomerBatch;
  readonly meant: ReadLicenses;
}

/**
 * What was read, with the products that its names mean at a customer (null: a new one), and those that the
 * names mean which its users hold. `isWhole`: who is not in the files may be gone.
 */
export async function meantAt(
  desk: Desk,
  read: NamedImport,
  { into, meanings }: Pick<Into, 'meanings'> & { readonly into: CustomerId | null },
  { pace, isWhole }: { readonly pace: Pace; readonly isWhole: boolean },
): Promise<MeantBatch> {
  const load = (id: CustomerId) => loadCustomer(desk.db, id, pace);
  const held = await heldNamesAt(desk.db, into, { load, pace });
  const all = await inTurns(withHeldNames(read, held, isWhole), pace);
  const named = all === read ? read : await withMeanings(desk, all);
  const means = await customerMeanings(desk, named, into, meanings);
  return { batch: all.batch, meant: licensesMeant(all.named, means) };
}

function failureOf({ kind }: WriteRefusal): JobFailure {
  switch (kind) {
    case 'busy':
      return { kind: 'busy', detail: 'another import of this customer runs' };
    case 'gone':
      return { kind: 'unexpected', detail: 'the customer is no longer on this device' };
    default:
      return unreachable(kind);
  }
}
