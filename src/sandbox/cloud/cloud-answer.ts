/** An answer before it is put on the wire. */
export interface CloudAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export const answer = (status: number, body: unknown): CloudAnswer => ({
  status,
  body,
  headers: { 'Content-Type': 'application/json' },
});

export const noContent: CloudAnswer = { status: 204, headers: {}, body: null };

/** An error as Graph words it, with an id of the request of its own. */
export const refusal = (status: number, code: string, message: string): CloudAnswer =>
  answer(status, {
    error: { code, message, innerError: { 'request-id': crypto.randomUUID() } },
  });

export const notFound = (what: string): CloudAnswer =>
  refusal(
    404,
    'Request_ResourceNotFound',
    `Resource '${what}' does not exist or one of its queried reference-property objects are not present.`,
  );

/** Other changes of the same customer are made at this moment. */
export const contested = (): CloudAnswer =>
  refusal(
    409,
    'Directory_ConcurrencyViolation',
    'Error due to concurrent requests being made to the tenant. Please wait briefly and retry.',
  );

/** "Too many requests", with the seconds to wait. */
export const throttled = (seconds: number): CloudAnswer => ({
  ...refusal(429, 'TooManyRequests', `Rate limit is exceeded. Try again in ${seconds} seconds.`),
  headers: { 'Content-Type': 'application/json', 'Retry-After': String(seconds) },
});
