import type { Messages } from '#messages/messages.ts';
import type { ProductPreview } from '#plan/preview.ts';
import { SEPARATOR } from '#routes/customers/[id]/licenses/effect-words.ts';

/**
 * What a list would do with a product, in words: `Assign to 5 · Revoke from 3`; empty when nothing. Who
 * would have to wait is counted in: the ledger says beside it what is short.
 */
export function listEffect({ manage: { row } }: Messages, preview: ProductPreview): string {
  const { ledger, losesDirectOnly, servicePlanChanges } = preview;
  const parts: string[] = [];
  if (ledger.needed > 0) parts.push(row.assign(ledger.needed));
  if (ledger.freed > 0) parts.push(row.revoke(ledger.freed));
  if (losesDirectOnly > 0) parts.push(row.directOnly(losesDirectOnly));
  if (servicePlanChanges > 0) parts.push(row.plans(servicePlanChanges));
  return parts.join(SEPARATOR);
}
