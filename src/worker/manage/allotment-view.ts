import { pageOf, type PageAsk } from '#base/page.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { Allotment } from '#plan/short-products.ts';
import type { OpenCustomer } from '#worker/customers/open-customer.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import { UserRows } from '#worker/users/user-row.ts';
import type { AllotmentView } from './manage-types.ts';

interface Asked extends PageAsk {
  readonly sku: SkuId;
  readonly locale: LocaleTag;
}

const nobody = { users: new Uint32Array(0), waits: new Uint8Array(0) };

/** One page of who gets the units of a short product and who waits. */
export function allotmentView(
  open: OpenCustomer,
  { products }: Allotment,
  { sku, locale, ...ask }: Asked,
): AllotmentView {
  const { users, waits } = products.find(({ skuId }) => skuId === sku) ?? nobody;
  const rows = new UserRows(open.data, open.namer(locale));
  const { shown, ...place } = pageOf(users, ask);
  const shownWait = pageOf(waits, ask).shown;
  return {
    skuId: sku,
    rows: Array.from(shown, (position, index) => ({
      ...rows.who(position),
      waits: shownWait[index] === 1,
    })),
    waiting: waits.reduce((sum, one) => sum + one, 0),
    ...place,
  };
}
