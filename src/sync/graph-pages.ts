import { ok, type Result } from '#base/result.ts';
import { isJsonObject } from '#graph/graph-page.ts';
import type { GraphGet, Question, ReadFailure } from './graph-get.ts';

const textIn = (body: unknown, name: string): string | null => {
  const found = isJsonObject(body) ? body[name] : undefined;
  return typeof found === 'string' ? found : null;
};

/**
 * Reads all pages from `address` on, following the whole `@odata.nextLink` each time, and hands every
 * one, as the reader of `options` gives it, to `take`. The next one is on its way meanwhile: most of the time
 * goes by waiting for answers.
 * Gives the `@odata.deltaLink` of the last page, null when it has none.
 */
export async function readPages(
  get: GraphGet,
  address: string,
  take: (body: unknown) => Result<void, ReadFailure> | Promise<Result<void, ReadFailure>>,
  options: Question['options'] = {},
): Promise<Result<string | null, ReadFailure>> {
  let page = get.begin(address, options);
  for (;;) {
    const body = await get.json(page);
    if (!body.ok) return body;
    const more = textIn(body.value, '@odata.nextLink');
    const next = more === null ? null : get.begin(more, options);
    const taken = await take(body.value);
    if (!taken.ok) return taken;
    if (next === null) return ok(textIn(body.value, '@odata.deltaLink'));
    page = next;
  }
}
