import type { UnclearListName } from '#csv/unclear-list-names.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { ChosenProducts } from '#worker/lists/assignment-list-types.ts';

/** A name in a list for which a person may say the product, or has said it. */
export interface NameToChoose extends UnclearListName {
  /** Null while the person has chosen nothing. */
  readonly chosen: SkuId | null;
}

/** The names that were unclear before (`known`) and those that are now, each once, in the order in which they came. */
export const withNames = (
  known: readonly UnclearListName[],
  unclear: readonly UnclearListName[],
): readonly UnclearListName[] => {
  const before = new Set(known.map(({ name }) => name));
  return [...known, ...unclear.filter(({ name }) => !before.has(name))];
};

/** Of the known names those that have a product by choice, or still need one; a choice moves none of them. */
export function namesToChoose(
  known: readonly UnclearListName[],
  unclear: readonly UnclearListName[],
  chosen: ChosenProducts,
): NameToChoose[] {
  const open = new Set(unclear.map(({ name }) => name));
  return known.flatMap((one) => {
    const product = Object.hasOwn(chosen, one.name) ? (chosen[one.name] ?? null) : null;
    return product === null && !open.has(one.name) ? [] : [{ ...one, chosen: product }];
  });
}
