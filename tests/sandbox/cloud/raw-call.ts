import type { GraphWire } from '#sync/graph-call.ts';

/** An answer of the cloud, taken apart by nothing of ours. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Calls the cloud as anybody may, without the code that syncs. `path` is below the version. */
export async function rawCall(
  { base, fetch, tokens }: GraphWire,
  method: string,
  path: string,
  body?: unknown,
): Promise<RawAnswer> {
  const token = (await tokens.token()) ?? '';
  const reply = await fetch(
    new Request(`${base}${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  const text = await reply.text();
  return {
    status: reply.status,
    headers: Object.fromEntries(reply.headers),
    body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
  };
}

/** The error text of an answer that refused. */
export const wordsOf = ({ body }: RawAnswer): string =>
  (body['error'] as { readonly message: string }).message;
