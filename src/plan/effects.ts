import type { SkuId } from '#licenses/ids.ts';
import type { LicenseSets } from '#licenses/license-sets.ts';
import { differenceOf, type SetDifference } from '#licenses/set-difference.ts';
import { locationLetters } from '#users/usage-location.ts';
import type { Change } from './change.ts';

/** A product, and for how many users something happened to it. */
export interface ProductEffect {
  readonly skuId: SkuId;
  readonly users: number;
}

/** What a Save planned, counted over its users: `before` against `after`. */
export interface ChangeEffects {
  readonly assigned: readonly ProductEffect[];
  readonly revoked: readonly ProductEffect[];
  /** Only the direct copy is revoked: groups keep the product. */
  readonly keptByGroup: readonly ProductEffect[];
  /** Products whose service plans are switched. */
  readonly switched: readonly ProductEffect[];
  /** Usage locations set, by their two letters. */
  readonly locations: readonly { readonly location: string; readonly users: number }[];
}

type Counts<Key> = Map<Key, number>;

const add = <Key>(counts: Counts<Key>, key: Key, users: number): void =>
  void counts.set(key, (counts.get(key) ?? 0) + users);

/** License set numbers stay below it. */
const PAIR = 2 ** 26;

/** Users by pair of set numbers, where the two differ; the key is before × `PAIR` + after. */
function countPairs(before: Uint32Array, after: Uint32Array): Counts<number> {
  const pairs: Counts<number> = new Map();
  before.forEach((from, i) => {
    const to = after[i] ?? 0;
    if (to !== from) add(pairs, from * PAIR + to, 1);
  });
  return pairs;
}

const most = (counts: Counts<SkuId>): ProductEffect[] =>
  [...counts].map(([skuId, users]) => ({ skuId, users })).sort((a, b) => b.users - a.users);

/** Counts what a change planned: one walk over its columns, one look per distinct pair of license sets. */
export function effectsOf(
  { before, after }: Pick<Change, 'before' | 'after'>,
  sets: LicenseSets,
): ChangeEffects {
  const counts: Record<keyof SetDifference, Counts<SkuId>> = {
    gained: new Map(),
    lost: new Map(),
    keptByGroup: new Map(),
    switched: new Map(),
  };
  for (const [pair, users] of countPairs(before.licenses, after.licenses)) {
    const difference = differenceOf(sets.at(Math.floor(pair / PAIR)), sets.at(pair % PAIR));
    for (const kind of ['gained', 'lost', 'keptByGroup', 'switched'] as const)
      for (const { skuId } of difference[kind]) add(counts[kind], skuId, users);
  }
  const locations: Counts<string> = new Map();
  before.locations.forEach((from, i) => {
    const to = after.locations[i] ?? 0;
    const letters = to === from ? null : locationLetters(to);
    if (letters !== null) add(locations, letters, 1);
  });
  return {
    assigned: most(counts.gained),
    revoked: most(counts.lost),
    keptByGroup: most(counts.keptByGroup),
    switched: most(counts.switched),
    locations: [...locations].map(([location, users]) => ({ location, users })),
  };
}
