import type { Pace } from '#base/pace.ts';
import { WideMap } from '#base/wide-map.ts';
import { domainOf } from '#csv/default-domain.ts';
import type { Customer, CustomerId } from '#customers/customer.ts';
import { loadCustomer } from '#store/load-customer.ts';
import { keysOf } from '#users/user-finder.ts';
import { isPresent } from '#users/user-table.ts';
import type { Desk } from '#worker/desk.ts';

/** How many users are looked at between two looks at the clock. */
const STEP = 1024;

type Ids = ReadonlySet<CustomerId>;
const nobody: Ids = new Set();

/** At which customers something is; nowhere where it was not looked for. */
export interface Owners {
  /** Those that have users of this domain, or whose default domain it is. */
  readonly ofDomain: (domain: string) => Ids;
  /** Those that have a user of this `userKey`. */
  readonly withUser: (key: string) => Ids;
}

/**
 * Looks in one walk over these customers whose domains and users the wanted ones are; a damaged customer has
 * none. Rests with (customers, customers).
 */
export async function ownersAmong(
  { db, customers: opened }: Pick<Desk, 'db' | 'customers'>,
  customers: readonly Customer[],
  wanted: { readonly domains: Iterable<string>; readonly users: Iterable<string> },
  pace: Pace,
): Promise<Owners> {
  const domains = new Map<string, Ids>();
  for (const domain of wanted.domains) domains.set(domain, nobody);
  const users = new WideMap<Ids>();
  let keys = 0;
  for (const key of wanted.users) {
    users.set(key, nobody);
    if (++keys % STEP === 0 && pace.due()) await pace.rest(0, customers.length);
  }
  for (const [index, { id, defaultDomain }] of customers.entries()) {
    if (pace.due()) await pace.rest(index, customers.length);
    // those that are open stay so; the others are let go at once
    const data = await opened.answer(id, async () =>
      opened.has(id) ? (await opened.open(id)).data : loadCustomer(db, id),
    );
    const alone: Ids = new Set([id]);
    const add = (map: Map<string, Ids> | WideMap<Ids>, key: string): void => {
      const ids = map.get(key);
      if (ids === undefined || ids.has(id)) return;
      map.set(key, ids.size === 0 ? alone : new Set([...ids, id]));
    };
    add(domains, defaultDomain?.toLowerCase() ?? '');
    if (!data) continue;
    const { table } = data;
    for (let position = 0; position < table.count; position++) {
      if (position % STEP === 0 && pace.due()) await pace.rest(index, customers.length);
      if (!isPresent(table, position)) continue;
      add(domains, domainOf(table.texts.userPrincipalName[position] ?? ''));
      if (keys > 0) for (const key of keysOf(table, position)) add(users, key);
    }
  }
  return {
    ofDomain: (domain) => domains.get(domain) ?? nobody,
    withUser: (key) => users.get(key) ?? nobody,
  };
}
