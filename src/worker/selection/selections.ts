import type { BitSet } from '#base/bit-set.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import { ifPossible } from '#store/if-possible.ts';
import { readSelection, writeSelection } from '#store/selections.ts';
import { startWindow } from '#store/start-window.ts';
import type { Selection } from '#users/selection.ts';
import { emptySelection } from '#users/selection-edit.ts';
import { isPresent } from '#users/user-table.ts';
import type { WindowId } from '#worker/scope-types.ts';
import type { SelectionView } from '#worker/users/user-types.ts';
import type { OpenCustomer } from '#worker/customers/open-customer.ts';
import { draftPlace } from '#worker/manage/scope-key.ts';

/** The selection of each window, in memory and kept for a reload. */
export class Selections {
  readonly #db: SeatwiseDatabase;
  readonly #known = new Map<string, Selection>();

  readonly #now: () => number;

  constructor(db: SeatwiseDatabase, now: () => number) {
    this.#db = db;
    this.#now = now;
  }

  async get(id: CustomerId, window: WindowId): Promise<Selection> {
    const key = `${id} ${window}`;
    const known = this.#known.get(key);
    if (known) return known;
    await ifPossible(startWindow(this.#db, draftPlace(id, { kind: 'selection', window })));
    const stored = await readSelection(this.#db, id, window);
    const selection = this.#known.get(key) ?? stored ?? emptySelection;
    this.#known.set(key, selection);
    return selection;
  }

  /** Changes a selection and keeps it for a reload. Edits that come together never lose one another. */
  async edit(
    id: CustomerId,
    window: WindowId,
    change: (before: Selection) => Selection,
  ): Promise<Selection> {
    const read = await this.get(id, window);
    // another edit may have ended while this one waited for the database
    const next = change(this.#known.get(`${id} ${window}`) ?? read);
    this.#known.set(`${id} ${window}`, next);
    await writeSelection(this.#db, { customerId: id, window, now: this.#now() }, next);
    return next;
  }

  /** Forgets what is in memory of a customer that was removed or replaced. */
  forget(id: CustomerId): void {
    for (const key of this.#known.keys()) if (key.startsWith(`${id} `)) this.#known.delete(key);
  }

  /** Counts for the screen. `matches`: what the shown filter matches, null when nothing is filtered. */
  view(open: OpenCustomer, selection: Selection, matches: BitSet | null): SelectionView {
    let count = 0;
    let hidden = 0;
    selection.members.forEach((position) => {
      if (!isPresent(open.data.table, position)) return;
      count++;
      if (matches && !matches.has(position)) hidden++;
    });
    return {
      count,
      hidden,
      newlyMatching: this.newlyMatching(open, selection).length,
      chosenAt: count === 0 ? null : selection.chosenAt,
      awaited: selection.awaited.length,
    };
  }

  /** Users imported since "Select all" who match its filter and are not selected. Users taken out by hand stay out. */
  newlyMatching(open: OpenCustomer, { matching, members, seen }: Selection): number[] {
    if (matching === null) return [];
    const found: number[] = [];
    const { count } = open.data.table;
    if (seen >= count) return found;
    const matches = open.matches(matching);
    for (let position = seen; position < count; position++) {
      if (matches.has(position) && !members.has(position)) found.push(position);
    }
    return found;
  }
}
