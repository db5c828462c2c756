import { SvelteSet } from 'svelte/reactivity';
import type { CustomerId } from '#customers/customer.ts';
import { changesOf, Reading } from '#routes/reading.svelte.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { Position } from '#users/ids.ts';
import type { SelectionEdit } from '#worker/selection/selection-types.ts';
import type { UserPage, WindowView } from '#worker/users/user-types.ts';

/** Where the person stands in the list of selected users. */
export interface SelectedView {
  readonly page: number;
  readonly pageSize: WindowView['pageSize'];
  readonly text: string;
}

/** The list of the selected users. Its boxes tick rows to remove; they are not the selection itself. */
export class SelectedList {
  readonly #reading: Reading<UserPage, SelectedView>;
  readonly #session: Session;
  readonly #customerId: CustomerId;
  readonly #ticked = new SvelteSet<Position>();
  #removed = $state.raw<readonly Position[]>([]);
  #failed = $state(false);

  constructor(session: Session, customerId: CustomerId) {
    this.#session = session;
    this.#customerId = customerId;
    this.#reading = new Reading<UserPage, SelectedView>(session, {
      query: { page: 0, pageSize: 25, text: '' },
      ask: (api, query, locale) =>
        api.selectedPage({ customerId, window: session.window, ...query, locale }),
      concerns: changesOf(customerId),
    });
  }

  get view(): SelectedView {
    return this.#reading.query;
  }

  get answer(): UserPage | undefined {
    return this.#reading.answer;
  }

  /** The size of the page that is shown, which may not be the one asked for. */
  get pageSize(): WindowView['pageSize'] {
    return (this.#reading.answered ?? this.view).pageSize;
  }

  get busy(): boolean {
    return this.#reading.busy;
  }

  /** True when the list could not be read, or the selection not changed. */
  get failed(): boolean {
    return this.#failed || this.#reading.failed;
  }

  get late(): boolean {
    return this.#reading.late;
  }

  /** How many rows are ticked, on all pages. */
  get tickedCount(): number {
    return this.#ticked.size;
  }

  /** Who was removed last and can be put back. */
  get removed(): readonly Position[] {
    return this.#removed;
  }

  isTicked(position: Position): boolean {
    return this.#ticked.has(position);
  }

  tick(positions: readonly Position[], ticked: boolean): void {
    for (const position of positions) {
      if (ticked) this.#ticked.add(position);
      else this.#ticked.delete(position);
    }
  }

  follow(): () => void {
    return this.#reading.follow();
  }

  /** Shows another page, size or search; false where it was overtaken or failed. */
  show(part: Partial<SelectedView>): Promise<boolean> {
    this.#failed = false;
    return this.#reading.show(part);
  }

  load(): Promise<boolean> {
    return this.show({});
  }

  /** Turns to a page, or searches, and says which rows are shown. */
  async turn(part: Partial<SelectedView>): Promise<void> {
    if (!(await this.show(part)) || this.answer === undefined) return;
    const { page, total, rows } = this.answer;
    const first = total === 0 ? 0 : page * this.pageSize + 1;
    const last = total === 0 ? 0 : first + rows.length - 1;
    this.#session.announce(this.#session.m.words.pager.range(first, last, total));
  }

  /** Removes users from the selection; they can be put back. */
  async remove(positions: readonly Position[]): Promise<void> {
    if (!(await this.#edit({ kind: 'set', positions, selected: false }))) return;
    this.tick(positions, false);
    this.#removed = positions;
    this.#session.announce(this.#session.m.users.removed(positions.length));
  }

  async removeTicked(): Promise<void> {
    await this.remove([...this.#ticked]);
  }

  /** Ends the selection. */
  async removeAll(): Promise<void> {
    if (!(await this.#edit({ kind: 'clear' }))) return;
    this.#ticked.clear();
    this.#removed = [];
    this.#session.announce(this.#session.m.users.selectionCleared);
  }

  async putBack(): Promise<void> {
    const edit = { kind: 'set', positions: this.#removed, selected: true } as const;
    if (await this.#edit(edit)) this.#removed = [];
  }

  /** Changes the selection and reads the list again; false where it could not be changed. */
  async #edit(edit: SelectionEdit): Promise<boolean> {
    const { client, window } = this.#session;
    try {
      await client.api.editSelection(this.#customerId, window, edit);
    } catch {
      this.#failed = true;
      return false;
    }
    await this.load();
    return true;
  }
}
