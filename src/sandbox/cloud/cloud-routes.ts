import { assignLicense } from './assign-license.ts';
import { answer, noContent, notFound, refusal, type CloudAnswer } from './cloud-answer.ts';
import type { CloudFacts } from './cloud-facts.ts';
import { productJson, userJson } from './cloud-json.ts';
import type { CloudTenant } from './cloud-tenant.ts';

/** One request as the cloud's routes see it. */
export interface CloudRequest {
  readonly method: string;
  /** Below the version: `/users/…?$select=…`. */
  readonly url: string;
  readonly body: unknown;
}

/** What the routes work on. `lag`: how far readings are behind our own writes, in ms. */
export interface CloudPlace {
  readonly tenant: CloudTenant;
  readonly facts: CloudFacts;
  readonly now: number;
  readonly lag: number;
  /** Where next pages are, without the slash at the end. */
  readonly base: string;
}

const PLAIN = ['id', 'displayName', 'userPrincipalName', 'mail'];
const MOST_ON_PAGE = 999;

const selectOf = (query: URLSearchParams): string[] => query.get('$select')?.split(',') ?? PLAIN;

function listUsers(query: URLSearchParams, { tenant, base }: CloudPlace): CloudAnswer {
  const top = Math.min(MOST_ON_PAGE, Number(query.get('$top') ?? 100));
  const first = Number(query.get('$skiptoken') ?? 0);
  const { users, next } = tenant.page(first, top);
  const value = users.map((user) => userJson(user, selectOf(query)));
  if (next === null) return answer(200, { value });
  const more = new URLSearchParams(query);
  more.set('$skiptoken', String(next));
  return answer(200, { value, '@odata.nextLink': `${base}/users?${more.toString()}` });
}

function patchUser(id: string, body: unknown, { tenant, now }: CloudPlace): CloudAnswer {
  const user = tenant.user(id);
  if (!user) return notFound(id);
  const location: unknown =
    typeof body === 'object' && body !== null && 'usageLocation' in body
      ? body.usageLocation
      : undefined;
  if (typeof location !== 'string' || !/^[A-Z]{2}$/.test(location)) {
    return refusal(
      400,
      'Request_BadRequest',
      "Invalid value specified for property 'usageLocation' of resource 'User'.",
    );
  }
  tenant.change({ ...user, usageLocation: location }, now);
  return noContent;
}

function assign(id: string, body: unknown, { tenant, facts, now }: CloudPlace): CloudAnswer {
  const user = tenant.user(id);
  if (!user) return notFound(id);
  const changed = assignLicense(user, body, tenant, facts);
  if (!changed.ok) return refusal(400, 'Request_BadRequest', changed.error);
  tenant.change(changed.value, now);
  return answer(200, userJson(changed.value, PLAIN));
}

/** Answers one request. */
export function route({ method, url, body }: CloudRequest, place: CloudPlace): CloudAnswer {
  const { pathname, searchParams } = new URL(url, 'https://cloud.invalid');
  const [, first, second, third] = pathname.split('/').map(decodeURIComponent);
  const { tenant, now, lag } = place;
  if (first === 'subscribedSkus' && method === 'GET') {
    const value = [...tenant.products.values()].map((product) => productJson(product, tenant));
    return answer(200, { value });
  }
  if (first === 'organization' && method === 'GET') {
    return answer(200, { value: [{ id: tenant.tenantId }] });
  }
  if (first === 'users' && second === undefined && method === 'GET') {
    return listUsers(searchParams, place);
  }
  if (first === 'users' && second !== undefined) {
    if (third === 'assignLicense' && method === 'POST') return assign(second, body, place);
    if (third === undefined && method === 'PATCH') return patchUser(second, body, place);
    if (third === undefined && method === 'GET') {
      const user = tenant.user(second, now, lag);
      return user ? answer(200, userJson(user, selectOf(searchParams))) : notFound(second);
    }
  }
  return refusal(400, 'BadRequest', `Resource not found for the segment '${first ?? ''}'.`);
}
