import * as v from 'valibot';
import { fail, ok, type Result } from '#base/result.ts';
import { callGraph, retryAfter, type GraphWire } from './graph-call.ts';
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

const wireReplies = v.object({
  responses: v.array(
    v.object({
      id: v.string(),
      status: v.number(),
      headers: v.nullish(v.record(v.string(), v.string())),
      body: v.optional(v.unknown()),
    }),
  ),
});

function headerOf(
  headers: Readonly<Record<string, string>> | null | undefined,
  name: string,
): string | null {
  const found = Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name);
  return found?.[1] ?? null;
}

/** The id of the request for Microsoft's support: in the part's headers, or in the error's body. */
function requestIdOf(headers: Readonly<Record<string, string>> | null | undefined, body: unknown) {
  const inHeader = headerOf(headers, 'request-id');
  if (inHeader !== null) return inHeader;
  const found = v.safeParse(
    v.object({ error: v.object({ innerError: v.object({ 'request-id': v.string() }) }) }),
    body,
  );
  return found.success ? found.output.error.innerError['request-id'] : null;
}

/**
 * Sends up to 20 requests as one (`$batch`). Inside it every answer's `Retry-After` can be read, which a
 * browser does not show of single answers. Answers come in any order and are put into that of the parts.
 */
export async function sendBatch(
  wire: GraphWire,
  parts: readonly BatchPart[],
): Promise<Result<readonly (PartReply | null)[], NoAnswer>> {
  const requests = parts.map(({ method, url, body }, i) => ({
    id: String(i),
    method,
    url,
    ...(body === undefined ? {} : { body, headers: { 'Content-Type': 'application/json' } }),
  }));
  const reply = await callGraph(wire, 'POST', '$batch', { requests });
  if (!reply.ok) return reply;
  const read = v.safeParse(wireReplies, reply.value.body);
  if (!read.success) return fail({ kind: 'unclear' });
  const byId = new Map(read.output.responses.map((one) => [one.id, one]));
  return ok(
    parts.map((_, i) => {
      const found = byId.get(String(i));
      if (found === undefined) return null;
      const { status, headers, body } = found;
      return {
        status,
        retryAfter: retryAfter(headerOf(headers, 'retry-after')),
        requestId: requestIdOf(headers, body),
        body: body ?? null,
      };
    }),
  );
}
