import { assignLicense } from './assign-license.ts';
import { answer, noContent, notFound, refusal, type CloudAnswer } from './cloud-answer.ts';
import { userJson } from './cloud-json.ts';
import type { CloudPlace } from './cloud-place.ts';

const PLAIN = ['id', 'displayName', 'userPrincipalName', 'mail'];
const MOST_ON_PAGE = 999;

/** The properties that were asked for, or the few that Graph gives unasked. */
export const selectOf = (query: URLSearchParams): readonly string[] =>
  query.get('$select')?.split(',') ?? PLAIN;

/** `GET /users`: a page, and the address of the next one where there is one. */
export function listUsers(query: URLSearchParams, place: CloudPlace): CloudAnswer {
  const { tenant, base, now, lag } = place;
  if (query.has('$skip')) {
    return refusal(400, 'Request_BadRequest', "'$skip' is not supported by the service.");
  }
  const top = Math.min(MOST_ON_PAGE, Number(query.get('$top') ?? 100));
  const first = Number(query.get('$skiptoken') ?? 0);
  const { users, next } = tenant.page(first, top, now, lag);
  const value = users.map((user) => userJson(user, selectOf(query)));
  if (next === null) return answer(200, { value });
  const more = new URLSearchParams(query);
  more.set('$skiptoken', String(next));
  return answer(200, { value, '@odata.nextLink': `${base}/users?${more.toString()}` });
}

/** `GET /users/{id}` */
export function readUser(id: string, query: URLSearchParams, place: CloudPlace): CloudAnswer {
  const { tenant, now, lag } = place;
  const user = tenant.user(id, now, lag);
  return user ? answer(200, userJson(user, selectOf(query))) : notFound(id);
}

/** `PATCH /users/{id}`: only the usage location can be changed. */
export function patchUser(id: string, body: unknown, { tenant, now }: CloudPlace): CloudAnswer {
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

/** `DELETE /users/{id}` */
export function deleteUser(id: string, { tenant, now }: CloudPlace): CloudAnswer {
  const user = tenant.user(id);
  if (!user) return notFound(id);
  tenant.change({ ...user, deleted: true }, now);
  return noContent;
}

/** `POST /users/{id}/assignLicense` */
export function assign(id: string, body: unknown, place: CloudPlace): CloudAnswer {
  const { tenant, facts, now, endedProduct } = place;
  const user = tenant.user(id);
  if (!user) return notFound(id);
  const changed = assignLicense(user, body, { tenant, facts, endedProduct });
  if (!changed.ok) return refusal(400, 'Request_BadRequest', changed.error);
  tenant.change(changed.value, now);
  return answer(200, userJson(changed.value, PLAIN));
}
