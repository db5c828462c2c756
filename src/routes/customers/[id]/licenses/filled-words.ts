import type { Messages } from '#messages/messages.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { Draft, ProductAction } from '#plan/draft.ts';
import type { FillSource } from './fill.svelte.ts';

/** From what the ticks were filled in. */
export const filledTitle = (m: Messages, source: FillSource): string => m.fill.done[source.kind];

/** What a draft ticks, a line for each kind of tick; products in the order of `skus`. */
export function filledWords(
  m: Messages,
  draft: Draft,
  skus: readonly SkuId[],
  nameOf: (id: SkuId) => string,
): string[] {
  const text = m.fill.done;
  const lines: string[] = [];
  const named = (action: ProductAction): string[] =>
    draft.products
      .filter((one) => one.action === action)
      .map(({ skuId }) => skuId)
      .sort((a, b) => skus.indexOf(a) - skus.indexOf(b))
      .map(nameOf);
  const revoked = named('revoke');
  if (revoked.length > 0)
    lines.push(text.revokes(revoked.length, revoked.join(m.words.listSeparator)));
  return lines;
}
