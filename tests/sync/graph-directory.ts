import type { Product } from '../../src/licenses/product.ts';
import type { UserId } from '../../src/users/ids.ts';
import type { FakeCloud } from './fake-cloud.ts';
import { said, userAnswer, type Answer } from './graph-answers.ts';

/** Where everything is asked. */
export const BASE = 'https://graph.example/v1.0/';

/** How long the cloud remembers who changed, in ms: less than a schedule takes. */
const REMEMBERED = 200_000;

/** Who is in the directory of a customer, and what it owns. */
export interface Listed {
  readonly cloud: FakeCloud;
  readonly users: readonly UserId[];
  readonly products: readonly Product[];
  /** Users who never change, as they are told. */
  readonly others: readonly unknown[];
}

/** One question about the directory. */
export interface Question {
  readonly url: string;
  /** What time it is, and how far behind the answer is, in ms. */
  readonly now: number;
  readonly lag: number;
  /** How many users go on a page. */
  readonly size: number;
}

const page = (value: readonly unknown[], link: Readonly<Record<string, string>>): Answer => ({
  status: 200,
  body: { value, ...link },
});

/** Microsoft Graph as a pull reads it: what is owned, everybody page by page, and who changed since a link was given. */
export function directoryAnswer(listed: Listed, { url, now, lag, size }: Question): Answer {
  const { pathname, searchParams } = new URL(url);
  const path = pathname.slice(new URL(BASE).pathname.length);
  const select = searchParams.get('$select') ?? '';
  if (path === 'subscribedSkus') return page(listed.products.map(productJson), {});
  if (path === 'directory/subscriptions') {
    return said(403, 'Authorization_RequestDenied', 'Insufficient privileges.');
  }
  if (path === 'users/delta') {
    const token = searchParams.get('$deltatoken') ?? '';
    const [since = '', until = '', from = '0'] = token.split('-');
    const seen = now - lag;
    if (token === 'latest') return page([], deltaLink(seen));
    if (now - Number(since) > REMEMBERED) return said(410, 'syncStateNotFound', 'Too old.');
    const end = until === '' ? Math.max(seen, Number(since)) : Number(until);
    const { cloud, users } = listed;
    const changed = users.filter((user) => cloud.changed(user, Number(since), end));
    const first = Number(from);
    const rows = changed.slice(first, first + size).map((user) => ({
      id: user,
      ...(cloud.read(user, now - end, now) === null ? { '@removed': { reason: 'deleted' } } : {}),
    }));
    const next = first + size;
    return page(
      rows,
      next < changed.length
        ? { '@odata.nextLink': `${BASE}users/delta?$deltatoken=${since}-${end}-${next}` }
        : deltaLink(end),
    );
  }
  if (path === 'users') return usersAnswer(listed, { now, lag, size }, select, searchParams);
  throw new Error(`nobody answers ${url}`);
}

const deltaLink = (at: number) => ({
  '@odata.deltaLink': `${BASE}users/delta?$deltatoken=${Math.max(0, at)}`,
});

function usersAnswer(
  { cloud, users, others }: Listed,
  { now, lag, size }: Omit<Question, 'url'>,
  select: string,
  params: URLSearchParams,
): Answer {
  const from = Number(params.get('$skiptoken') ?? 0);
  const next = from + size;
  const there = users.slice(from, next).flatMap((user) => cloud.read(user, lag, now) ?? []);
  // those who never change come with the first page
  const told = there.map((user) => userAnswer(user, select.split(','), true).body);
  const rows = [...(from === 0 ? others : []), ...told];
  const link = `${BASE}users?$select=${select}&$skiptoken=${next}`;
  return page(rows, next < users.length ? { '@odata.nextLink': link } : {});
}

const productJson = ({ skuId, skuPartNumber, units, servicePlans }: Product): unknown => ({
  id: `a_${skuId}`,
  skuId,
  skuPartNumber,
  appliesTo: 'User',
  capabilityStatus: 'Enabled',
  consumedUnits: units?.consumed ?? 0,
  prepaidUnits: { enabled: units?.enabled ?? 0, warning: 0, suspended: 0, lockedOut: 0 },
  servicePlans: (servicePlans ?? []).map(({ id, partName, appliesTo }) => ({
    servicePlanId: id,
    servicePlanName: partName,
    provisioningStatus: 'Success',
    appliesTo,
  })),
});
