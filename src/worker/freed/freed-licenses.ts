import type { CustomerId } from '#customers/customer.ts';
import type { SkuId } from '#licenses/ids.ts';
import { stillWaiting, type StillWaiting } from '#plan/still-waiting.ts';
import { stands } from '#plan/standing.ts';
import { changesBetween, listChanges } from '#store/changes.ts';
import type { OpenCustomer } from '#worker/customers/open-customer.ts';
import type { Desk } from '#worker/desk.ts';

/** Users who wait, and those of them who would get licenses now. */
export interface Freed extends StillWaiting {
  readonly short: readonly SkuId[];
  readonly served: Uint32Array;
}

/** The products of which licenses were short for somebody of the change. */
const shortOf = ({ change: { causes } }: StillWaiting): SkuId[] => {
  const issues = causes.flatMap((cause) => (cause.kind === 'waits' ? cause.issues : []));
  return [...new Set(issues.flatMap((one) => (one.code === 'shortage' ? [one.skuId] : [])))];
};

/** Of several Saves that wait for a product, the oldest is served first: the next one when that is done. */
function served({ planner, data: { table } }: OpenCustomer, all: readonly StillWaiting[]): Freed[] {
  const taken = new Set<SkuId>();
  return all.flatMap((one): Freed[] => {
    const short = shortOf(one);
    if (short.some((sku) => taken.has(sku))) return [];
    const users = one.users.filter((position) => position < table.count);
    const getting = planner.served(users, one.draft);
    if (getting.length === 0) return [];
    for (const sku of short) taken.add(sku);
    return [{ ...one, users, short, served: getting }];
  });
}

/** Tells where licenses are free for those who wait; a customer is looked at again only when it has moved. */
export class FreedLicenses {
  readonly #desk: Desk;
  readonly #known = new Map<CustomerId, { readonly version: number; readonly freed: Freed[] }>();

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Of one customer, the oldest Save first. */
  async of(id: CustomerId): Promise<readonly Freed[]> {
    const { db, customers } = this.#desk;
    // most customers have nobody who waits, and need not be loaded to say so
    const waits = (await listChanges(db, id)).filter(
      ({ counts, standings }) => counts.waits > 0 && stands(standings),
    );
    const oldest = waits.at(-1);
    if (oldest === undefined) return [];
    const open = await customers.lookAt(id);
    const { version } = open.data.customer;
    const known = this.#known.get(id);
    if (known?.version === version) return known.freed;
    const changes = await changesBetween(db, id, { after: oldest.sequence - 1, through: Infinity });
    const freed = served(open, stillWaiting(changes));
    this.#known.set(id, { version, freed });
    return freed;
  }
}
