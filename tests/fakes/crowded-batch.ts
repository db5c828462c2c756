interface Part {
  readonly id: string;
}

/** A `$batch` of which some parts are told to come again: nothing of these is done. */
export interface CrowdedBatch {
  /** What is left of it for the cloud. */
  readonly body: string;
  /** The cloud's answer to that, with those parts in it. */
  readonly answer: (reply: Response) => Promise<Response>;
}

/** The first part of a batch and every third after it meet "too many requests"; null where it is no batch. */
export function crowdedBatch(path: string, body: string): CrowdedBatch | null {
  if (!path.endsWith('/$batch')) return null;
  const { requests } = JSON.parse(body) as { readonly requests: readonly Part[] };
  const later = requests.filter((_, i) => i % 3 === 0);
  return {
    body: JSON.stringify({ requests: requests.filter((part) => !later.includes(part)) }),
    async answer(reply) {
      const { responses } = (await reply.json()) as { readonly responses: readonly Part[] };
      const told = later.map(({ id }) => ({
        ...{ id, status: 429, headers: { 'Retry-After': '1' } },
        body: { error: { code: 'TooManyRequests', message: 'Too many requests' } },
      }));
      return Response.json({ responses: [...responses, ...told] });
    },
  };
}
