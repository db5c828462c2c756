import type { SkuId } from '#licenses/ids.ts';
import type { Allotment } from '#plan/short-products.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import type { OpenCustomer } from '#worker/customers/open-customer.ts';
import type { AllotmentView } from './manage-types.ts';
import { UserRows } from '#worker/users/user-row.ts';

/** One page of who gets the units of a short product and who waits; the last page where it is past the end. */
export function allotmentView(
  open: OpenCustomer,
  { products }: Allotment,
  sku: SkuId,
  page: number,
  pageSize: number,
  locale: LocaleTag,
): AllotmentView {
  const short = products.find(({ skuId }) => skuId === sku);
  const needing = short?.users ?? new Uint32Array(0);
  const rows = new UserRows(open.data, open.namer(locale));
  const at = Math.max(0, Math.min(page, Math.ceil(needing.length / pageSize) - 1));
  const first = at * pageSize;
  return {
    skuId: sku,
    rows: Array.from(needing.subarray(first, first + pageSize), (position, index) => ({
      ...rows.who(position),
      waits: short?.waits[first + index] === 1,
    })),
    total: needing.length,
    waiting: short?.waits.reduce((sum, waits) => sum + waits, 0) ?? 0,
    page: at,
  };
}
