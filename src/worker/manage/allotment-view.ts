import { BitSet } from '#base/bit-set.ts';
import { pageOf } from '#base/page.ts';
import { STEP, type Steps } from '#base/steps.ts';
import type { Allotment, ShortProduct } from '#plan/short-products.ts';
import { everybody } from '#users/user-query.ts';
import type { OpenCustomer } from '#worker/customers/open-customer.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import { asked } from '#worker/jobs/next-turn.ts';
import { UserRows } from '#worker/users/user-row.ts';
import type { AllotmentPage, AllotmentView } from './manage-types.ts';

const nobody = { users: new Uint32Array(0), waits: new Uint8Array(0) };

/** Who needs it, with the places of those who are looked for (null: of all), and how many wait. */
function* readNeeding(
  { users, waits }: Pick<ShortProduct, 'users' | 'waits'>,
  wanted: BitSet | null,
): Steps<{ needing: BitSet; places: Uint32Array; waiting: number }> {
  const needing = new BitSet();
  const places = new Uint32Array(users.length);
  let found = 0;
  let waiting = 0;
  for (let i = 0; i < users.length; i++) {
    if (i % STEP === 0) yield;
    const position = users[i] ?? 0;
    needing.add(position);
    if (waits[i] === 1) waiting++;
    if (wanted === null || wanted.has(position)) places[found++] = i;
  }
  return { needing, places: places.slice(0, found), waiting };
}

/** One page of who gets the units of a short product and who waits, in the order of their turns. */
export async function allotmentView(
  open: OpenCustomer,
  { products }: Allotment,
  { sku, picked, search, locale, ...ask }: AllotmentPage & { readonly locale: LocaleTag },
): Promise<AllotmentView> {
  const short = products.find(({ skuId }) => skuId === sku) ?? nobody;
  const { users, waits } = short;
  const found = search === '' ? null : await open.findMatches({ ...everybody, text: search });
  const { needing, places, waiting } = await asked(readNeeding(short, found));
  const { shown, ...place } = pageOf(places, ask);
  const rows = new UserRows(open.data, open.namer(locale));
  return {
    skuId: sku,
    rows: Array.from(shown, (i) => ({ ...rows.who(users[i] ?? 0), waits: waits[i] === 1 })),
    needing: users.length,
    waiting,
    first: picked.first.filter((position) => needing.has(position)).length,
    ...place,
  };
}
