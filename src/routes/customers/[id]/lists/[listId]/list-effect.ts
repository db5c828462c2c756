import type { Messages } from '#messages/messages.ts';
import type { Preview, ProductPreview } from '#plan/preview.ts';
import { SEPARATOR } from '#routes/customers/[id]/licenses/product-row-words.ts';

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

/** What a list asks for, were there enough licenses: as the table of its products says it. */
export interface ListTotals {
  readonly assigns: number;
  readonly revokes: number;
  readonly short: number;
}

/** The sums of what is shown of each product. */
export function listTotals({ products, shortages }: Preview): ListTotals {
  return {
    assigns: products.reduce((sum, { ledger }) => sum + ledger.needed, 0),
    revokes: products.reduce((sum, one) => sum + one.ledger.freed + one.losesDirectOnly, 0),
    short: shortages.reduce((sum, { short }) => sum + short, 0),
  };
}
