import type { SkuId } from '#licenses/ids.ts';
import { userKey } from '#users/name-text.ts';
import type { ColumnUse, ListHeader } from './assignment-columns.ts';
import type { Ask } from './assignment-list.ts';
import { isMark } from './assignment-words.ts';
import { SHOWN_VALUE } from './refusals.ts';

/** A cell that is read as something else than stands in it, so that a person can see how. */
export type ReadOtherwise = { readonly row: number; readonly value: string } & (
  | { readonly kind: 'user'; readonly user: string }
  | { readonly kind: 'products'; readonly skuIds: readonly SkuId[] }
  | { readonly kind: 'yes' }
);

/** What programs put around the name of a user, or of a product. */
const AROUND_USER = /[<>:{}]/;
const AROUND_PRODUCT = /[:{}]|_[0-9a-f]{8}-/i;

/** True for a user's cell that is read otherwise than it is written. */
export const isUserOtherwise = (cell: string): boolean => AROUND_USER.test(cell.trim());

/** A row, and what it was found to ask. */
export interface AskedRow {
  readonly cells: readonly string[];
  readonly row: number;
  readonly asks: readonly Ask[];
}

/** The asks of a row that certainly come from a column. */
function asksOf(
  kind: ColumnUse['kind'],
  columns: ListHeader['columns'],
  asks: readonly Ask[],
): readonly Ask[] {
  switch (kind) {
    case 'toAssign':
      return asks.filter(({ action }) => action === 'assign');
    case 'toRevoke':
      return asks.filter(({ action }) => action === 'revoke');
    case 'product': {
      const isAlone = !columns.some(
        ({ use }) => use.kind === 'toAssign' || use.kind === 'toRevoke',
      );
      return isAlone ? asks : asks.filter(({ action }) => action === 'listed');
    }
    default:
      return [];
  }
}

/** The cells of a row that are read otherwise than they are written; `isShort`: it names a product in short. */
export function readOtherwise(
  { shape, columns }: ListHeader,
  { cells, row, asks }: AskedRow,
  isShort: (cell: string) => boolean,
): ReadOtherwise[] {
  return columns.flatMap(({ use }, index): ReadOtherwise[] => {
    const cell = (cells[index] ?? '').trim();
    const value = cell.slice(0, SHOWN_VALUE);
    if (use.kind === 'user' && isUserOtherwise(cell)) {
      return [{ kind: 'user', row, value, user: userKey(cell) }];
    }
    const own = asksOf(use.kind, columns, asks);
    const isAsking = own.length > 0 && cell !== '';
    // names are looked for in cells that ask, and in no user's
    if (isAsking && (own.length > 1 || AROUND_PRODUCT.test(cell) || isShort(cell))) {
      return [{ kind: 'products', row, value, skuIds: own.map(({ skuId }) => skuId) }];
    }
    return shape === 'wide' && use.kind === 'answer' && isMark(cell)
      ? [{ kind: 'yes', row, value }]
      : [];
  });
}
