import type { Transaction } from 'dexie';
import type { CustomerId } from '#customers/customer.ts';
import { storedSets } from '#licenses/stored-sets.ts';
import type { ChangeId } from '#plan/change.ts';
import type { Draft } from '#plan/draft.ts';
import type {
  ChangeColumnsRow,
  ChangeRow,
  FirstChangeColumnsRow,
  FirstChangeRow,
  LicenseBlockRow,
  LicenseSetsRow,
  SecondLicenseBlockRow,
  ToldSetsRow,
} from './rows.ts';
import type { WindowRow } from './window-memory.ts';

/** A draft as version 1 kept it. */
type FirstDraft = Omit<Draft, 'swaps'>;

const draftFromFirst = (draft: FirstDraft): Draft => ({ swaps: [], ...draft });

/** The head of today. Version 1 had no undo and no sync: every change is open. */
export function changeFromFirst({ draft: _, state: __, ...head }: FirstChangeRow): ChangeRow {
  const standings = { open: head.counts.planned, takenOut: 0, ended: 0 };
  return { ...head, events: [], standings };
}

/** The columns of today; `draft` is that of the change's head. */
export function columnsFromFirst(row: FirstChangeColumnsRow, draft: FirstDraft): ChangeColumnsRow {
  const { length } = row.users;
  return {
    ...row,
    parts: [draftFromFirst(draft)],
    partOf: new Uint32Array(length),
    standing: new Uint8Array(length),
    eventOf: new Uint16Array(length),
  };
}

/** The block of today: nothing was ever sent. */
export const blockFromSecond = (row: SecondLicenseBlockRow): LicenseBlockRow => ({
  ...row,
  settledThrough: new Uint32Array(row.licenses.baseline.length),
});

/** Until version 5, where a claim stands and what became of who was handed over had one name with a change's. */
interface NamedStanding {
  readonly standing: unknown;
}

export interface FifthOperationRow {
  readonly operation: NamedStanding;
}

/** The claim of today. */
export function operationFromFifth({ operation, ...row }: FifthOperationRow): object {
  const { standing: state, ...rest } = operation;
  return { ...row, operation: { ...rest, state } };
}

/** The handover of today. */
export const handoverFromFifth = ({ standing: handed, ...row }: NamedStanding): object => ({
  ...row,
  handed,
});

/**
 * What version 1 stored, as version 2 reads it: drafts of windows and of changes have no swaps yet; of
 * each change the one draft is a part for all its users, who are all open.
 */
export async function toVersion2(transaction: Transaction): Promise<void> {
  await transaction
    .table<WindowRow<FirstDraft>>('drafts')
    .toCollection()
    .modify((row, ref) => {
      ref.value = { ...row, value: draftFromFirst(row.value) };
    });
  const changes = transaction.table<FirstChangeRow, [CustomerId, ChangeId]>('changes');
  // change by change: their columns may be large
  for (const key of await changes.toCollection().primaryKeys()) {
    const head = await changes.get(key);
    if (head === undefined) throw new Error(`change ${key.join(' ')} went while it was upgraded`);
    await transaction
      .table<FirstChangeColumnsRow>('changeColumns')
      .where(':id')
      .equals(key)
      .modify((row, ref) => {
        ref.value = columnsFromFirst(row, head.draft);
      });
    await transaction.table('changes').put(changeFromFirst(head));
  }
}

/** What versions 1 and 2 stored, as version 3 reads it: no change has ended for anybody. */
export async function toVersion3(transaction: Transaction): Promise<void> {
  await transaction
    .table<SecondLicenseBlockRow>('licenseBlocks')
    .toCollection()
    .modify((row, ref) => {
      ref.value = blockFromSecond(row);
    });
}

/** What versions 3 to 5 stored, as version 6 reads it: three things that were called `standing` have a name each. */
export async function toVersion6(transaction: Transaction): Promise<void> {
  await transaction
    .table<FifthOperationRow, unknown, object>('operations')
    .toCollection()
    .modify((row, ref) => {
      ref.value = operationFromFifth(row);
    });
  await transaction
    .table<NamedStanding, unknown, object>('handovers')
    .toCollection()
    .modify((row, ref) => {
      ref.value = handoverFromFifth(row);
    });
}

/** A row of the database until version 6, or of a backup, as it is stored now. */
export const setsFromTold = ({ customerId, first, sets }: ToldSetsRow): LicenseSetsRow => ({
  customerId,
  first,
  ...storedSets(sets),
});

/** What versions 1 to 6 stored, as version 7 reads it: license sets without an object for each. */
export async function toVersion7(transaction: Transaction): Promise<void> {
  const sets = transaction.table<ToldSetsRow, unknown, object>('licenseSets');
  // row by row: all of a customer's may be large
  for (const key of await sets.toCollection().primaryKeys()) {
    const row = await sets.get(key);
    if (row === undefined) throw new Error('license sets went while they were upgraded');
    await sets.put(setsFromTold(row));
  }
}
