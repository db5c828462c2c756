import { pageOf, type PageAsk } from '#base/page.ts';
import type { Position } from '#users/ids.ts';
import type { OpenCustomer } from '#worker/customers/open-customer.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import { UserRows } from './user-row.ts';
import type { UserPage } from './user-types.ts';

interface Listed {
  readonly open: OpenCustomer;
  /** All of them, in their order. */
  readonly users: Uint32Array;
  readonly isSelected: (position: Position) => boolean;
}

export function pageOfUsers(
  { open, users, isSelected }: Listed,
  ask: PageAsk & { readonly locale: LocaleTag },
): Pick<UserPage, 'rows' | 'licenseErrors' | 'total' | 'page' | 'version'> {
  const rows = new UserRows(open.data, open.namer(ask.locale));
  const { shown, ...place } = pageOf(users, ask);
  return {
    rows: Array.from(shown, (position) => rows.row(position, isSelected(position))),
    ...place,
    licenseErrors: [],
    version: open.data.customer.version,
  };
}
