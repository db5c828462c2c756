import * as v from 'valibot';
import { fail, ok, type Result } from '#base/result.ts';
import { unreachable } from '#base/unreachable.ts';
import {
  callGraph,
  errorText,
  retryAfter,
  type CallOptions,
  type GraphWire,
} from './graph-call.ts';
import type { NoAnswer } from './ports.ts';

/** One request inside a `$batch`. */
export interface BatchPart {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Relative to the version, with a slash before it. */
  readonly url: string;
  readonly body?: unknown;
}

/** The answer to one of them; null where the batch said nothing about it. */
export interface PartReply {
  readonly status: number;
  readonly retryAfter: number | null;
  readonly requestId: string | null;
  readonly body: unknown;
}

const wireReplies = v.object({ responses: v.array(v.unknown()) });

const wireReply = v.object({
  id: v.string(),
  status: v.number(),
  headers: v.nullish(v.record(v.string(), v.string())),
  body: v.optional(v.unknown()),
});
type WireReply = v.InferOutput<typeof wireReply>;

function headerOf(
  headers: Readonly<Record<string, string>> | null | undefined,
  name: string,
): string | null {
  const found = Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name);
  return found?.[1] ?? null;
}

const innerError = v.object({ 'request-id': v.string() });
const wireInner = v.object({
  error: v.union([v.object({ innerError }), v.object({ innererror: innerError })]),
});

/**
 * The id of the request for Microsoft's support: in the part's headers, or in the error's body, whose name for it
 * Microsoft writes in two ways ("Microsoft Graph error responses and resource types").
 */
function requestIdOf(headers: Readonly<Record<string, string>> | null | undefined, body: unknown) {
  const inHeader = headerOf(headers, 'request-id');
  if (inHeader !== null) return inHeader;
  const found = v.safeParse(wireInner, body);
  if (!found.success) return null;
  const { error } = found.output;
  return ('innerError' in error ? error.innerError : error.innererror)['request-id'];
}

type Replies = readonly (PartReply | null)[];

function partReply({ status, headers, body }: WireReply): PartReply {
  return {
    status,
    retryAfter: retryAfter(headerOf(headers, 'retry-after')),
    requestId: requestIdOf(headers, body),
    body: body ?? null,
  };
}

/** What a part is told where the batch that it was in was not answered as a whole; null: nothing is known of it. */
function replyOf(none: NoAnswer): PartReply | null {
  const said = (status: number, message = '', wait: number | null = null): PartReply => ({
    status,
    retryAfter: wait,
    requestId: null,
    body: { error: { message } },
  });
  switch (none.kind) {
    case 'unclear':
      return null;
    case 'signIn':
      return said(401);
    case 'noAccess':
      return said(403, none.raw);
    case 'throttled':
      return said(429, '', none.retryAfter);
    case 'notSent':
      // as what Graph says of a part that it did not begin
      return said(424);
    case 'refused':
      return said(none.status, none.raw);
    default:
      return unreachable(none);
  }
}

async function sendOnce(
  wire: GraphWire,
  parts: readonly BatchPart[],
  options: CallOptions,
): Promise<Result<Replies, NoAnswer>> {
  const requests = parts.map(({ method, url, body }, i) => ({
    id: String(i),
    method,
    url,
    ...(body === undefined ? {} : { body, headers: { 'Content-Type': 'application/json' } }),
  }));
  const reply = await callGraph(wire, 'POST', '$batch', { ...options, body: { requests } });
  if (!reply.ok) return reply;
  const { status, body } = reply.value;
  if (status >= 300) return fail({ kind: 'refused', status, raw: errorText(body) });
  const read = v.safeParse(wireReplies, body);
  if (!read.success) return fail({ kind: 'unclear' });
  // one that cannot be read says nothing of the others
  const readable = read.output.responses.filter((one) => v.is(wireReply, one));
  const byId = new Map(readable.map((one) => [one.id, one]));
  return ok(
    parts.map((_, i) => {
      const found = byId.get(String(i));
      return found === undefined ? null : partReply(found);
    }),
  );
}

/**
 * Finds whom a batch was refused for: nothing of it was done, so its halves are sent. `refused` where
 * none of its requests is taken, also alone.
 */
async function sendHalves(
  wire: GraphWire,
  parts: readonly BatchPart[],
  options: CallOptions,
): Promise<{ readonly replies: Replies; readonly refused: NoAnswer | null }> {
  const middle = Math.ceil(parts.length / 2);
  const replies: (PartReply | null)[] = [];
  const refusals: (NoAnswer | null)[] = [];
  for (const half of [parts.slice(0, middle), parts.slice(middle)]) {
    const answer = await sendOnce(wire, half, options);
    if (answer.ok) {
      replies.push(...answer.value);
      refusals.push(null);
    } else if (answer.error.kind === 'refused' && half.length > 1) {
      const inner = await sendHalves(wire, half, options);
      replies.push(...inner.replies);
      refusals.push(inner.refused);
    } else {
      const { error } = answer;
      replies.push(...half.map(() => replyOf(error)));
      refusals.push(error.kind === 'refused' ? error : null);
    }
  }
  const [first = null] = refusals;
  return { replies, refused: refusals.includes(null) ? null : first };
}

/** Sends again, with a renewed token, those of the requests that were told that theirs is not valid. */
async function renewed(
  wire: GraphWire,
  parts: readonly BatchPart[],
  replies: Replies,
  options: CallOptions,
): Promise<Replies> {
  const expired = [...parts.keys()].filter((i) => replies[i]?.status === 401);
  if (expired.length === 0) return replies;
  const again = expired.flatMap((i) => parts[i] ?? []);
  const answer = await sendOnce(wire, again, { ...options, isRefused: true });
  const last = [...replies];
  expired.forEach((i, n) => {
    last[i] = answer.ok ? (answer.value[n] ?? null) : replyOf(answer.error);
  });
  return last;
}

/**
 * Sends up to 20 requests as one (`$batch`). Inside it every answer's `Retry-After` can be read, which a
 * browser does not show of single answers. Answers come in any order and are put into that of the parts.
 * A batch that is not taken because of one of its requests is sent without it.
 */
export async function sendBatch(
  wire: GraphWire,
  parts: readonly BatchPart[],
  options: CallOptions = {},
): Promise<Result<Replies, NoAnswer>> {
  const answer = await sendOnce(wire, parts, options);
  if (answer.ok) return ok(await renewed(wire, parts, answer.value, options));
  if (answer.error.kind !== 'refused') return answer;
  if (parts.length === 1) return ok([replyOf(answer.error)]);
  const { replies, refused } = await sendHalves(wire, parts, options);
  return refused === null ? ok(replies) : fail(refused);
}
