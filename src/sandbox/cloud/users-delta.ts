import { answer, refusal, type CloudAnswer } from './cloud-answer.ts';
import { userJson } from './cloud-json.ts';
import type { CloudPlace } from './cloud-place.ts';
import { selectOf } from './cloud-users.ts';
import type { CloudUser } from './cloud-user.ts';

/** Tokens of directory objects are good for seven days (concepts/delta-query-overview.md). */
const TOKEN_LIFE = 7 * 86_400_000;
const ON_PAGE = 200;

/**
 * What a token remembers: up to which change its holder knows, up to which the answer goes, when it was
 * given (ms), and how far into the answer.
 */
interface DeltaToken {
  readonly since: number;
  readonly until: number;
  readonly at: number;
  readonly first: number;
}

const written = ({ since, until, at, first }: DeltaToken): string =>
  [since, until, at, first].join('.');

function readToken(text: string): DeltaToken | null {
  const [since = NaN, until = NaN, at = NaN, first = NaN] = text.split('.').map(Number);
  return [since, until, at, first].every(Number.isFinite) ? { since, until, at, first } : null;
}

const itemOf = (user: CloudUser, select: readonly string[]): Record<string, unknown> =>
  user.deleted
    ? { id: user.id, '@removed': { reason: 'deleted' } }
    : { ...userJson(user, select), id: user.id };

/**
 * `GET /users/delta`: who changed since the token, and the address to ask next time. `latest` as the
 * token gives nobody and begins now; no token gives everybody. 410 for a token that is too old or that
 * this cloud never gave.
 */
export function usersDelta(query: URLSearchParams, place: CloudPlace): CloudAnswer {
  const { tenant, now, lag, base } = place;
  const select = selectOf(query);
  const linkTo = (name: string, token: DeltaToken): string => {
    const asked = new URLSearchParams({ $select: select.join(','), [name]: written(token) });
    return `${base}/users/delta?${asked.toString()}`;
  };
  const last = tenant.sequenceAt(now - lag);
  const end = { since: last, until: last, at: now, first: 0 };
  const given = query.get('$deltatoken') ?? query.get('$skiptoken');
  if (given === 'latest') {
    return answer(200, { value: [], '@odata.deltaLink': linkTo('$deltatoken', end) });
  }
  const token = given === null ? { ...end, since: -1 } : readToken(given);
  if (token === null || token.since > tenant.sequence || now - token.at > TOKEN_LIFE) {
    const gone = refusal(410, 'syncStateNotFound', 'The sync state generation is not found.');
    return { ...gone, headers: { ...gone.headers, Location: `${base}/users/delta` } };
  }
  // what changes while somebody turns the pages comes with the next answer
  const until = token.first === 0 ? last : token.until;
  const all = token.since < 0 ? tenant.users : tenant.changedSince(token.since);
  const next = token.first + ON_PAGE;
  const value = all.slice(token.first, next).map((user) => itemOf(user, select));
  return answer(200, {
    value,
    ...(next < all.length
      ? { '@odata.nextLink': linkTo('$skiptoken', { ...token, until, first: next }) }
      : { '@odata.deltaLink': linkTo('$deltatoken', { ...end, since: until }) }),
  });
}
