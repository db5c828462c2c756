import { answer, notFound, refusal, type CloudAnswer } from './cloud-answer.ts';
import { subscriptionsJson } from './cloud-directory.ts';
import { productJson } from './cloud-json.ts';
import type { CloudPlace, CloudRequest } from './cloud-place.ts';
import { assign, deleteUser, listUsers, patchUser, readUser } from './cloud-users.ts';
import { usersDelta } from './users-delta.ts';

function directory([first, second]: readonly string[], place: CloudPlace): CloudAnswer | null {
  const { tenant, now, endedProduct } = place;
  if (first === 'subscribedSkus') {
    const owned = [...tenant.products.values()].filter(({ skuId }) => skuId !== endedProduct);
    return answer(200, { value: owned.map((product) => productJson(product, tenant)) });
  }
  if (first === 'organization') {
    return answer(200, { value: [{ id: tenant.tenantId, displayName: tenant.name }] });
  }
  if (first === 'directory' && second === 'subscriptions') {
    return answer(200, { value: subscriptionsJson(tenant, now) });
  }
  if (first === 'groups' && second !== undefined) {
    const found = [...tenant.groups].find(([id]) => id === second);
    if (found === undefined) return notFound(second);
    return answer(200, { id: found[0], displayName: found[1] });
  }
  return null;
}

/** Answers one request. */
export function route(request: CloudRequest, place: CloudPlace): CloudAnswer {
  const { method, body } = request;
  const { pathname, searchParams } = new URL(request.url, 'https://cloud.invalid');
  const [, ...names] = pathname.split('/').map(decodeURIComponent);
  const [first, second, third] = names;
  const found = method === 'GET' ? directory(names, place) : null;
  if (found !== null) return found;
  if (first === 'users' && second === undefined && method === 'GET') {
    return listUsers(searchParams, place);
  }
  if (first === 'users' && second === 'delta' && method === 'GET') {
    return usersDelta(searchParams, place);
  }
  if (first === 'users' && second !== undefined) {
    if (third === 'assignLicense' && method === 'POST') return assign(second, body, place);
    if (third === undefined && method === 'PATCH') return patchUser(second, body, place);
    if (third === undefined && method === 'DELETE') return deleteUser(second, place);
    if (third === undefined && method === 'GET') return readUser(second, searchParams, place);
  }
  return refusal(400, 'BadRequest', `Resource not found for the segment '${first ?? ''}'.`);
}
