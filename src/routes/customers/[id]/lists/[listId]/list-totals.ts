import type { Preview } from '#plan/preview.ts';

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
