import { unreachable } from '#base/unreachable.ts';
import type { Messages } from '#messages/messages.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { Draft, ProductAction, ServicePlanAction } from '#plan/draft.ts';
import type { FillSource } from './fill.svelte.ts';

/** From what the ticks were filled in. */
export function filledTitle(m: Messages, source: FillSource): string {
  const text = m.fill.done;
  switch (source.kind) {
    case 'everything':
      return text.everything;
    case 'user':
      return text.user(source.name);
    case 'preset':
      return text.preset(source.name);
    default:
      return unreachable(source);
  }
}

/** What a draft is said with: the language, the order and names of products, the names of countries. */
export interface DraftWords {
  readonly m: Messages;
  readonly skus: readonly SkuId[];
  readonly product: (id: SkuId) => string;
  readonly country: (letters: string) => string;
}

function switchesIn({ products, swaps }: Draft): (ServicePlanAction | undefined)[] {
  const ticked = products.filter(({ action }) => action !== 'revoke');
  return [
    ...ticked.flatMap(({ servicePlans }) => Object.values(servicePlans)),
    ...swaps.flatMap(({ decided }) => Object.values(decided)),
  ];
}

/** What a draft ticks, a line for each kind of tick. */
export function filledWords(draft: Draft, { m, skus, product, country }: DraftWords): string[] {
  const text = m.fill.done;
  const named = (action: ProductAction): string[] =>
    draft.products
      .filter((one) => one.action === action)
      .map(({ skuId }) => skuId)
      .sort((a, b) => skus.indexOf(a) - skus.indexOf(b))
      .map(product);
  const [assigned, revoked] = [named('assign'), named('revoke')];
  const list = (names: readonly string[]): string => names.join(m.words.listSeparator);

  const lines: string[] = [];
  if (assigned.length > 0) lines.push(text.assigns(assigned.length, list(assigned)));
  if (revoked.length > 0) lines.push(text.revokes(revoked.length, list(revoked)));
  for (const { from, to } of draft.swaps) lines.push(text.swap(product(from), product(to)));
  const switched = switchesIn(draft);
  const on = switched.filter((to) => to === 'on').length;
  if (switched.length > 0) lines.push(text.switches(on, switched.length - on));
  if (draft.usageLocation !== null)
    lines.push(m.manage.location.chosen(country(draft.usageLocation)));
  return lines;
}
