import { unreachable } from '#base/unreachable.ts';
import { changeColumns } from '#csv/change-export.ts';
import { allLicensesColumns, entitlementColumns } from '#csv/entitlement-export.ts';
import { historyColumns } from '#csv/history-export.ts';
import { outcomeColumns } from '#csv/outcome-export.ts';
import { purchaseColumns } from '#csv/purchase-export.ts';
import { planColumns, userColumns } from '#csv/user-export.ts';
import type { ExportColumn, ExportKind } from './export-types.ts';

/** What of an export can be chosen. */
export function exportCommands() {
  return {
    /** The columns from which a person can choose, in order; none where they are fixed. */
    exportColumns,
  };
}

function exportColumns(kind: ExportKind): ExportColumn[] {
  switch (kind) {
    case 'users':
      return [...userColumns];
    case 'plan':
    case 'line':
      return [...planColumns];
    case 'history':
      return [...historyColumns];
    case 'entitlements':
      return [...entitlementColumns];
    case 'purchases':
      return [...purchaseColumns];
    case 'allLicenses':
      return [...allLicensesColumns];
    case 'change':
      return [...changeColumns];
    case 'outcomes':
      return [...outcomeColumns];
    case 'longList':
    case 'wideList':
      return [];
    default:
      return unreachable(kind);
  }
}
