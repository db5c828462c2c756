import type { SkuId } from '#licenses/ids.ts';
import { productName, type IssueNames } from '#messages/issue-text.ts';
import type { Messages } from '#messages/messages.ts';
import type { ChangeEffects } from '#plan/effects.ts';

/** What a Save planned, in words, a line each: `Assign Visio Plan 2 to 40 users`. */
export function effectLines(
  { history }: Messages,
  effects: ChangeEffects,
  names: IssueNames,
  country: (letters: string) => string,
): string[] {
  const { effect } = history;
  const kinds = ['assigned', 'revoked', 'keptByGroup', 'switched'] as const;
  const name = (sku: SkuId): string => productName(names, sku);
  return [
    ...effects.swapped.map(({ from, to, users }) => effect.swapped(name(from), name(to), users)),
    ...kinds.flatMap((kind) =>
      effects[kind].map(({ skuId, users }) => effect[kind](name(skuId), users)),
    ),
    ...effects.locations.map(({ location, users }) => effect.location(country(location), users)),
  ];
}
