import { fail, ok, type Result } from '#base/result.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import { headingRole, LICENSES, type HeadingRole } from './assignment-headings.ts';
import { looseText } from './loose-text.ts';
import type { ProductFinder, ProductMatch } from './product-finder.ts';

/**
 * What a column of an assignment list is read as. `customer`: whose users the rows are about. `answer`:
 * its cells say yes or no to the product of its heading. `unclear`: its heading names no one product; a row with something in it is refused.
 * `unknown`: nothing is known by this heading, and nothing is read there.
 */
export type ColumnUse =
  | {
      readonly kind: HeadingRole | 'unknown' | 'blank';
    }
  | { readonly kind: 'answer'; readonly skuId: SkuId; readonly others: readonly SkuId[] }
  | { readonly kind: 'unclear'; readonly match: Exclude<ProductMatch, { kind: 'one' }> };

/** A column and what it is read as. */
export interface ListColumn {
  readonly heading: string;
  readonly use: ColumnUse;
}

/** What a person said that the columns under these headings are, by their place from 0. */
export type ChosenColumns = (headings: readonly string[]) => ReadonlyMap<number, ColumnUse>;

/** Nobody said anything: the headings decide. */
export const asHeadingsSay: ChosenColumns = () => new Map();

/** `long`: a row for a user and a product. `wide`: a row for a user, a column for a product. */
export type ListShape = 'long' | 'wide';

/** How the header of an assignment list is read. */
export interface ListHeader {
  readonly shape: ListShape;
  readonly columns: readonly ListColumn[];
}

function useOf(heading: string, products: ProductFinder): ColumnUse {
  if (heading.trim() === '') return { kind: 'blank' };
  const kind = headingRole(heading);
  if (kind !== null) return { kind };
  const match = products.find(heading);
  if (match.kind !== 'one') return { kind: 'unclear', match };
  return { kind: 'answer', skuId: match.skuId, others: match.others };
}

/** Columns that name products in their cells. */
const NAMING: readonly ColumnUse['kind'][] = ['product', 'toAssign', 'toRevoke'];

/** True where the column names products, in its cells or by its heading. */
export const namesProducts = ({ kind }: ColumnUse, shape: ListShape): boolean =>
  shape === 'long' ? NAMING.includes(kind) : kind === 'answer' || kind === 'unclear';

/** Where some column asks for nothing that the shape has, it is only shown. */
function inShape(use: ColumnUse, shape: ListShape): ColumnUse {
  if (shape === 'wide') {
    return use.kind === 'action' || use.kind === 'servicePlansOff' ? { kind: 'aside' } : use;
  }
  if (use.kind === 'unclear') return { kind: 'unknown' };
  return use.kind === 'answer' ? { kind: 'aside' } : use;
}

/**
 * Tells an assignment list by its headings, in the three languages: a column that names users and one
 * that names products (long), or one that names users and headings that are products (wide). What
 * `chosen` says of a column counts before its heading. Problems: missingListColumn, notRecognised.
 */
export function readListHeader(
  file: string,
  headings: readonly string[],
  products: ProductFinder,
  chosen: ChosenColumns,
): Result<ListHeader, ImportProblem> {
  const said = chosen(headings);
  const named = headings.map((heading, index) => said.get(index) ?? useOf(heading, products));
  // what people hold stands under the same heading: it is that of a list where nothing else names products
  const isNamed = named.some(({ kind }) => NAMING.includes(kind) || kind === 'answer');
  const uses = named.map((use, index): ColumnUse => {
    const isLicenses =
      !isNamed && !said.has(index) && looseText(headings[index] ?? '') === LICENSES;
    return isLicenses ? { kind: 'product' } : use;
  });
  const hasUser = uses.some(({ kind }) => kind === 'user');
  const isLong = uses.some(({ kind }) => NAMING.includes(kind));
  const isWide = uses.some(
    (use) => use.kind === 'answer' || (use.kind === 'unclear' && use.match.kind !== 'none'),
  );
  if (!hasUser && !isLong && !isWide) return fail({ kind: 'notRecognised', file });
  if (!hasUser) return fail({ kind: 'missingListColumn', file, role: 'user' });
  if (!isLong && !isWide) return fail({ kind: 'missingListColumn', file, role: 'product' });
  const shape = isLong ? 'long' : 'wide';
  const columns = headings.map((heading, index) => ({
    heading,
    use: inShape(uses[index] ?? { kind: 'blank' }, shape),
  }));
  return ok({ shape, columns });
}
