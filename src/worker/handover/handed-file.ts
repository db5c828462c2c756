import { sha256 } from '#base/content-digest.ts';
import { handedFileName } from '#handover/file-names.ts';
import type { HandedPlan } from '#handover/handed-plan.ts';
import { writePlanFile } from '#handover/plan-file.ts';
import { powerShellScript } from '#handover/power-shell-script.ts';
import type { HandoverRow } from '#store/handovers.ts';
import type { LoadedCustomer } from '#store/load-customer.ts';
import { objectIdOf, userId } from '#users/ids.ts';

/** The file of a handover, and its SHA-256 in hexadecimal digits. */
export interface HandedFile {
  readonly name: string;
  readonly blob: Blob;
  readonly hash: string;
}

/** The plan that a handover is, with what the device knows now of the customer and its users. */
function planOf(
  { customer, table }: LoadedCustomer,
  { id, at, operator, works, positions, workOf }: Omit<HandoverRow, 'fileName' | 'fileHash'>,
): HandedPlan {
  const { name, defaultDomain, tenantId, dataAt } = customer;
  return {
    id,
    madeAt: at,
    operator,
    dataAt,
    works,
    customer: { name, defaultDomain, tenantId },
    users: Array.from(positions, (position, i) => ({
      objectId: objectIdOf(userId(table.texts.id[position] ?? '')) ?? '',
      userPrincipalName: table.texts.userPrincipalName[position] ?? '',
      displayName: table.texts.displayName[position] ?? '',
      work: workOf[i] ?? 0,
    })),
  };
}

/**
 * Makes the file of a handover: the same bytes as long as nothing of it is known differently. `version`: of a
 * plan file.
 */
export async function handedFile(
  data: LoadedCustomer,
  row: Omit<HandoverRow, 'fileName' | 'fileHash'>,
  version: 1 | 2 = 2,
): Promise<HandedFile> {
  const plan = planOf(data, row);
  const isScript = row.kind === 'script';
  const text = isScript ? powerShellScript(plan) : await writePlanFile(plan, version);
  const type = isScript ? 'text/plain;charset=utf-8' : 'application/json';
  const blob = new Blob([text], { type });
  return { name: handedFileName(plan, row.kind), blob, hash: await sha256(blob) };
}
