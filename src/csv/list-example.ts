import { assignmentOf, changeablePath, type LicenseSet } from '#licenses/license-set.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { Position } from '#users/ids.ts';
import type { Ask, AssignmentList } from './assignment-list.ts';
import { LEFT_ALONE, type CheckedList } from './check-list.ts';
import type { ListCustomer } from './list-drafts.ts';
import { followAsks, listModes, type ListMode } from './list-mode.ts';

/** What becomes of one product of the user; null: nothing is there and nothing comes. */
export type ExampleEffect = 'assigned' | 'revoked' | 'stays' | null;

/** What each mode makes of one product; `exact` as where it covers the product: otherwise nothing changes. */
export interface ExampleLine {
  readonly skuId: SkuId;
  readonly isHeld: boolean;
  readonly effects: Readonly<Record<ListMode['kind'], ExampleEffect>>;
}

/** A user of a list, by whom it can be told how its modes differ. */
export interface ListExample {
  readonly position: Position;
  /** What the user holds or the list asks for. */
  readonly lines: readonly ExampleLine[];
}

/** So many users are looked at. */
const LOOKED_AT = 200;

function linesOf(asks: readonly Ask[], shape: AssignmentList['shape'], set: LicenseSet) {
  const skus = [...new Set([...asks, ...set].map(({ skuId }) => skuId))].sort();
  const covered = new Set(skus);
  const followed = listModes.map((kind) => {
    const mode: ListMode = kind === 'exact' ? { kind, covered } : { kind };
    return [kind, followAsks(asks, mode, shape === 'long').products] as const;
  });
  return skus.map((skuId): ExampleLine => {
    const held = assignmentOf(set, skuId);
    const effects = followed.map(([kind, products]): [ListMode['kind'], ExampleEffect] => {
      const action = products.find((line) => line.skuId === skuId)?.action ?? 'leave';
      if (held === undefined) return [kind, action === 'assign' ? 'assigned' : null];
      const isLost = action === 'revoke' && changeablePath(held) !== undefined;
      return [kind, isLost ? 'revoked' : 'stays'];
    });
    return {
      skuId,
      isHeld: held !== undefined,
      effects: Object.fromEntries(effects) as ExampleLine['effects'],
    };
  });
}

/** How many modes do something of their own. */
const differences = (lines: readonly ExampleLine[]): number =>
  new Set(listModes.map((kind) => lines.map(({ effects }) => effects[kind]).join())).size;

/** Of the first users of the list, the first one for whom most modes differ; null where it asks nothing of anybody. */
export function listExample(
  { list, positions, contentOf, contents }: CheckedList,
  { table, sets }: ListCustomer,
): ListExample | null {
  let best: ListExample | null = null;
  let most = 0;
  for (const [index, position] of positions.subarray(0, LOOKED_AT).entries()) {
    const content = contentOf[index] ?? LEFT_ALONE;
    if (content === LEFT_ALONE) continue;
    const set = sets.at(table.licenses.planned[position] ?? 0);
    const lines = linesOf(contents[content] ?? [], list.shape, set);
    if (differences(lines) <= most) continue;
    most = differences(lines);
    best = { position, lines };
  }
  return best;
}
