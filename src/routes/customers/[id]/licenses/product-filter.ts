import { draftProduct, swapNaming } from '#plan/draft-edits.ts';
import type { Draft } from '#plan/draft.ts';
import type { ProductLine } from './product-line.ts';

/** Which products the table shows. */
export const productFilters = ['all', 'changed', 'held', 'available'] as const;
export type ProductFilter = (typeof productFilters)[number];

function isChanged({ product: { skuId }, preview }: ProductLine, draft: Draft): boolean {
  const { action, servicePlans } = draftProduct(draft, skuId);
  const { assigns, revokes, losesDirectOnly, servicePlanChanges } = preview;
  return (
    action !== 'leave' ||
    Object.keys(servicePlans).length > 0 ||
    swapNaming(draft, skuId) !== undefined ||
    assigns + revokes + losesDirectOnly + servicePlanChanges > 0
  );
}

/** True for products that the filter is about: ticked or moved, held by somebody selected, known to be left. */
export function isAbout(filter: ProductFilter, line: ProductLine, draft: Draft): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'changed':
      return isChanged(line, draft);
    case 'held':
      return line.preview.held > 0;
    case 'available':
      return (line.preview.ledger.available ?? 0) > 0;
  }
}

/** True where what is searched stands in the name or the part number, in any case; blanks around it do not count. */
export function isNamed({ product }: ProductLine, search: string): boolean {
  const wanted = search.trim().toLocaleLowerCase();
  return `${product.name}\n${product.skuPartNumber}`.toLocaleLowerCase().includes(wanted);
}
