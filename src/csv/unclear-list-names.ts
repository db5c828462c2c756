import type { SkuId } from '#licenses/ids.ts';
import type { RefusalReason } from '#users/row-refusal.ts';
import type { AssignmentList } from './assignment-list.ts';
import { looseText } from './loose-text.ts';
import { SHOWN_VALUE } from './refusals.ts';

/** A name in a list that means no one product of the customer, so that a person may say what it means. */
export interface UnclearListName {
  /** As it stands in the file, where it first stands. */
  readonly name: string;
  /** How many rows are refused because of it. */
  readonly rows: number;
  /** What it can mean; none of them is the customer's for `notOwned`, and nothing is known for `none`. */
  readonly kind: 'none' | 'notOwned' | 'several';
  readonly skuIds: readonly SkuId[];
}

function meaningOf(reason: RefusalReason): Pick<UnclearListName, 'kind' | 'skuIds'> | null {
  switch (reason.kind) {
    case 'unknownProduct':
      return { kind: 'none', skuIds: [] };
    case 'notOwned':
      return { kind: 'notOwned', skuIds: reason.skuIds };
    case 'ambiguousProduct':
      return { kind: 'several', skuIds: reason.skuIds };
    default:
      return null;
  }
}

/** The names for which rows of the list are refused, as far as its refused rows are kept; most rows first. */
export function unclearListNames({ shape, refused }: AssignmentList): UnclearListName[] {
  const names = new Map<string, UnclearListName>();
  for (const { column, value, reason } of refused) {
    const meaning = meaningOf(reason);
    // a wide list names products in its headings
    const name = shape === 'wide' ? (column ?? '') : value;
    if (meaning === null || name.length >= SHOWN_VALUE) continue;
    const key = looseText(name);
    const known = names.get(key) ?? { name, rows: 0, ...meaning };
    names.set(key, { ...known, rows: known.rows + 1 });
  }
  return [...names.values()].sort((a, b) => b.rows - a.rows);
}
