import { fail, ok, type Result } from '#base/result.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { RefusalReason } from '#users/row-refusal.ts';
import { domainOf } from './default-domain.ts';

type Customers = ReadonlySet<CustomerId>;

/** What of a row says whose it is; rows that say the same are one. */
export interface RowSource {
  /** What stands in the customer column; empty where nothing does or there is none. */
  readonly customer: string;
  /** `userKey`s of all whom the row names. */
  readonly users: readonly string[];
}

/** The customers on this device, as they can be found. */
export interface KnownCustomers {
  /** Those of this name, of this domain or with this tenant id. */
  readonly named: (text: string) => Customers;
  /** Those that have a user of this `userKey`. */
  readonly withUser: (key: string) => Customers;
  /** Those that have users of this domain. */
  readonly ofDomain: (domain: string) => Customers;
}

const both = (some: Customers, others: Customers): Customers =>
  new Set([...some].filter((id) => others.has(id)));

/** The customers of all that say any; null where they say different ones. */
function common(all: readonly Customers[]): Customers | null {
  let left: Customers | null = null;
  for (const some of all) {
    if (some.size === 0) continue;
    left = left === null ? some : both(left, some);
    if (left.size === 0) return null;
  }
  return left ?? new Set();
}

const narrowed = (some: Customers, by: Customers): Customers => {
  const left = both(some, by);
  return left.size > 0 ? left : some;
};

/**
 * The one customer whose row it is: the one that is named, else the one that has the user, else the one
 * whose domain it is. Nothing is guessed: several are told by the users, or refused; and so is a row that
 * names one customer and a user of another.
 */
export function whoseRow(
  { customer, users }: RowSource,
  { named, withUser, ofDomain }: KnownCustomers,
): Result<CustomerId, RefusalReason> {
  const ofUser = (key: string): Customers => {
    const having = withUser(key);
    if (having.size === 1 || !key.includes('@')) return having;
    const domain = ofDomain(domainOf(key));
    return having.size === 0 ? domain : narrowed(having, domain);
  };
  const byUsers = common(users.map(ofUser));
  let left = byUsers;
  if (customer !== '') {
    const called = named(customer);
    if (called.size === 0) return fail({ kind: 'unknownCustomer' });
    const having = common(users.map(withUser));
    left = having === null ? null : having.size === 0 ? called : both(called, having);
    if (left !== null && left.size > 1) left = narrowed(left, byUsers ?? new Set());
    if (left?.size === 0) left = null;
  }
  if (left === null) return fail({ kind: 'customersDiffer' });
  const [only, ...others] = left;
  if (only === undefined) return fail({ kind: users.length === 0 ? 'noUser' : 'noCustomer' });
  return others.length === 0 ? ok(only) : fail({ kind: 'severalCustomers', count: left.size });
}
