import type { SkuId } from '#licenses/ids.ts';
import { productName, type IssueNames } from './issue-text.ts';
import type { Messages } from './messages.ts';

interface ProductUsers {
  readonly skuId: SkuId;
  readonly users: number;
}

/** For how many users a Save planned what. */
export interface CountedEffects {
  readonly swapped: readonly { readonly from: SkuId; readonly to: SkuId; readonly users: number }[];
  readonly assigned: readonly ProductUsers[];
  readonly revoked: readonly ProductUsers[];
  readonly keptByGroup: readonly ProductUsers[];
  readonly switched: readonly ProductUsers[];
  readonly locations: readonly { readonly location: string; readonly users: number }[];
}

/** What a Save planned, in words, a line each: `Assign Visio Plan 2 to 40 users`. */
export function effectLines(
  { history }: Pick<Messages, 'history'>,
  effects: CountedEffects,
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
