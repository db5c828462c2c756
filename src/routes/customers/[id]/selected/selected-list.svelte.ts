import { SvelteSet } from 'svelte/reactivity';
import type { CustomerId } from '#customers/customer.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { Position } from '#users/ids.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import type { SelectionEdit } from '#worker/selection/selection-types.ts';
import type { UserPage, WindowView } from '#worker/users/user-types.ts';

/** Where the person stands in the list of selected users. */
export interface SelectedView {
  readonly page: number;
  readonly pageSize: WindowView['pageSize'];
  readonly text: string;
}

/** The list of the selected users. Its boxes tick rows to take out; they are not the selection itself. */
export class SelectedList {
  readonly #session: Session;
  readonly #customerId: CustomerId;
  readonly #ticked = new SvelteSet<Position>();
  #view = $state.raw<SelectedView>({ page: 0, pageSize: 25, text: '' });
  #page = $state.raw<UserPage | null>(null);
  #pageSize = $state<WindowView['pageSize']>(25);
  #takenOut = $state.raw<readonly Position[]>([]);
  #failed = $state(false);
  #busy = $state(false);
  #locale: LocaleTag;
  #asked = 0;

  constructor(session: Session, customerId: CustomerId) {
    this.#session = session;
    this.#customerId = customerId;
    this.#locale = session.locale;
  }

  get view(): SelectedView {
    return this.#view;
  }

  get page(): UserPage | null {
    return this.#page;
  }

  /** The size of the page that is shown, which may not be the one asked for. */
  get pageSize(): WindowView['pageSize'] {
    return this.#pageSize;
  }

  get busy(): boolean {
    return this.#busy;
  }

  get failed(): boolean {
    return this.#failed;
  }

  /** How many rows are ticked, on all pages. */
  get tickedCount(): number {
    return this.#ticked.size;
  }

  /** Who was taken out last and can be put back. */
  get takenOut(): readonly Position[] {
    return this.#takenOut;
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

  /** Shows the list in this language, and changes from here or another window, until the returned function is called. */
  follow(locale: LocaleTag): () => void {
    this.#locale = locale;
    void this.show();
    return this.#session.client.listen((event) => {
      const isOurs = event.kind === 'changed' && event.customerId === this.#customerId;
      if (isOurs || event.kind === 'restarted') void this.show();
    });
  }

  /** Shows another page, size or search; without a part, the same again. False where it was overtaken or failed. */
  async show(part: Partial<SelectedView> = {}): Promise<boolean> {
    const asked = ++this.#asked;
    const view = { ...this.#view, ...part };
    this.#view = view;
    this.#busy = true;
    const { client, window } = this.#session;
    try {
      const { page, pageSize, text } = view;
      const shown = await client.api.selectedPage({
        customerId: this.#customerId,
        window,
        page,
        pageSize,
        text,
        locale: this.#locale,
      });
      if (asked !== this.#asked) return false;
      this.#page = shown;
      this.#pageSize = pageSize;
      this.#view = { ...view, page: shown.page };
      this.#failed = false;
    } catch {
      if (asked !== this.#asked) return false;
      this.#failed = true;
    }
    this.#busy = false;
    return !this.#failed;
  }

  /** Turns to a page, or searches, and says which rows are shown. */
  async turn(part: Partial<SelectedView>): Promise<void> {
    if (!(await this.show(part)) || this.#page === null) return;
    const { page, total, rows } = this.#page;
    const first = total === 0 ? 0 : page * this.#view.pageSize + 1;
    const last = total === 0 ? 0 : first + rows.length - 1;
    this.#session.announce(this.#session.m.words.pager.range(first, last, total));
  }

  /** Takes users out of the selection; they can be put back. */
  async takeOut(positions: readonly Position[]): Promise<void> {
    if (!(await this.#edit({ kind: 'set', positions, selected: false }))) return;
    this.tick(positions, false);
    this.#takenOut = positions;
    this.#session.announce(this.#session.m.users.takenOut(positions.length));
  }

  async takeOutTicked(): Promise<void> {
    await this.takeOut([...this.#ticked]);
  }

  /** Ends the selection. */
  async takeOutAll(): Promise<void> {
    if (!(await this.#edit({ kind: 'clear' }))) return;
    this.#ticked.clear();
    this.#takenOut = [];
    this.#session.announce(this.#session.m.users.selectionCleared);
  }

  async putBack(): Promise<void> {
    const edit = { kind: 'set', positions: this.#takenOut, selected: true } as const;
    if (await this.#edit(edit)) this.#takenOut = [];
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
    await this.show();
    return true;
  }
}
