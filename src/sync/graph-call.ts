import * as v from 'valibot';
import { fail, ok, type Result } from '#base/result.ts';
import { eachText } from './body-text.ts';
import type { NoAnswer } from './ports.ts';

/**
 * What asks for tokens; null: a person has to sign in first. Rejects when nobody could be asked. Asked
 * for every call, kept nowhere. `isRefused`: the one of before was not taken, a new one is needed.
 */
export interface TokenSource {
  token(isRefused?: boolean): Promise<string | null>;
}

/** The wire to Microsoft Graph for one tenant. */
export interface GraphWire {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly tokens: TokenSource;
  /** Ends with a slash: `https://graph.microsoft.com/v1.0/`. */
  readonly base: string;
  /** In ms. */
  readonly timeout: number;
}

/** What came back: the status and the parsed body (null where there was none). */
export interface GraphReply {
  readonly status: number;
  readonly body: unknown;
}

/** `Retry-After` in ms: seconds, also broken ones; null where there is none or it cannot be read. */
export function retryAfter(text: string | null | undefined): number | null {
  const seconds = Number.parseFloat(text ?? '');
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : null;
}

/** The sentence in an error answer of Graph; the whole answer where it has none. */
export function errorText(body: unknown): string {
  if (typeof body === 'object' && body !== null && 'error' in body) {
    const { error } = body;
    if (typeof error === 'object' && error !== null && 'message' in error) {
      return String(error.message);
    }
  }
  return typeof body === 'string' ? body : JSON.stringify(body);
}

/** The word in an error answer of Graph; null where it has none. */
export function errorCode(body: unknown): string | null {
  const read = v.safeParse(v.object({ error: v.object({ code: v.string() }) }), body);
  return read.success && read.output.error.code !== '' ? read.output.error.code : null;
}

/** Answers by which nothing was done, and after which the same may be asked again. */
export const isPassing = (status: number): boolean =>
  [408, 409, 412, 423, 424, 429].includes(status);

/** Makes a value of an answer's texts as they come; `value` throws where together they are no JSON. */
export interface AnswerReader {
  readonly push: (text: string) => void;
  /** Null where there was no text. */
  readonly value: () => unknown;
}

function parsedAnswer(): AnswerReader {
  let all = '';
  return {
    push: (text) => void (all += text),
    value: () => (all === '' ? null : (JSON.parse(all) as unknown)),
  };
}

/** What one call may need beside its address. */
export interface CallOptions {
  readonly body?: unknown;
  /** Asked at the last moment before it leaves. */
  readonly mayLeave?: () => boolean;
  /** Asked shortly before, once the token is there. */
  readonly isStillAsked?: () => Promise<boolean>;
  /** The token of before was refused. */
  readonly isRefused?: boolean;
  /** Reads the answer; without it all of it is parsed. Each time it is asked another is made. */
  readonly reader?: (() => AnswerReader) | undefined;
}

/**
 * One call. What cannot have an effect is told apart from what may have one: no token, 401, 403 and 429
 * are answers before anything was done; no answer in time, a broken line and a fault of the server are
 * unclear. A token that is refused is renewed once. Everything else is the caller's to read.
 */
export async function callGraph(
  wire: GraphWire,
  method: 'GET' | 'POST',
  path: string,
  options: CallOptions = {},
): Promise<Result<GraphReply, NoAnswer>> {
  const reply = await callOnce(wire, method, path, options);
  const isRefused = !reply.ok && reply.error.kind === 'tokenRefused';
  const last =
    isRefused && options.isRefused !== true
      ? await callOnce(wire, method, path, { ...options, isRefused: true })
      : reply;
  if (last.ok) return last;
  return fail(last.error.kind === 'tokenRefused' ? { kind: 'signIn' } : last.error);
}

async function callOnce(
  { fetch, tokens, base, timeout }: GraphWire,
  method: 'GET' | 'POST',
  path: string,
  {
    body = null,
    mayLeave = () => true,
    isStillAsked,
    isRefused = false,
    reader = parsedAnswer,
  }: CallOptions,
): Promise<Result<GraphReply, NoAnswer | { readonly kind: 'tokenRefused' }>> {
  const token = await tokens.token(isRefused).catch(() => undefined);
  if (token === undefined) return fail({ kind: 'notSent' });
  if (token === null) return fail({ kind: 'signIn' });
  // a person may have stopped it, or put a backup in its place, while the token came
  if (isStillAsked !== undefined && !(await isStillAsked())) return fail({ kind: 'notSent' });
  const headers = new Headers({ Authorization: `Bearer ${token}`, Accept: 'application/json' });
  if (body !== null) headers.set('Content-Type', 'application/json');
  const request = new Request(new URL(path, base), {
    method,
    headers,
    signal: AbortSignal.timeout(timeout),
    cache: 'no-store',
    body: body === null ? null : JSON.stringify(body),
  });
  // and a window may have slept: nothing may be waited for from here to `fetch`
  if (!mayLeave()) return fail({ kind: 'notSent' });
  try {
    const response = await fetch(request);
    const { status } = response;
    if (status === 401) return fail({ kind: 'tokenRefused' });
    if (status === 429 || (method === 'POST' && isPassing(status))) {
      return fail({
        kind: 'throttled',
        retryAfter: retryAfter(response.headers.get('Retry-After')),
      });
    }
    if (status >= 500) return fail({ kind: 'unclear' });
    const read = reader();
    await eachText(response, read.push);
    const parsed = read.value();
    if (status === 403) return fail({ kind: 'noAccess', raw: errorText(parsed) });
    return ok({ status, body: parsed });
  } catch {
    // aborted, cut off, or no JSON: it may have had its effect
    return fail({ kind: 'unclear' });
  }
}
