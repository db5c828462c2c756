import type { Pace } from '#base/pace.ts';
import { unreachable } from '#base/unreachable.ts';
import { allLicensesTable, entitlementTable } from '#csv/entitlement-export.ts';
import { purchaseTable } from '#csv/purchase-export.ts';
import { planTable, userTable } from '#csv/user-export.ts';
import type { CsvTable } from '#csv/write-csv.ts';
import type { CustomerId } from '#customers/customer.ts';
import { listCustomers } from '#store/customers.ts';
import { isPending, isPresent } from '#users/user-table.ts';
import type { Desk } from '#worker/desk.ts';
import { licenseCommands } from '#worker/licenses/license-commands.ts';
import type { EntitlementView, PurchaseView } from '#worker/licenses/license-types.ts';
import { listTable } from '#worker/lists/list-table.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import { linePeople } from '#worker/sheets/line-people.ts';
import { WaitingCounts } from '#worker/sync/waiting-counts.ts';
import { changeOutcomes } from './change-outcomes.ts';
import type { ExportWhat } from './export-types.ts';
import type { ExportWords } from './export-words.ts';
import { exportedUsers } from './exported-users.ts';
import { historyOf } from './history-of.ts';
import { syncOutcomes } from './sync-outcomes.ts';
import { userExportRows } from './user-export-row.ts';

/** A list in which a customer is missing would pass for whole: where one cannot be read none is written. */
async function everyLicense(desk: Desk, locale: LocaleTag): Promise<EntitlementView[]> {
  const { entitlements } = licenseCommands(desk);
  const all: EntitlementView[] = [];
  for (const { id } of await listCustomers(desk.db)) all.push(...(await entitlements(id, locale)));
  return all;
}

async function purchasesOf(
  desk: Desk,
  customerId: CustomerId | null,
  locale: string,
): Promise<PurchaseView[]> {
  const lines = await licenseCommands(desk).purchases(locale);
  return lines.filter((line) => customerId === null || line.customerId === customerId);
}

/** The table that is asked for; its rows are made as they are written. */
export async function exportTable(
  desk: Desk,
  what: ExportWhat,
  words: ExportWords,
  pace: Pace,
): Promise<CsvTable> {
  const { locale, m, hidden } = words;
  const { columns } = m.exports;
  const licenses = licenseCommands(desk);
  switch (what.kind) {
    case 'purchases':
      return purchaseTable(await purchasesOf(desk, what.customerId, locale), columns, hidden);
    case 'allLicenses':
      return allLicensesTable(await everyLicense(desk, locale), columns, hidden);
    case 'entitlements':
      return entitlementTable(
        await licenses.entitlements(what.customerId, locale),
        columns,
        hidden,
      );
    case 'change':
      return changeOutcomes(desk, what, words);
    case 'users': {
      const open = await desk.customers.open(what.customerId);
      const users = await exportedUsers(desk, open, what.users, locale);
      const rows = userExportRows(open, users, words);
      return userTable(rows, columns, hidden);
    }
    case 'longList':
    case 'wideList':
      return listTable(desk, what, words);
    case 'plan': {
      const open = await desk.customers.open(what.customerId);
      const { table } = open.data;
      const all = await exportedUsers(desk, open, { kind: 'all' }, locale);
      const users = all.filter((user) => isPresent(table, user) && isPending(table, user));
      return planTable(userExportRows(open, users, words), columns, hidden);
    }
    case 'line': {
      const waiting = new WaitingCounts(desk.db, desk.customers);
      const { open, reader, users, indexOf } = await linePeople(desk, waiting, { ...what, locale });
      const rows = userExportRows(open, users, words, (position) => ({
        ...reader.moves,
        index: indexOf.get(position) ?? 0,
      }));
      return planTable(rows, columns, hidden);
    }
    case 'history':
      return historyOf(desk, what.customerId, words, pace);
    case 'outcomes':
      return syncOutcomes(desk, what, words);
    default:
      return unreachable(what);
  }
}
