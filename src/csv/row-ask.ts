import { fail, ok, type Result } from '#base/result.ts';
import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { RefusalReason, RowRefusal } from '#users/row-refusal.ts';
import type { ListColumn } from './assignment-columns.ts';
import type { Ask } from './assignment-list.ts';
import { isMark, readAction, readAnswer } from './assignment-words.ts';
import type { ProductFinder, ProductMatch } from './product-finder.ts';
import { SHOWN_VALUE } from './refusals.ts';
import { readServicePlansOff, type ServicePlanSwitches } from './service-plan-cell.ts';

/** The cell for which a row is refused, and why. */
export type CellRefusal = Omit<RowRefusal, 'row'>;

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

/** A name of a product, and the heading under which it stands. */
interface NameAt {
  readonly heading: string;
  readonly value: string;
}

/** The one product that all of these names can mean. */
function productOf(
  [first, ...others]: readonly [NameAt, ...NameAt[]],
  products: ProductFinder,
): Result<SkuId, CellRefusal> {
  let left = meant(products.find(first.value));
  for (const { heading, value } of [first, ...others]) {
    const match = products.find(value);
    if (match.kind === 'none' || match.kind === 'notOwned') {
      return refusal(heading, value, reasonOf(match));
    }
    const these = meant(match);
    left = left.filter((skuId) => these.includes(skuId));
    if (left.length === 0) return refusal(heading, value, { kind: 'productsDiffer' });
  }
  const [skuId, ...more] = left;
  if (skuId !== undefined && more.length === 0) return ok(skuId);
  return refusal(first.heading, first.value, { kind: 'ambiguousProduct', skuIds: left });
}

/** The products that the row names: each filled product cell names all of them, in the same order. */
function productsOf(
  cells: readonly string[],
  columns: readonly Placed[],
  products: ProductFinder,
): Result<ReadonlySet<SkuId>, CellRefusal> {
  const named = columns.flatMap(({ index, heading }) => {
    const value = cells[index] ?? '';
    const names = products.namesIn(value);
    return names.length === 0 ? [] : [{ heading, value, names }];
  });
  const [first, ...others] = named;
  if (first === undefined) {
    return refusal(columns[0]?.heading ?? null, '', { kind: 'noProduct' });
  }
  const other = others.find(({ names }) => names.length !== first.names.length);
  if (other) return refusal(other.heading, other.value, { kind: 'productsDiffer' });
  const found = new Set<SkuId>();
  for (const [place, value] of first.names.entries()) {
    const beside = others.map(({ heading, names }) => ({ heading, value: names[place] ?? '' }));
    const product = productOf([{ heading: first.heading, value }, ...beside], products);
    if (!product.ok) return product;
    found.add(product.value);
  }
  return ok(found);
}

/**
 * Columns of the wide shape in which an `x` says yes: those in which nothing else stands. Where something
 * else does, nobody knows what it says beside that.
 */
export class MarkedColumns {
  readonly #marked = new Set<number>();
  readonly #others = new Set<number>();
  readonly #unclear: ReadonlySet<number>;

  /** `unclear`: the columns in which an x says nothing, as an earlier reading found out. */
  constructor(unclear: ReadonlySet<number> = new Set()) {
    this.#unclear = unclear;
  }

  /** Columns in which an x stands beside something else. */
  get mixed(): ReadonlySet<number> {
    return new Set([...this.#marked].filter((index) => this.#others.has(index)));
  }

  see(index: number, cell: string): void {
    (isMark(cell) ? this.#marked : this.#others).add(index);
  }

  saysYes(index: number, cell: string): boolean {
    return isMark(cell) && !this.#unclear.has(index);
  }
}

/** Columns whose cells name the same products, and what is asked for these. */
interface AskingColumns {
  readonly columns: readonly Placed[];
  readonly action: (cells: readonly string[]) => Result<Ask['action'], CellRefusal>;
}

function askingColumns(columns: readonly ListColumn[]): readonly AskingColumns[] {
  const [actionColumn] = placed(columns, 'action');
  const alone = (kind: 'toAssign' | 'toRevoke', action: Ask['action']): AskingColumns[] =>
    placed(columns, kind).map((column) => ({ columns: [column], action: () => ok(action) }));
  const told = (cells: readonly string[]): Result<Ask['action'], CellRefusal> => {
    if (actionColumn === undefined) return ok('listed');
    const word = cells[actionColumn.index] ?? '';
    const action = readAction(word);
    return action === null
      ? refusal(actionColumn.heading, word, { kind: 'unknownAction' })
      : ok(action);
  };
  return [
    { columns: placed(columns, 'product'), action: told },
    ...alone('toAssign', 'assign'),
    ...alone('toRevoke', 'revoke'),
  ];
}

/** Reads rows of the long shape: one product or several, what is asked for each, its switched-off service plans. */
export function longAsks(columns: readonly ListColumn[], lookup: ListLookup): ReadAsks {
  const asking = askingColumns(columns);
  const [plansColumn] = placed(columns, 'servicePlansOff');
  return (cells, row) => {
    const isNamed = ({ index }: Placed): boolean => isFilled(cells[index]);
    const filled = asking.filter((one) => one.columns.some(isNamed));
    if (filled.length === 0) {
      const [heading = null] = asking.flatMap((one) => one.columns.map((column) => column.heading));
      return refusal(heading, '', { kind: 'noProduct' });
    }
    const asks = new Map<SkuId, Ask>();
    for (const one of filled) {
      const products = productsOf(cells, one.columns, lookup.products);
      if (!products.ok) return products;
      const action = one.action(cells);
      if (!action.ok) return action;
      for (const skuId of products.value) {
        const said = asks.get(skuId)?.action ?? action.value;
        if (said !== action.value) {
          const { heading, index } = one.columns.find(isNamed) ?? { heading: null, index: 0 };
          return refusal(heading, cells[index] ?? '', { kind: 'contradiction', row });
        }
        let servicePlans: ServicePlanSwitches = null;
        if (plansColumn !== undefined && action.value !== 'revoke') {
          const text = cells[plansColumn.index] ?? '';
          const product = lookup.products.product(skuId) ?? { servicePlans: null };
          const read = readServicePlansOff(text, product, lookup.servicePlanNames);
          if (!read.ok) return refusal(plansColumn.heading, text, read.error);
          servicePlans = read.value;
        }
        asks.set(skuId, { skuId, action: action.value, servicePlans });
      }
    }
    return ok([...asks.values()]);
  };
}

/** Reads rows of the wide shape: each product's column says yes, no or nothing. */
export function wideAsks(columns: readonly ListColumn[], marks: MarkedColumns): ReadAsks {
  const answers = placed(columns, 'answer');
  return (cells, row) => {
    for (const { index } of answers) {
      const cell = cells[index];
      if (isFilled(cell)) marks.see(index, cell);
    }
    const asks = new Map<SkuId, Ask>();
    for (const [index, { heading, use }] of columns.entries()) {
      const cell = cells[index];
      if ((use.kind !== 'answer' && use.kind !== 'unclear') || !isFilled(cell)) continue;
      // whatever it says: nobody knows of what
      if (use.kind === 'unclear') return refusal(heading, cell, reasonOf(use.match));
      const answer = marks.saysYes(index, cell) || readAnswer(cell);
      if (answer === null) {
        return refusal(heading, cell, { kind: isMark(cell) ? 'mixedMark' : 'unknownAnswer' });
      }
      const action = answer ? 'assign' : 'revoke';
      const said = asks.get(use.skuId)?.action ?? action;
      if (said !== action) return refusal(heading, cell, { kind: 'contradiction', row });
      asks.set(use.skuId, { skuId: use.skuId, action, servicePlans: null });
    }
    return ok([...asks.values()]);
  };
}
