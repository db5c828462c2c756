import * as v from 'valibot';

/**
 * The statuses that Microsoft publishes for an error, and 424 for a part of a batch ("Microsoft Graph error
 * responses and resource types" and "Combine multiple HTTP requests using JSON batching", microsoft-graph-docs, as
 * read in November 2026). Others come from what stands before Graph, of whose answers nothing is published.
 */
const STATUSES = [
  ...[400, 401, 402, 403, 404, 405, 406, 409, 410, 411, 412, 413, 415, 416, 422, 423, 424, 429],
  ...[500, 501, 503, 504, 507, 509],
];

const optionalText = v.optional(v.nullable(v.string()));

/** That page says it may hold another one, with a code of its own; the names are those of `ODataErrors.InnerError`. */
const inner: v.GenericSchema = v.strictObject({
  ...{ '@odata.type': optionalText, code: optionalText },
  ...{ 'request-id': optionalText, 'client-request-id': optionalText },
  date: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/)))),
  innerError: v.optional(v.lazy(() => inner)),
});

/** `microsoft.graph.ODataErrors.MainError` of the published OpenAPI, as the client libraries have it. */
const wireError = v.strictObject({
  error: v.strictObject({
    // printed as '' in an example of Microsoft's
    code: v.string(),
    message: v.string(),
    target: optionalText,
    details: v.optional(
      v.array(v.strictObject({ code: v.string(), message: v.string(), target: optionalText })),
    ),
    // the page writes the one in its table, the other in its example
    ...{ innerError: v.optional(inner), innererror: v.optional(inner) },
  }),
});

/** In what an answer with this status is no error as Microsoft publishes them; nothing where it is. */
export function errorFaults(status: number, body: unknown): string[] {
  if (!STATUSES.includes(status)) return [];
  const read = v.safeParse(wireError, body);
  return (read.issues ?? []).map(
    (issue) => `${status} ${v.getDotPath(issue) ?? ''}: ${issue.message}`,
  );
}

/** An error as Graph words one. */
export const errorBody = (code = 'UnknownError', message = '') => ({
  error: { code, message, innerError: { 'request-id': 'r1', date: '2026-11-30T09:00:00' } },
});

/** The answer, with a body where it is an error that lacks one. Throws where Graph has no such error. */
export function asPublished<A extends { readonly status: number; readonly body?: unknown }>(
  answer: A,
): A & { readonly body?: unknown } {
  const isBare = STATUSES.includes(answer.status) && (answer.body ?? null) === null;
  const told = isBare ? { ...answer, body: errorBody() } : answer;
  const faults = errorFaults(told.status, told.body);
  if (faults.length > 0) throw new Error(`Graph has no such error: ${faults.join('; ')}`);
  return told;
}
