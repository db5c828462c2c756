import { BitSet } from '#base/bit-set.ts';
import { steady } from '#base/pace.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { Awaited } from '#plan/awaited-users.ts';
import type { ChangeId } from '#plan/change.ts';
import type { Draft } from '#plan/draft.ts';
import { Planner } from '#plan/planner.ts';
import { SeatwiseDatabase } from '#store/database.ts';
import type { ListPlan } from '#store/list-plans.ts';
import { loadCustomer, type LoadedCustomer } from '#store/load-customer.ts';
import { saveChange, type NewChange } from '#store/save-change.ts';
import { writeBatch, type ImportTarget } from '#store/write-batch.ts';
import { nameKeyOf } from '#users/name-text.ts';
import type { CustomerBatch } from '#users/customer-batch.ts';
import {
  batchOf,
  describeByPart,
  direct,
  E3,
  E5,
  graphUser,
  owned,
} from '../users/merge-records.ts';

export const C1 = 'c1' as CustomerId;
export const C2 = 'c2' as CustomerId;
export const importOptions = { wholeCustomer: false, describe: describeByPart };
export const clock = () => 1_000_000;

/** A database of its own for each test, or another window's connection to one by its name. */
export const openStore = (name: string = crypto.randomUUID()): SeatwiseDatabase =>
  new SeatwiseDatabase(name);

/** Maps and typed arrays as text: plain data compares fast. */
const asPlain = (_key: string, value: unknown): unknown => {
  if (value instanceof Map) return [...(value as Map<unknown, unknown>)];
  if (!ArrayBuffer.isView(value)) return value;
  const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  return `${value.constructor.name} ${bytes.toString('base64')}`;
};

/** Every row of every table as plain data, for comparing all that is stored. */
export async function everything(db: SeatwiseDatabase): Promise<Record<string, object[]>> {
  const tables = await Promise.all(
    db.tables.map(async (table) => [table.name, await table.toArray()] as const),
  );
  return JSON.parse(JSON.stringify(Object.fromEntries(tables), asPlain)) as Record<
    string,
    object[]
  >;
}

/** Users 0 … count − 1 with E3, every tenth without, and both products owned. */
export const sampleBatch = (count: number, part: Partial<CustomerBatch> = {}): CustomerBatch => {
  const e3 = [direct(E3)];
  const users = Array.from({ length: count }, (_, n) =>
    graphUser(n, { licenses: n % 10 === 0 ? [] : e3 }),
  );
  return batchOf(users, { products: [owned(E3), owned(E5)], ...part });
};

export const newCustomer = (id: CustomerId): ImportTarget => ({
  kind: 'new',
  id,
  name: `Customer ${id}`,
});

/** Imports and gives the customer as it is loaded then. */
export async function imported(
  db: SeatwiseDatabase,
  id: CustomerId,
  batch: CustomerBatch,
): Promise<LoadedCustomer> {
  const written = await writeBatch(
    db,
    newCustomer(id),
    { batch, options: importOptions },
    { now: clock, pace: steady },
  );
  if (!written.ok) throw new Error(written.error.kind);
  return loaded(db, id);
}

/** The customer, which must be there. */
export async function loaded(db: SeatwiseDatabase, id: CustomerId): Promise<LoadedCustomer> {
  const data = await loadCustomer(db, id);
  if (data === null) throw new Error(`no customer ${id}`);
  return data;
}

export const assign = (skuId: SkuId): Draft => ({
  products: [{ skuId, action: 'assign', servicePlans: {} }],
  swaps: [],
  usageLocation: null,
});

/** A list that a window reviews, to assign E5 to these users. */
export const listPlan = (...users: readonly number[]): ListPlan => ({
  listId: 'list-1',
  source: { kind: 'file', fileName: 'list.csv', lastRow: 9, leftAlone: 1, heldBack: 2 },
  parts: [{ draft: assign(E5), users: Uint32Array.from(users) }],
});

/** The same from a synced change that a window undoes. */
export const reversedList = (...users: readonly number[]): ListPlan => ({
  ...listPlan(...users),
  listId: 'list-2',
  source: {
    ...{ kind: 'reversed', changeId: 'change-1' as ChangeId, savedAt: 5000, locations: 4 },
    stays: { gone: 1, changedSince: 2, notApplied: 3, impossible: 4 },
  },
});

/** A name for which a change waits, to assign E5. */
export const awaitedName = (changeId: string, name: string): Awaited => ({
  ...{ changeId: changeId as ChangeId, key: nameKeyOf(name), name },
  ...{ draft: assign(E5), savedAt: 5000, operator: 'Ada', isTakenOut: false },
});

/** The change that assigning a product to these users makes. */
export function changeOf(
  data: LoadedCustomer,
  positions: readonly number[],
  draft: Draft,
  id = 'change-1',
): NewChange {
  const { customer, table, sets, products } = data;
  const planner = new Planner({ customerId: customer.id, table, sets, products, facts: [] });
  const choice = { onShortage: 'planAll', waitingLast: new BitSet() } as const;
  return {
    ...planner.change(Uint32Array.from(positions), draft, choice),
    id: id as ChangeId,
    savedAt: 5000,
    operator: 'Ada',
    reference: 'T-1',
    note: null,
  };
}

/** Saves such a change on what is stored now; gives the customer after it. */
export async function saved(
  db: SeatwiseDatabase,
  id: CustomerId,
  positions: readonly number[],
  draft: Draft,
  changeId = 'change-1',
): Promise<LoadedCustomer> {
  const data = await loaded(db, id);
  const change = changeOf(data, positions, draft, changeId);
  const result = await saveChange(db, data, change, { expectedVersion: data.customer.version });
  if (!result.ok) throw new Error(result.error.kind);
  return result.value.data;
}

/** What a loaded customer says, in a form that compares by content. */
export const contentOf = ({ sets, ...data }: LoadedCustomer) => ({ ...data, sets: sets.since(0) });
