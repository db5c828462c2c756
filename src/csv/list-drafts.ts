import type { Pace } from '#base/pace.ts';
import type { LicenseSets } from '#licenses/license-sets.ts';
import { assignmentOf, changeablePath } from '#licenses/license-set.ts';
import { emptyDraft, type Draft, type DraftProduct } from '#plan/draft.ts';
import type { Position } from '#users/ids.ts';
import type { UserTable } from '#users/user-table.ts';
import { isWholeList } from './assignment-list.ts';
import { LEFT_ALONE, type CheckedList } from './check-list.ts';
import { followAsks, type AskedProducts, type ListMode } from './list-mode.ts';

/** A draft and the users that it is for, as positions in ascending order. */
export interface ListPart {
  readonly draft: Draft;
  readonly users: Uint32Array;
}

/** What a list comes to for one customer under a mode. */
export interface ListDrafts {
  /** One for each distinct content; no user is in two. */
  readonly parts: readonly ListPart[];
  /** Positions of users left alone because they would lose something and the list may be cut. */
  readonly heldBack: Uint32Array;
  /** Users in the list of whom nothing is asked. */
  readonly unasked: number;
  /** Asks that are none of the mode's matter. */
  readonly outside: number;
}

/** The customer for whom a list is read. */
export interface ListCustomer {
  readonly table: UserTable;
  readonly sets: LicenseSets;
}

interface OpenPart {
  readonly draft: Draft;
  readonly users: Position[];
}

/** Groups users by what is asked of them. */
class Parts {
  readonly #parts = new Map<string, OpenPart>();
  readonly #known = new Map<readonly DraftProduct[], OpenPart>();

  add(products: readonly DraftProduct[], position: Position): void {
    const part = this.#known.get(products) ?? this.#partOf(products);
    part.users.push(position);
  }

  all(): ListPart[] {
    return [...this.#parts.values()].map(({ draft, users }) => ({
      draft,
      users: Uint32Array.from(users),
    }));
  }

  #partOf(products: readonly DraftProduct[]): OpenPart {
    const key = JSON.stringify(products);
    const part = this.#parts.get(key) ?? { draft: { ...emptyDraft, products }, users: [] };
    this.#parts.set(key, part);
    this.#known.set(products, part);
    return part;
  }
}

/** True when the user holds, by a path that can be taken away, something that is asked to be revoked. */
function loses(
  products: readonly DraftProduct[],
  position: Position,
  { table, sets }: ListCustomer,
): boolean {
  const set = sets.at(table.licenses.planned[position] ?? 0);
  return products.some(
    ({ action, skuId }) =>
      action === 'revoke' && changeablePath(assignmentOf(set, skuId)) !== undefined,
  );
}

/**
 * What the list asks for the customer's users under a mode, as one draft for each distinct content: by
 * no means for users whom it leaves alone, nor for users not in it.
 *
 * Nothing is revoked unless the list is known to be whole: by its end row, or because `knownLastRow`
 * (a row number; null when nobody said) is its last row. A list that was cut lacks the rows that add
 * to what a user keeps, or that contradict; so a beginning of a list never revokes what the list
 * does not. Rests with (users done, users).
 */
export async function listDrafts(
  { list, positions, contentOf, contents }: CheckedList,
  {
    mode,
    customer,
    knownLastRow,
  }: {
    readonly mode: ListMode;
    readonly customer: ListCustomer;
    readonly knownLastRow: number | null;
  },
  pace: Pace,
): Promise<ListDrafts> {
  const isWhole = isWholeList(list, knownLastRow);
  const parts = new Parts();
  const heldBack: Position[] = [];
  const followed: AskedProducts[] = [];
  let unasked = 0;
  let outside = 0;
  for (let index = 0; index < positions.length; index++) {
    if (pace.due()) await pace.rest(index, positions.length);
    const content = contentOf[index] ?? LEFT_ALONE;
    if (content === LEFT_ALONE) continue;
    const position = positions[index] ?? 0;
    const asked = (followed[content] ??= followAsks(
      contents[content] ?? [],
      mode,
      list.shape === 'long',
    ));
    outside += asked.outside;
    if (!isWhole && loses(asked.products, position, customer)) {
      heldBack.push(position);
      continue;
    }
    const wanted = isWhole ? asked.products : asked.withoutRevocations;
    if (wanted.length === 0) unasked++;
    else parts.add(wanted, position);
  }
  return { parts: parts.all(), heldBack: Uint32Array.from(heldBack), unasked, outside };
}
