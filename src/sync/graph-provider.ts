import { fail, ok, type Result } from '#base/result.ts';
import { unreachable } from '#base/unreachable.ts';
import { readRefusal, type Refusal } from '#graph/refusal.ts';
import { LicenseReader } from '#graph/user-licenses.ts';
import { userFromGraph } from '#graph/users.ts';
import { objectIdOf, type UserId } from '#users/ids.ts';
import { locationLetters } from '#users/usage-location.ts';
import { sendBatch, type BatchPart, type PartReply } from './graph-batch.ts';
import { errorCode, errorText, isPassing, type CallOptions, type GraphWire } from './graph-call.ts';
import type {
  NoAnswer,
  Provider,
  ReadAnswer,
  Refused,
  Said,
  SendAnswer,
  Sending,
} from './ports.ts';

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

/** Asks for anybody, so that a 403 about some can be told from one about all. */
const ANYBODY: BatchPart = { method: 'GET', url: '/users?$top=1&$select=id' };

/** Why nobody may be read now, as far as is known; null when somebody may. */
async function nobodyReadable(wire: GraphWire): Promise<NoAnswer | null> {
  const replies = await sendBatch(wire, [ANYBODY]);
  if (!replies.ok) return replies.error;
  const reply = replies.value[0] ?? null;
  switch (reply?.status) {
    case 200:
      return null;
    case 401:
      return { kind: 'signIn' };
    case 403:
      return { kind: 'noAccess', raw: errorText(reply.body) };
    case 429:
      return { kind: 'throttled', retryAfter: reply.retryAfter };
    default:
      return { kind: 'unclear' };
  }
}

const saidIn = ({ body, requestId }: PartReply): Said => ({
  raw: errorText(body),
  code: errorCode(body),
  requestId,
});

function readAnswer(user: UserId, reply: PartReply | null, licenses: LicenseReader): ReadAnswer {
  if (reply?.status === 404) return { kind: 'gone' };
  if (reply?.status === 403) return { kind: 'forbidden', ...saidIn(reply) };
  if (reply?.status === 400) return { kind: 'refused', ...saidIn(reply) };
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

function reasonOf(status: number, { kind }: Refusal): Refused['reason'] {
  if (status === 403) return 'forbidden';
  if (status === 404) return 'notFound';
  if (kind === 'count') return 'shortage';
  if (kind === 'usageLocationMissing') return 'location';
  if (kind === 'notOwnedByTenant') return 'notOwned';
  return kind === 'notAssignedToUser' ? 'notHeld' : 'other';
}

/** Faults of the server by which it ended the request; behind a gateway's (502, 504) it may go on. */
const ENDING_FAULTS: readonly number[] = [500, 501, 503, 507];

function sendAnswer(reply: PartReply | null): SendAnswer {
  if (reply === null) return { kind: 'unclear' };
  const { status, retryAfter } = reply;
  if (ENDING_FAULTS.includes(status)) return { kind: 'unclear', answered: { retryAfter } };
  if (status >= 500) return { kind: 'unclear' };
  if (status >= 200 && status < 300) return { kind: 'done' };
  if (status === 401) return { kind: 'signIn' };
  const said = saidIn(reply);
  const refusal = readRefusal(said.raw);
  if (status === 429 || refusal.kind === 'throttled') return { kind: 'throttled', retryAfter };
  const isContested = status === 409 || status === 412 || refusal.kind === 'concurrency';
  if (isContested || isPassing(status)) return { kind: 'busy', retryAfter, isContested, ...said };
  const isOfProduct = refusal.kind === 'count' || refusal.kind === 'notOwnedByTenant';
  const skuId = isOfProduct ? refusal.skuId : null;
  return { kind: 'refused', ...said, reason: reasonOf(status, refusal), skuId };
}

/** Microsoft Graph (or what speaks like it) for one customer. At most 20 users a call. */
export function graphProvider(wire: GraphWire): Provider {
  const ask = async (
    parts: readonly BatchPart[],
    options: CallOptions = {},
  ): Promise<Result<readonly (PartReply | null)[], NoAnswer>> => {
    const replies = await sendBatch(wire, parts, options);
    if (!replies.ok) return replies;
    // a 403 is about its user: who may see one may not be allowed to change that one
    const isSignedOut = replies.value.every((reply) => reply?.status === 401) && parts.length > 0;
    return isSignedOut ? fail({ kind: 'signIn' }) : replies;
  };
  return {
    async read(users) {
      const replies = await ask(
        users.map((user) => ({ method: 'GET', url: `${addressOf(user)}?$select=${FIELDS}` })),
      );
      if (!replies.ok) return replies;
      const licenses = new LicenseReader();
      const answers = users.map((user, i) => readAnswer(user, replies.value[i] ?? null, licenses));
      const isForbidden = answers.some(({ kind }) => kind === 'forbidden');
      const isAnyRead = answers.some(({ kind }) => kind === 'user');
      const none = isForbidden && !isAnyRead ? await nobodyReadable(wire) : null;
      return none === null ? ok(answers) : fail(none);
    },
    async send(sendings, mayLeave, isStillAsked = () => Promise.resolve(true)) {
      const replies = await ask(sendings.map(partOf), { mayLeave, isStillAsked });
      if (!replies.ok) return replies;
      return ok(sendings.map((_, i) => sendAnswer(replies.value[i] ?? null)));
    },
  };
}
