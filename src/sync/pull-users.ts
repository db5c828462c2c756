import { fail, ok, type Result } from '#base/result.ts';
import { isJsonObject, pagesOf } from '#graph/graph-page.ts';
import type { LicenseReader } from '#graph/user-licenses.ts';
import { userFromGraph } from '#graph/users.ts';
import { readGuid } from '#licenses/ids.ts';
import { userId, type UserId } from '#users/ids.ts';
import type { TakeUsers } from '#users/customer-batch.ts';
import type { UserRecord } from '#users/user-record.ts';
import { sendBatch, type PartReply } from './graph-batch.ts';
import { errorText, isPassing } from './graph-call.ts';
import type { GraphGet, ReadFailure } from './graph-get.ts';
import { readPages } from './graph-pages.ts';
import { BATCH } from './limits.ts';
import { UserAnswers } from './user-answers.ts';

/** What is read of every user. */
export const PULLED =
  'id,displayName,userPrincipalName,mail,accountEnabled,userType,usageLocation,department,assignedLicenses,licenseAssignmentStates';

/**
 * What changes are watched. Whether a change of `licenseAssignmentStates` alone shows up is not documented,
 * so who changed is read again, and everybody from time to time.
 */
const WATCHED =
  'id,displayName,userPrincipalName,mail,accountEnabled,userType,usageLocation,department,assignedLicenses';

/** How often in a row a batch may bring nothing. */
const TRIES = 20;

const USERS = { file: 'users', path: '' };

/** How many users came, and those whom the cloud no longer has. */
export interface PulledUsers {
  readonly count: number;
  readonly removed: readonly UserId[];
}

/** All users, in pages of 999. */
export async function allUsers(
  get: GraphGet,
  licenses: LicenseReader,
  take: TakeUsers,
): Promise<Result<PulledUsers, ReadFailure>> {
  let count = 0;
  const answers = new UserAnswers(licenses);
  const takePage = async (body: unknown): Promise<Result<void, ReadFailure>> => {
    const page = await answers.usersOf(body, get.pace);
    if (!page.ok) return fail({ kind: 'badAnswer', problem: page.error });
    const { users } = page.value;
    await take(users, get.pace);
    count += users.length;
    await get.count(users.length);
    return ok(undefined);
  };
  const end = await readPages(get, `users?$select=${PULLED}&$top=999`, takePage, answers);
  return end.ok ? ok({ count, removed: [] }) : end;
}

/** The address that tells from now on who changes; null where the cloud does not give one. */
export async function watchFromNow(get: GraphGet): Promise<Result<string | null, ReadFailure>> {
  const address = `users/delta?$select=${WATCHED}&$deltatoken=latest`;
  const link = await readPages(get, address, () => ok(undefined));
  return !link.ok && link.error.kind === 'refused' ? ok(null) : link;
}

/** Who changed since the link was given. */
interface Changed {
  readonly changed: ReadonlySet<UserId>;
  readonly removed: ReadonlySet<UserId>;
  readonly link: string | null;
}

/** Null when the link is too old (410): everything must be read. */
export async function changedUsers(
  get: GraphGet,
  link: string,
): Promise<Result<Changed | null, ReadFailure>> {
  const changed = new Set<UserId>();
  const removed = new Set<UserId>();
  const end = await readPages(get, link, (body) => {
    for (const item of pagesOf(body).flatMap(({ items }) => items)) {
      const text = isJsonObject(item) ? item['id'] : undefined;
      const guid = typeof text === 'string' ? readGuid(text) : null;
      if (guid === null) return fail({ kind: 'badAnswer', problem: null });
      const isRemoved = isJsonObject(item) && Object.hasOwn(item, '@removed');
      // what is told twice counts as it was told last
      (isRemoved ? removed : changed).add(userId(guid));
      (isRemoved ? changed : removed).delete(userId(guid));
    }
    return ok(undefined);
  });
  if (!end.ok) return end.error.kind === 'refused' && end.error.status === 410 ? ok(null) : end;
  return ok({ changed, removed, link: end.value });
}

/** These users, read one by one in batches of 20. Who is not there any more is among the removed. */
export async function namedUsers(
  get: GraphGet,
  ids: ReadonlySet<UserId>,
  licenses: LicenseReader,
  take: TakeUsers,
): Promise<Result<PulledUsers, ReadFailure>> {
  const removed: UserId[] = [];
  let idle = 0;
  for (let open = [...ids]; open.length > 0;) {
    const asked = open.splice(0, BATCH);
    const parts = asked.map(
      (id) => ({ method: 'GET', url: `/users/${id}?$select=${PULLED}` }) as const,
    );
    const replies = await get.ask(() => sendBatch(get.wire, parts));
    if (!replies.ok) return replies;
    const users: UserRecord[] = [];
    const again: UserId[] = [];
    let wait = 0;
    for (const [i, id] of asked.entries()) {
      const reply = replies.value[i] ?? null;
      if (reply?.status === 404) removed.push(id);
      else if (reply?.status === 200) {
        const user = userFromGraph(reply.body, USERS, licenses, () => undefined);
        if (!user.ok) return fail({ kind: 'badAnswer', problem: user.error });
        users.push(user.value);
      } else {
        const failure = finalFailure(reply);
        if (failure !== null) return fail(failure);
        again.push(id);
        wait = Math.max(wait, reply?.retryAfter ?? 2_000);
      }
    }
    await take(users, get.pace);
    if (again.length < asked.length) idle = 0;
    await get.count(asked.length - again.length);
    if (again.length > 0) {
      if (again.length === asked.length && ++idle === TRIES) return fail({ kind: 'unreachable' });
      await get.wait('throttled', wait);
    }
    open = [...again, ...open];
  }
  return ok({ count: ids.size - removed.length, removed });
}

/** Null where it may be asked again. */
function finalFailure(reply: PartReply | null): ReadFailure | null {
  if (reply === null || isPassing(reply.status) || reply.status >= 500) return null;
  const raw = errorText(reply.body);
  if (reply.status === 401) return { kind: 'signIn' };
  if (reply.status === 403) return { kind: 'noAccess', raw };
  return { kind: 'refused', status: reply.status, raw };
}
