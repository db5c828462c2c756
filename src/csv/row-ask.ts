import { fail, ok, type Result } from '#base/result.ts';
import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { RefusalReason } from '#users/row-refusal.ts';
import type { ListColumn } from './assignment-columns.ts';
import type { Ask } from './assignment-list.ts';
import { readAction, readAnswer } from './assignment-words.ts';
import type { ProductFinder, ProductMatch } from './product-finder.ts';
import { SHOWN_VALUE } from './refusals.ts';
import { readServicePlansOff, type ServicePlanSwitches } from './service-plan-cell.ts';

/** The cell for which a row is refused, and why. */
export interface CellRefusal {
  readonly column: string | null;
  readonly value: string;
  readonly reason: RefusalReason;
}

/** Reads what a row asks for, whoever it is about. */
export type ReadAsks = (
  cells: readonly string[],
  row: number,
) => Result<readonly Ask[], CellRefusal>;

/** What the texts of a list are looked up in. */
export interface ListLookup {
  readonly products: ProductFinder;
  readonly servicePlanNames: ReadonlyMap<ServicePlanId, string>;
}

type Placed = ListColumn & { readonly index: number };

const placed = (columns: readonly ListColumn[], kind: ListColumn['use']['kind']): Placed[] =>
  columns.map((column, index) => ({ ...column, index })).filter(({ use }) => use.kind === kind);

const refusal = (
  column: string | null,
  value: string,
  reason: RefusalReason,
): { readonly ok: false; readonly error: CellRefusal } =>
  fail({ column, value: value.slice(0, SHOWN_VALUE), reason });

const isFilled = (cell: string | undefined): cell is string =>
  cell !== undefined && cell.trim() !== '';

function reasonOf(match: Exclude<ProductMatch, { kind: 'one' }>): RefusalReason {
  switch (match.kind) {
    case 'none':
      return { kind: 'unknownProduct' };
    case 'notOwned':
      return { kind: 'notOwned', skuIds: match.skuIds };
    case 'several':
      return { kind: 'ambiguousProduct', skuIds: match.skuIds };
  }
}

/** All products that the text can mean of those that the customer has. */
const meant = (match: ProductMatch): readonly SkuId[] =>
  match.kind === 'one' ? [match.skuId] : match.kind === 'several' ? match.skuIds : [];

/** The one product that all filled product cells of the row can mean. */
function productOf(
  cells: readonly string[],
  columns: readonly Placed[],
  products: ProductFinder,
): Result<SkuId, CellRefusal> {
  const filled = columns.filter(({ index }) => isFilled(cells[index]));
  const [first] = filled;
  if (first === undefined) {
    return refusal(columns[0]?.heading ?? null, '', { kind: 'noProduct' });
  }
  let left: readonly SkuId[] = meant(products.find(cells[first.index] ?? ''));
  for (const { index, heading } of filled) {
    const value = cells[index] ?? '';
    const match = products.find(value);
    if (match.kind === 'none' || match.kind === 'notOwned') {
      return refusal(heading, value, reasonOf(match));
    }
    const these = meant(match);
    left = left.filter((skuId) => these.includes(skuId));
    if (left.length === 0) return refusal(heading, value, { kind: 'productsDiffer' });
  }
  const [skuId, ...others] = left;
  if (skuId !== undefined && others.length === 0) return ok(skuId);
  const value = cells[first.index] ?? '';
  return refusal(first.heading, value, { kind: 'ambiguousProduct', skuIds: left });
}

/** Reads rows of the long shape: one product, what is asked for it, its switched-off service plans. */
export function longAsks(columns: readonly ListColumn[], lookup: ListLookup): ReadAsks {
  const productColumns = placed(columns, 'product');
  const [actionColumn] = placed(columns, 'action');
  const [plansColumn] = placed(columns, 'servicePlansOff');
  return (cells) => {
    const skuId = productOf(cells, productColumns, lookup.products);
    if (!skuId.ok) return skuId;
    const word = actionColumn && (cells[actionColumn.index] ?? '');
    const action = word === undefined ? 'listed' : readAction(word);
    if (action === null) {
      return refusal(actionColumn?.heading ?? null, word ?? '', { kind: 'unknownAction' });
    }
    let servicePlans: ServicePlanSwitches = null;
    if (plansColumn !== undefined && action !== 'revoke') {
      const text = cells[plansColumn.index] ?? '';
      const product = lookup.products.product(skuId.value) ?? { servicePlans: null };
      const read = readServicePlansOff(text, product, lookup.servicePlanNames);
      if (!read.ok) return refusal(plansColumn.heading, text, read.error);
      servicePlans = read.value;
    }
    return ok([{ skuId: skuId.value, action, servicePlans }]);
  };
}

/** Reads rows of the wide shape: each product's column says yes, no or nothing. */
export function wideAsks(columns: readonly ListColumn[]): ReadAsks {
  return (cells, row) => {
    const asks = new Map<SkuId, Ask>();
    for (const [index, { heading, use }] of columns.entries()) {
      const cell = cells[index];
      if ((use.kind !== 'answer' && use.kind !== 'unclear') || !isFilled(cell)) continue;
      const answer = readAnswer(cell);
      if (use.kind === 'unclear') {
        // under a heading that is no product, other words ask for nothing
        if (answer === null && use.match.kind === 'none') continue;
        return refusal(heading, cell, reasonOf(use.match));
      }
      if (answer === null) return refusal(heading, cell, { kind: 'unknownAnswer' });
      const action = answer ? 'assign' : 'revoke';
      const said = asks.get(use.skuId)?.action ?? action;
      if (said !== action) return refusal(heading, cell, { kind: 'contradiction', row });
      asks.set(use.skuId, { skuId: use.skuId, action, servicePlans: null });
    }
    return ok([...asks.values()]);
  };
}
