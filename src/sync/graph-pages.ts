import { ok, type Result } from '#base/result.ts';
import { isJsonObject } from '#graph/graph-page.ts';
import type { GraphGet, ReadFailure } from './graph-get.ts';

const textIn = (body: unknown, name: string): string | null => {
  const found = isJsonObject(body) ? body[name] : undefined;
  return typeof found === 'string' ? found : null;
};

/**
 * Reads all pages from `address` on, following the whole `@odata.nextLink` each time, and hands every
 * one to `take`. Gives the `@odata.deltaLink` of the last page, null when it has none.
 */
export async function readPages(
  get: GraphGet,
  address: string,
  take: (body: unknown) => Result<void, ReadFailure> | Promise<Result<void, ReadFailure>>,
): Promise<Result<string | null, ReadFailure>> {
  for (let next = address; ;) {
    const body = await get.json(next);
    if (!body.ok) return body;
    const taken = await take(body.value);
    if (!taken.ok) return taken;
    const more = textIn(body.value, '@odata.nextLink');
    if (more === null) return ok(textIn(body.value, '@odata.deltaLink'));
    next = more;
  }
}
