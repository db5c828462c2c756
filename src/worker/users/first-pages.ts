import type { CustomerId } from '#customers/customer.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import { readFirstPage, writeFirstPage } from '#store/first-page.ts';
import { ifPossible } from '#store/if-possible.ts';
import { everybody } from '#users/user-query.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import type { UserPage, WindowView } from './user-types.ts';

/** Raise it when the shape of `UserPage` changes: a page kept by an older version is then not read. */
const FORMAT = 4;

const nameOf = (version: number, locale: LocaleTag): string => `${version} ${locale}`;

const keyOf = (locale: LocaleTag): string => `${locale} ${FORMAT}`;

/** Where a window starts: everybody by display name, the first page. */
export const startView: WindowView = { query: everybody, page: 0, pageSize: 25 };

/**
 * The page that opening a customer first shows, kept as it was shown last, so that a cold open of a
 * large customer shows it at once, while the customer itself is still being read. Only of windows
 * in which nobody is selected.
 */
export class FirstPages {
  readonly #db: SeatwiseDatabase;
  readonly #kept = new Map<CustomerId, string>();

  constructor(db: SeatwiseDatabase) {
    this.#db = db;
  }

  /** The kept page, if it is of the customer's present version and of this language. */
  async read(id: CustomerId, locale: LocaleTag): Promise<UserPage | null> {
    const row = await readFirstPage(this.#db, id, keyOf(locale));
    if (row === null) return null;
    this.#kept.set(id, nameOf(row.version, locale));
    return row.page as UserPage;
  }

  /** Keeps a page that was just made. */
  async keep(id: CustomerId, locale: LocaleTag, page: UserPage): Promise<void> {
    const name = nameOf(page.version, locale);
    if (this.#kept.get(id) === name) return;
    this.#kept.set(id, name);
    const { version } = page;
    const row = { customerId: id, version, locale: keyOf(locale), page };
    await ifPossible(writeFirstPage(this.#db, row));
  }
}

/** True for the view whose page is kept. */
export const isStart = (view: WindowView): boolean =>
  JSON.stringify(view) === JSON.stringify(startView);
