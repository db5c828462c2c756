import { pageOf } from '#base/page.ts';
import type { Allotment } from '#plan/short-products.ts';
import { everybody } from '#users/user-query.ts';
import type { OpenCustomer } from '#worker/customers/open-customer.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import { UserRows } from '#worker/users/user-row.ts';
import type { AllotmentPage, AllotmentView } from './manage-types.ts';

const nobody = { users: new Uint32Array(0), waits: new Uint8Array(0) };

/** One page of who gets the units of a short product and who waits, in the order of their turns. */
export function allotmentView(
  open: OpenCustomer,
  { products }: Allotment,
  { sku, picked, search, locale, ...ask }: AllotmentPage & { readonly locale: LocaleTag },
): AllotmentView {
  const { users, waits } = products.find(({ skuId }) => skuId === sku) ?? nobody;
  const found = search === '' ? null : open.matches({ ...everybody, text: search });
  const indexes = [...users.keys()].filter((i) => found?.has(users[i] ?? 0) ?? true);
  const { shown, ...place } = pageOf(indexes, ask);
  const rows = new UserRows(open.data, open.namer(locale));
  const needing = new Set(users);
  return {
    skuId: sku,
    rows: shown.map((i) => ({ ...rows.who(users[i] ?? 0), waits: waits[i] === 1 })),
    needing: users.length,
    waiting: waits.reduce((sum, one) => sum + one, 0),
    first: picked.first.filter((position) => needing.has(position)).length,
    ...place,
  };
}
