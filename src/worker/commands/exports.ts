import { unreachable } from '#base/unreachable.ts';
import { entitlementColumns } from '#csv/entitlement-export.ts';
import { historyColumns } from '#csv/history-export.ts';
import { planColumns, userColumns } from '#csv/user-export.ts';
import type { ExportColumn, ExportKind } from '#worker/export-types.ts';
import type { Commands } from './commands.ts';

/** What of an export can be chosen. */
export function exportCommands(): Pick<Commands, 'exportColumns'> {
  return { exportColumns };
}

function exportColumns(kind: ExportKind): ExportColumn[] {
  switch (kind) {
    case 'users':
      return [...userColumns];
    case 'plan':
      return [...planColumns];
    case 'history':
      return [...historyColumns];
    case 'entitlements':
      return [...entitlementColumns];
    case 'longList':
    case 'wideList':
    case 'purchases':
    case 'allLicenses':
    case 'change':
      return [];
    default:
      return unreachable(kind);
  }
}
