import { fail, ok, type Result } from '#base/result.ts';
import { unreachable } from '#base/unreachable.ts';
import { readRefusal, type Refusal } from '#graph/refusal.ts';
import { LicenseReader } from '#graph/user-licenses.ts';
import { userFromGraph } from '#graph/users.ts';
import { objectIdOf, type UserId } from '#users/ids.ts';
import { locationLetters } from '#users/usage-location.ts';
import { sendBatch, type BatchPart, type PartReply } from './graph-batch.ts';
import { errorText, type GraphWire } from './graph-call.ts';
import type { NoAnswer, Provider, ReadAnswer, Refused, SendAnswer, Sending } from './ports.ts';

/** What is read of a user to compare and to show. */
const FIELDS =
  'id,userPrincipalName,displayName,usageLocation,assignedLicenses,licenseAssignmentStates';

/** Throws for a user without an object id: no operation is made for one. */
function addressOf(user: UserId): string {
  const id = objectIdOf(user);
  if (id === null) throw new Error(`${user} has no object id`);
  return `/users/${encodeURIComponent(id)}`;
}

function partOf(sending: Sending): BatchPart {
  const address = addressOf(sending.userId);
  switch (sending.kind) {
    case 'licenses':
      return {
        method: 'POST',
        url: `${address}/assignLicense`,
        // both lists must be there, also empty
        body: { addLicenses: sending.add, removeLicenses: sending.remove },
      };
    case 'location':
      return {
        method: 'PATCH',
        url: address,
        body: { usageLocation: locationLetters(sending.location) },
      };
    default:
      return unreachable(sending);
  }
}

/** What a whole batch of like answers says: the person is signed out, or not allowed anything. */
function noneAllowed(replies: readonly (PartReply | null)[]): NoAnswer | null {
  const [first] = replies;
  if (!first || replies.some((reply) => reply?.status !== first.status)) return null;
  if (first.status === 401) return { kind: 'signIn' };
  return first.status === 403 ? { kind: 'noAccess', raw: errorText(first.body) } : null;
}

/** Who may see a user may not be allowed to change that one: a 403 to a change is about its user. */
const isWriting = (parts: readonly BatchPart[]): boolean =>
  parts.some(({ method }) => method !== 'GET');

function readAnswer(user: UserId, reply: PartReply | null, licenses: LicenseReader): ReadAnswer {
  if (reply?.status === 404) return { kind: 'gone' };
  if (reply?.status !== 200) return { kind: 'unread', retryAfter: reply?.retryAfter ?? null };
  const place = { file: 'users', path: '' };
  const read = userFromGraph(reply.body, place, licenses, () => undefined);
  // an answer without the licenses, or of somebody else, tells nothing
  if (!read.ok || read.value.licenses === null || read.value.objectId !== objectIdOf(user)) {
    return { kind: 'unread', retryAfter: null };
  }
  const { licenses: held, usageLocation: location, displayName, userPrincipalName } = read.value;
  const names = { names: { displayName: displayName ?? '', userPrincipalName } };
  return { kind: 'user', user: { userId: user, licenses: held, location, ...names } };
}

function reasonOf({ kind }: Refusal): Refused['reason'] {
  if (kind === 'count') return 'shortage';
  if (kind === 'usageLocationMissing') return 'location';
  if (kind === 'notOwnedByTenant') return 'notOwned';
  return kind === 'notAssignedToUser' ? 'notHeld' : 'other';
}

function sendAnswer(reply: PartReply | null): SendAnswer {
  if (reply === null || reply.status >= 500) return { kind: 'unclear' };
  const { status, requestId } = reply;
  if (status >= 200 && status < 300) return { kind: 'done' };
  if (status === 429) return { kind: 'throttled', retryAfter: reply.retryAfter };
  const raw = errorText(reply.body);
  const refusal = readRefusal(raw);
  if (refusal.kind === 'throttled') return { kind: 'throttled', retryAfter: reply.retryAfter };
  const isOfProduct = refusal.kind === 'count' || refusal.kind === 'notOwnedByTenant';
  const skuId = isOfProduct ? refusal.skuId : null;
  const reason = status === 403 ? 'forbidden' : reasonOf(refusal);
  return { kind: 'refused', raw, requestId, reason, skuId };
}

/** Microsoft Graph (or what speaks like it) for one customer. At most 20 users a call. */
export function graphProvider(wire: GraphWire): Provider {
  const ask = async (
    parts: readonly BatchPart[],
  ): Promise<Result<readonly (PartReply | null)[], NoAnswer>> => {
    const replies = await sendBatch(wire, parts);
    if (!replies.ok) return replies;
    const none = noneAllowed(replies.value);
    return none === null || (none.kind === 'noAccess' && isWriting(parts)) ? replies : fail(none);
  };
  return {
    async read(users) {
      const replies = await ask(
        users.map((user) => ({ method: 'GET', url: `${addressOf(user)}?$select=${FIELDS}` })),
      );
      if (!replies.ok) return replies;
      const licenses = new LicenseReader();
      return ok(users.map((user, i) => readAnswer(user, replies.value[i] ?? null, licenses)));
    },
    async send(sendings) {
      const replies = await ask(sendings.map(partOf));
      if (!replies.ok) return replies;
      return ok(sendings.map((_, i) => sendAnswer(replies.value[i] ?? null)));
    },
  };
}
