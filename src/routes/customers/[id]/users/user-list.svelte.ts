import type { CustomerId } from '#customers/customer.ts';
import { changesOf, Reading } from '#routes/reading.svelte.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { Locale } from '#messages/locale.ts';
import type { Position } from '#users/ids.ts';
import {
  everybody,
  isFiltered,
  unfiltered,
  type UserQuery,
  type UserSort,
} from '#users/user-query.ts';
import type { SelectionEdit } from '#worker/selection/selection-types.ts';
import type { EntitlementView } from '#worker/licenses/license-types.ts';
import type { UserPage, WindowView } from '#worker/users/user-types.ts';
import { namesProducts, readUserAddress } from './user-address.ts';

/** What is asked for: a view, or else what an address says; where that says nothing, where this window stood. */
interface UsersQuery {
  readonly view: WindowView | null;
  readonly address: string;
}

/** A page of users, and what it answers. */
export interface ShownUsers {
  readonly view: WindowView;
  readonly page: UserPage;
}

/**
 * The list of a customer's users: what is asked for (`view`), the one page that is shown, and the
 * selection. A tick shows at once; the worker's answers put counts right.
 */
export class UserList {
  readonly #session: Session;
  readonly #customerId: CustomerId;
  readonly #users: Reading<ShownUsers, UsersQuery>;
  readonly #products: Reading<readonly EntitlementView[]>;
  readonly #onmove: () => void;
  #isKept = $state(true);
  #edited = 0;
  #lastEdit: Promise<void> = Promise.resolve();

  /** Begins with what the address says; `onmove`: the person asked for another view. */
  constructor(session: Session, customerId: CustomerId, address: string, onmove: () => void) {
    this.#session = session;
    this.#customerId = customerId;
    this.#onmove = onmove;
    const concerns = changesOf(customerId);
    this.#users = new Reading<ShownUsers, UsersQuery>(session, {
      query: { view: null, address },
      ask: async (api, query, locale) => {
        const { answered, answer } = this.#users;
        const known = query === answered ? answer?.view : query.view;
        const view = known ?? (await this.#viewAt(query.address, locale));
        await this.#lastEdit;
        const page = await api.usersPage({ customerId, window: session.window, view, locale });
        return { view: { ...view, page: page.page }, page };
      },
      concerns,
    });
    this.#products = new Reading<readonly EntitlementView[]>(session, {
      query: {},
      ask: (api, _, locale) => api.entitlements(customerId, locale),
      concerns,
    });
  }

  /** What is asked for; null until the worker said where this window stood. */
  get view(): WindowView | null {
    const { query, answered, answer } = this.#users;
    return (query === answered ? null : query.view) ?? answer?.view ?? null;
  }

  /** True while an address is asked for whose view nobody knows yet. */
  get isOpening(): boolean {
    return this.#users.query !== this.#users.answered && this.#users.query.view === null;
  }

  /** What is shown: while another page is under way, still the one before. */
  get answer(): ShownUsers | undefined {
    return this.#users.answer;
  }

  /** Products to filter by; null until they are read. */
  get products(): readonly EntitlementView[] | null {
    return this.#products.answer ?? null;
  }

  get busy(): boolean {
    return this.#users.busy;
  }

  /** False while the newest tick is on its way to the disk. */
  get isSelectionKept(): boolean {
    return this.#isKept;
  }

  get isFiltered(): boolean {
    return this.view !== null && isFiltered(this.view.query);
  }

  /** Selected users whom the filter hides. */
  get hidden(): number {
    const page = this.answer?.page;
    return page === undefined ? 0 : page.selection.count - page.selectedMatching;
  }

  get failed(): boolean {
    return this.#users.failed || this.#products.failed;
  }

  get late(): boolean {
    return this.#users.late || this.#products.late;
  }

  /** Reads, and again what changes from here or another window, until the returned function is called. */
  follow(): () => void {
    const deaf = this.#session.client.listen(({ kind }) => {
      // answers that a stopped worker still owed never come
      if (kind !== 'restarted') return;
      this.#lastEdit = Promise.resolve();
      this.#isKept = true;
    });
    const ends = [deaf, this.#users.follow(), this.#products.follow()];
    return () => {
      for (const end of ends) end();
    };
  }

  /** Reads again what is shown. */
  async load(): Promise<void> {
    await Promise.all([this.#users.load(), this.#products.load()]);
  }

  /** Shows what another address says; one that says nothing is everybody's. */
  async open(address: string): Promise<void> {
    if (await this.#users.show({ view: null, address })) this.#sayRange();
  }

  /** Another filter, from its first page. */
  async filter(part: Partial<UserQuery>): Promise<void> {
    await this.#go(({ query, ...view }) => ({ ...view, query: { ...query, ...part }, page: 0 }));
  }

  /** Everybody again, in the order that is shown. */
  async clearFilters(): Promise<void> {
    if (this.view !== null) await this.filter(unfiltered(this.view.query));
  }

  /** Sorts by this column; pressed again, the other way round. */
  async sort(by: UserSort): Promise<void> {
    if (this.view === null) return;
    const { sort } = this.view.query;
    await this.filter({ sort: { by, descending: sort.by === by && !sort.descending } });
  }

  async turn(page: number): Promise<void> {
    await this.#go((view) => ({ ...view, page }));
  }

  /** Another page size; the first row that is shown stays on the page. */
  async resize(pageSize: WindowView['pageSize']): Promise<void> {
    await this.#go((view) => {
      const first = view.page * view.pageSize;
      return { ...view, pageSize, page: Math.floor(first / pageSize) };
    });
  }

  /** Selects these rows of the page, or takes them out. */
  tick(positions: readonly Position[], selected: boolean): void {
    const page = this.answer?.page;
    if (page === undefined) return;
    const rows = page.rows.map((row) =>
      positions.includes(row.position) ? { ...row, selected } : row,
    );
    const before = page.rows.filter((row) => row.selected).length;
    const more = rows.filter((row) => row.selected).length - before;
    this.#amend({
      rows,
      selectedMatching: page.selectedMatching + more,
      selection: {
        ...page.selection,
        count: page.selection.count + more,
        chosenAt: this.#session.now(),
      },
    });
    void this.#edit({ kind: 'set', positions, selected });
    // an answer that is under way was made before this tick
    if (this.busy) void this.#users.load();
  }

  /** Selects or clears the whole page. */
  tickPage(selected: boolean): void {
    this.tick(this.answer?.page.rows.map(({ position }) => position) ?? [], selected);
  }

  async selectAllMatching(): Promise<void> {
    if (this.view !== null) await this.#editAll({ kind: 'allMatching', query: this.view.query });
  }

  /** Selects the users of a pasted list, instead of those selected or with them, and waits for these names. */
  async selectList(
    positions: readonly Position[],
    replace: boolean,
    awaited: readonly string[],
  ): Promise<void> {
    await this.#editAll({ kind: 'list', positions, replace, awaited });
  }

  async addNewlyMatching(): Promise<void> {
    await this.#editAll({ kind: 'addNewlyMatching' });
  }

  async clearSelection(): Promise<void> {
    await this.#editAll({ kind: 'clear' });
  }

  /** An earlier day's selection stays. */
  async keepSelection(): Promise<void> {
    await this.#edit({ kind: 'keep' });
  }

  async #viewAt(address: string, locale: Locale): Promise<WindowView> {
    const { api } = this.#session.client;
    const shown = this.answer?.view;
    const usual = shown ?? (await api.windowView(this.#customerId, this.#session.window));
    const products = namesProducts(address) ? await api.entitlements(this.#customerId, locale) : [];
    const asked = readUserAddress(address, products, usual.pageSize);
    // a window that is new here goes on where it stood; one that goes back, where it began
    return asked ?? (shown ? { ...shown, query: everybody, page: 0 } : usual);
  }

  /** Shows something else, and says which rows those are. */
  async #go(change: (view: WindowView) => WindowView): Promise<void> {
    if (this.view === null) return;
    const showing = this.#users.show({ view: change(this.view) });
    this.#onmove();
    if (await showing) this.#sayRange();
  }

  #sayRange(): void {
    if (this.answer === undefined) return;
    const { view, page } = this.answer;
    const first = page.total === 0 ? 0 : page.page * view.pageSize + 1;
    const last = first === 0 ? 0 : first + page.rows.length - 1;
    this.#session.announce(this.#session.m.words.pager.range(first, last, page.total));
  }

  #edit(edit: SelectionEdit): Promise<void> {
    const edited = ++this.#edited;
    this.#isKept = false;
    const { client, window } = this.#session;
    this.#lastEdit = client.api.editSelection(this.#customerId, window, edit).then(
      (selection) => {
        if (edited !== this.#edited) return;
        this.#isKept = true;
        this.#amend({ selection });
      },
      () => {
        this.#isKept = true;
        void this.load();
      },
    );
    return this.#lastEdit;
  }

  /** An edit that reaches beyond the page: the page is read again. */
  async #editAll(edit: SelectionEdit): Promise<void> {
    await this.#edit(edit);
    await this.#users.load();
    const count = this.answer?.page.selection.count ?? 0;
    this.#session.announce(this.#session.m.users.selectedCount(count));
  }

  #amend(part: Partial<UserPage>): void {
    this.#users.amend(({ view, page }) => ({ view, page: { ...page, ...part } }));
  }
}
