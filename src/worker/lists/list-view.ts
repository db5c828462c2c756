import type { CheckedList } from '#csv/check-list.ts';
import { listExample } from '#csv/list-example.ts';
import { unclearListNames } from '#csv/unclear-list-names.ts';
import type { CustomerId } from '#customers/customer.ts';
import { nameOfNamedSku } from '#licenses/ids.ts';
import type { OpenCustomer } from '#worker/customers/open-customer.ts';
import { UserRows } from '#worker/users/user-row.ts';
import type { AssignmentListView, ListId, ListSampleRow } from './assignment-list-types.ts';

/** How many rows and users are listed on the screen. */
export const LISTED = 200;

/** How many rows are shown as they will be read. */
const SAMPLED = 8;

/** How many names can be given a meaning. */
const UNCLEAR = 100;

/** The first rows of a list, as they are read. */
function sampleOf({ list, userOf, refused }: CheckedList, rows: UserRows): ListSampleRow[] {
  const sample = new Map<number, ListSampleRow>();
  list.rows.numbers.subarray(0, SAMPLED).forEach((row, index) => {
    const who = list.rows.who[index] ?? 0;
    const position = userOf[who] ?? -1;
    const asks = list.requests[list.rows.request[index] ?? 0] ?? [];
    sample.set(row, {
      row,
      user: position < 0 ? null : rows.who(position),
      text: list.whos[who]?.join(' ') ?? '',
      asks: asks.flatMap((ask) => list.asks[ask] ?? []),
      refused: null,
    });
  });
  for (const refusal of refused.slice(0, SAMPLED)) {
    const { row } = refusal;
    const read = sample.get(row) ?? { row, user: null, text: '', asks: [] };
    sample.set(row, { ...read, refused: refusal });
  }
  return [...sample.values()].sort((a, b) => a.row - b.row).slice(0, SAMPLED);
}

/** What is shown of a list that was read for a customer. */
export function listView(
  checked: CheckedList,
  open: OpenCustomer,
  {
    listId,
    customerId,
    locale,
  }: { readonly listId: ListId; readonly customerId: CustomerId; readonly locale: string },
): AssignmentListView {
  const { list, followedRows, leftAlone, refused, refusedCount, duplicates, duplicateCount } =
    checked;
  const { rows: _rows, whos: _whos, asks, requests: _requests, spoiled: _spoiled, ...told } = list;
  const namer = open.namer(locale);
  const rows = new UserRows(open.data, namer);
  const isNamed = new Set(list.products);
  const products = open.data.products
    .filter(({ skuId }) => nameOfNamedSku(skuId) === null)
    .map(({ skuId }) => ({ skuId, name: namer.product(skuId), isNamed: isNamed.has(skuId) }))
    .sort((a, b) => Number(b.isNamed) - Number(a.isNamed) || namer.compare(a.name, b.name));
  const unclear = unclearListNames(list);
  const example = listExample(checked, open.data);
  return {
    ...told,
    listId,
    customerId,
    rows: followedRows,
    products,
    revokes: asks.some(({ action }) => action === 'revoke'),
    example: example && { ...rows.who(example.position), lines: example.lines },
    sample: sampleOf(checked, rows),
    unclear: unclear.slice(0, UNCLEAR),
    unclearCount: unclear.length,
    leftAlone: leftAlone
      .slice(0, LISTED)
      .map(({ position, why }) => ({ ...rows.who(position), why })),
    leftAloneCount: leftAlone.length,
    refused: refused.slice(0, LISTED),
    refusedCount,
    duplicates: duplicates.slice(0, LISTED),
    duplicateCount,
    names: namer.view(),
  };
}
