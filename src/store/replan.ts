import { STEP, type Steps } from '#base/steps.ts';
import type { LicenseSets } from '#licenses/license-sets.ts';
import type { Product } from '#licenses/product.ts';
import type { Change } from '#plan/change.ts';
import { foldInSteps, type PlanColumns as Planned } from '#plan/fold.ts';
import { pendingIn } from '#plan/pending.ts';
import { UserFlag, type UserTable } from '#users/user-table.ts';
import { blockCount, blockOf, licenseBlock } from './blocks.ts';
import type { LoadedCustomer } from './load-customer.ts';
import type { LicenseBlockRow } from './rows.ts';

/** A customer's columns with another plan, and what to store for it. */
export interface Replanned {
  readonly table: UserTable;
  readonly pendingCount: number;
  readonly blocks: readonly LicenseBlockRow[];
}

/**
 * Plans `planned[i]` for the user at position `users[i]`. The columns of `data` stay as they are; the
 * blocks are those in which something differs.
 */
export function* replan(
  data: LoadedCustomer,
  users: Uint32Array,
  planned: Planned,
): Steps<Replanned> {
  const { licenses, locations } = data.table;
  const next = {
    licenses: { ...licenses, planned: licenses.planned.slice() },
    locations: { ...locations, planned: locations.planned.slice() },
  };
  const touched = new Uint8Array(blockCount(data.table.count));
  for (let i = 0; i < users.length; i++) {
    if (i % STEP === 0) yield;
    const position = users[i] ?? 0;
    const license = planned.licenses[i] ?? 0;
    const location = planned.locations[i] ?? 0;
    const isUnmoved =
      license === licenses.planned[position] && location === locations.planned[position];
    if (isUnmoved) continue;
    next.licenses.planned[position] = license;
    next.locations.planned[position] = location;
    touched[blockOf(position)] = 1;
  }
  const name = { customerId: data.customer.id, revision: data.revision };
  const columns = { ...next, settledThrough: data.settledThrough };
  const blocks: LicenseBlockRow[] = [];
  for (const block of touched.keys()) {
    if (touched[block] !== 1) continue;
    yield;
    blocks.push(licenseBlock({ ...name, block }, columns));
  }
  const table = { ...data.table, ...next };
  return { table, blocks, pendingCount: yield* pendingIn(table) };
}

/** A customer's columns and what the plan on top of them needs. */
interface Unplanned {
  readonly columns: Pick<UserTable, 'flags'> & {
    readonly licenses: Pick<UserTable['licenses'], 'baseline'>;
    readonly locations: Pick<UserTable['locations'], 'baseline'>;
  };
  readonly sets: LicenseSets;
  readonly products: readonly Product[];
}

/**
 * The open changes folded onto the baseline. Nothing is planned for somebody who is gone; the plan comes
 * back with them. Interns license sets that are new.
 */
export function* foldedPlan(
  { columns, sets, products }: Unplanned,
  changes: readonly Change[],
): Steps<Pick<UserTable, 'licenses' | 'locations'>> {
  const licenses = columns.licenses.baseline;
  const locations = columns.locations.baseline;
  const planned = yield* foldInSteps({ licenses, locations }, changes, sets, products);
  for (let i = 0; i < columns.flags.length; i++) {
    if (i % STEP === 0) yield;
    if (((columns.flags[i] ?? 0) & UserFlag.gone) === 0) continue;
    planned.licenses[i] = licenses[i] ?? 0;
    planned.locations[i] = locations[i] ?? 0;
  }
  return {
    licenses: { baseline: licenses, planned: planned.licenses },
    locations: { baseline: locations, planned: planned.locations },
  };
}
