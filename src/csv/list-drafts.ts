import type { Pace } from '#base/pace.ts';
import type { LicenseSets } from '#licenses/license-sets.ts';
import { assignmentOf, changeablePath } from '#licenses/license-set.ts';
import { emptyDraft, type Draft, type DraftProduct } from '#plan/draft.ts';
import type { Position } from '#users/ids.ts';
import type { UserTable } from '#users/user-table.ts';
import { isWholeList, type AssignmentList } from './assignment-list.ts';
import { findUsers } from './find-users.ts';
import { FollowedRows } from './followed-rows.ts';
import type { ListMode } from './list-mode.ts';
import type { RowRefusal } from './row-refusal.ts';
import { rowsByUser } from './rows-by-user.ts';

/** A draft and the users that it is for, as positions in ascending order. */
export interface ListPart {
  readonly draft: Draft;
  readonly users: Uint32Array;
}

/** A user of whom the list says something that is not followed, so that nothing is done at all. */
export interface LeftAlone {
  readonly position: Position;
  readonly why: RowRefusal;
}

/** What a list comes to for one customer. */
export interface ListDrafts {
  /** One for each distinct content; no user is in two. */
  readonly parts: readonly ListPart[];
  /** In ascending order of positions. */
  readonly leftAlone: readonly LeftAlone[];
  /** Positions of users left alone because they would lose something and the list may be cut. */
  readonly heldBack: Uint32Array;
  /** Users in the list of whom nothing is asked. */
  readonly unasked: number;
  /** Asks that are none of the mode's matter. */
  readonly outside: number;
  /** Rows that name no one user, or contradict another: the first 100,000 of `refusedCount`. */
  readonly refused: readonly RowRefusal[];
  readonly refusedCount: number;
  /** Rows that say again what another says: the first 100,000. */
  readonly duplicates: readonly RowRefusal[];
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
 * What the list asks for the customer's users, as one draft for each distinct content: by no means
 * for users whom a refused, ambiguous or contradictory row may be about, nor for users not in the list.
 *
 * Nothing is revoked unless the list is known to be whole: by its end row, or because `knownLastRow`
 * (a row number; null when nobody said) is its last row. A list that was cut lacks the rows that add
 * to what a user keeps, or that contradict; so a beginning of a list never revokes what the list
 * does not. Rests with (users done, users).
 */
export async function listDrafts(
  list: AssignmentList,
  mode: ListMode,
  customer: ListCustomer,
  knownLastRow: number | null,
  pace: Pace,
): Promise<ListDrafts> {
  const isWhole = isWholeList(list, knownLastRow);
  const keys = [...list.whos.flat(), ...list.spoiled.keys()];
  const found = await findUsers(customer.table, keys, pace);
  const { positions, rowsOf, left, refusals } = await rowsByUser(list, found, customer.table, pace);

  const parts = new Parts();
  const heldBack: Position[] = [];
  const followed = new FollowedRows(list, mode);
  let unasked = 0;
  let outside = 0;
  for (const [index, position] of positions.entries()) {
    if (pace.due()) await pace.rest(index, positions.length);
    if (left.has(position)) continue;
    const asked = followed.ask(rowsOf.get(position) ?? []);
    if (!asked.ok) {
      refusals.add(asked.error);
      left.set(position, asked.error);
      continue;
    }
    const { products, withoutRevocations } = asked.value;
    outside += asked.value.outside;
    if (!isWhole && loses(products, position, customer)) {
      heldBack.push(position);
      continue;
    }
    const wanted = isWhole ? products : withoutRevocations;
    if (wanted.length === 0) unasked++;
    else parts.add(wanted, position);
  }
  const leftAlone = [...left].map(([position, why]) => ({ position, why }));
  return {
    parts: parts.all(),
    leftAlone: leftAlone.sort((a, b) => a.position - b.position),
    heldBack: Uint32Array.from(heldBack),
    unasked,
    outside,
    refused: refusals.kept,
    refusedCount: refusals.count,
    duplicates: followed.duplicates.kept,
  };
}
