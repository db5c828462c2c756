import type { CustomerId } from '#customers/customer.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { Position } from '#users/ids.ts';
import {
  everybody,
  isFiltered,
  unfiltered,
  type UserQuery,
  type UserSort,
} from '#users/user-query.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import type { SelectionEdit } from '#worker/selection/selection-types.ts';
import type { EntitlementView } from '#worker/licenses/license-types.ts';
import type { SelectionView, UserPage, WindowView } from '#worker/users/user-types.ts';

/**
 * The list of a customer's users: what is asked for (`view`), the one page that is shown, and the
 * selection. A tick shows at once; the worker's answers put counts right.
 */
export class UserList {
  readonly #session: Session;
  readonly #customerId: CustomerId;
  #view = $state.raw<WindowView | null>(null);
  #page = $state.raw<UserPage | null>(null);
  #products = $state.raw<readonly EntitlementView[]>([]);
  #pageSize = $state<WindowView['pageSize']>(25);
  #busy = $state(false);
  #failed = $state(false);
  #isKept = $state(true);
  readonly #holds: SkuId | null;
  #locale: LocaleTag;
  #asked = 0;
  #edited = 0;
  #lastEdit: Promise<void> = Promise.resolve();

  /** `holds`: begins with those who hold this product, instead of where this window stood. */
  constructor(session: Session, customerId: CustomerId, holds: SkuId | null = null) {
    this.#session = session;
    this.#customerId = customerId;
    this.#holds = holds;
    this.#locale = session.locale;
  }

  /** What is asked for; null until the worker said where this window stood. */
  get view(): WindowView | null {
    return this.#view;
  }

  /** What is shown: while another page is under way, still the one before. */
  get page(): UserPage | null {
    return this.#page;
  }

  /** The size of the page that is shown, which may not be the one asked for. */
  get pageSize(): WindowView['pageSize'] {
    return this.#pageSize;
  }

  /** Products to filter by. */
  get products(): readonly EntitlementView[] {
    return this.#products;
  }

  get busy(): boolean {
    return this.#busy;
  }

  /** False while the newest tick is on its way to the disk. */
  get isSelectionKept(): boolean {
    return this.#isKept;
  }

  get failed(): boolean {
    return this.#failed;
  }

  get isFiltered(): boolean {
    return this.#view !== null && isFiltered(this.#view.query);
  }

  /** Selected users whom the filter hides. */
  get hidden(): number {
    return this.#page === null ? 0 : this.#page.selection.count - this.#page.selectedMatching;
  }

  /** Shows the list in this language, and changes from here or another window, until the returned function is called. */
  follow(locale: LocaleTag): () => void {
    this.#locale = locale;
    void this.load();
    return this.#session.client.listen((event) => {
      // answers that a stopped worker still owed never come
      if (event.kind === 'restarted') {
        this.#lastEdit = Promise.resolve();
        this.#isKept = true;
      } else if (event.kind !== 'changed' || event.customerId !== this.#customerId) return;
      void this.load();
    });
  }

  /** Reads again what is shown. */
  async load(): Promise<void> {
    const { api } = this.#session.client;
    try {
      const view = this.#view ?? (await this.#start());
      await this.#show(this.#view ?? view);
      this.#products = await api.entitlements(this.#customerId, this.#locale);
    } catch {
      this.#failed = true;
    }
  }

  /** Another filter, from its first page. */
  async filter(part: Partial<UserQuery>): Promise<void> {
    if (this.#view === null) return;
    await this.#go({ ...this.#view, query: { ...this.#view.query, ...part }, page: 0 });
  }

  /** Everybody again, in the order that is shown. */
  async clearFilters(): Promise<void> {
    if (this.#view !== null) await this.filter(unfiltered(this.#view.query));
  }

  /** Sorts by this column; pressed again, the other way round. */
  async sort(by: UserSort): Promise<void> {
    if (this.#view === null) return;
    const { sort } = this.#view.query;
    await this.filter({ sort: { by, descending: sort.by === by && !sort.descending } });
  }

  async turn(page: number): Promise<void> {
    if (this.#view !== null) await this.#go({ ...this.#view, page });
  }

  /** Another page size; the first row that is shown stays on the page. */
  async resize(pageSize: WindowView['pageSize']): Promise<void> {
    if (this.#view === null) return;
    const first = this.#view.page * this.#view.pageSize;
    await this.#go({ ...this.#view, pageSize, page: Math.floor(first / pageSize) });
  }

  /** Selects these rows of the page, or takes them out. */
  tick(positions: readonly Position[], selected: boolean): void {
    const page = this.#page;
    if (page === null) return;
    const rows = page.rows.map((row) =>
      positions.includes(row.position) ? { ...row, selected } : row,
    );
    const before = page.rows.filter((row) => row.selected).length;
    const more = rows.filter((row) => row.selected).length - before;
    this.#page = {
      ...page,
      rows,
      selectedMatching: page.selectedMatching + more,
      selection: {
        ...page.selection,
        count: page.selection.count + more,
        chosenAt: this.#session.now(),
      },
    };
    void this.#edit({ kind: 'set', positions, selected });
    // an answer that is under way was made before this tick
    if (this.#busy && this.#view !== null) void this.#show(this.#view);
  }

  /** Selects or clears the whole page. */
  tickPage(selected: boolean): void {
    this.tick(this.#page?.rows.map(({ position }) => position) ?? [], selected);
  }

  async selectAllMatching(): Promise<void> {
    if (this.#view !== null) await this.#editAll({ kind: 'allMatching', query: this.#view.query });
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

  /** Where this window stood, or the product that was asked for. */
  async #start(): Promise<WindowView> {
    const { client, window } = this.#session;
    const view = await client.api.windowView(this.#customerId, window);
    if (this.#holds === null) return view;
    return { ...view, page: 0, query: { ...everybody, holds: this.#holds } };
  }

  async #go(view: WindowView): Promise<void> {
    if (!(await this.#show(view)) || this.#page === null) return;
    const { page, total, rows } = this.#page;
    const first = total === 0 ? 0 : page * view.pageSize + 1;
    const { pager } = this.#session.m.words;
    this.#session.announce(pager.range(first, first === 0 ? 0 : first + rows.length - 1, total));
  }

  /** Shows what is asked for; false where something else was asked for meanwhile, or it failed. */
  async #show(view: WindowView): Promise<boolean> {
    const asked = ++this.#asked;
    this.#view = view;
    this.#busy = true;
    const { client, window } = this.#session;
    try {
      await this.#lastEdit;
      const page = await client.api.usersPage({
        customerId: this.#customerId,
        window,
        view,
        locale: this.#locale,
      });
      if (asked !== this.#asked) return false;
      this.#page = page;
      this.#pageSize = view.pageSize;
      this.#view = { ...view, page: page.page };
      this.#failed = false;
    } catch {
      if (asked !== this.#asked) return false;
      this.#failed = true;
    }
    this.#busy = false;
    return !this.#failed;
  }

  #edit(edit: SelectionEdit): Promise<void> {
    const edited = ++this.#edited;
    this.#isKept = false;
    const { client, window } = this.#session;
    this.#lastEdit = client.api.editSelection(this.#customerId, window, edit).then(
      (selection) => {
        if (edited !== this.#edited) return;
        this.#isKept = true;
        this.#count(selection);
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
    if (this.#view !== null) await this.#show(this.#view);
    const count = this.#page?.selection.count ?? 0;
    this.#session.announce(this.#session.m.users.selectedCount(count));
  }

  #count(selection: SelectionView): void {
    if (this.#page !== null) this.#page = { ...this.#page, selection };
  }
}
