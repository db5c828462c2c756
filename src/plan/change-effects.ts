import type { SkuId } from '#licenses/ids.ts';
import type { LicenseSets } from '#licenses/license-sets.ts';
import { productMoves } from './difference.ts';
import { locationLetters } from '#users/usage-location.ts';
import type { Change } from './change.ts';
import { countingSwaps, type Swap } from './draft.ts';

/** A product, and for how many users something happened to it. */
export interface ProductEffect {
  readonly skuId: SkuId;
  readonly users: number;
}

/** What a Save planned, counted over its users: `before` against `after`. */
export interface ChangeEffects {
  /** Products of which another takes the place; they count neither as assigned nor as revoked. */
  readonly swapped: readonly { readonly from: SkuId; readonly to: SkuId; readonly users: number }[];
  readonly assigned: readonly ProductEffect[];
  readonly revoked: readonly ProductEffect[];
  /** Only the direct copy is revoked: groups keep the product. */
  readonly keptByGroup: readonly ProductEffect[];
  /** Products whose service plans are switched. */
  readonly switched: readonly ProductEffect[];
  /** Usage locations set, by their two letters. */
  readonly locations: readonly { readonly location: string; readonly users: number }[];
}

type ChangeColumns = Pick<Change, 'parts' | 'partOf' | 'before' | 'after'>;
type Counts<Key> = Map<Key, number>;

const add = <Key>(counts: Counts<Key>, key: Key, users: number): void =>
  void counts.set(key, (counts.get(key) ?? 0) + users);

/** License set numbers stay below it. */
const PAIR = 2 ** 26;

/** Users of one part by pair of set numbers, where the two differ; the key is before × `PAIR` + after. */
type Pairs = Counts<number>;

/** One entry per part of the change, empty for those whose users stay as they are. */
function countPairs({ parts, partOf, before, after }: ChangeColumns): Pairs[] {
  const pairs = parts.map((): Pairs => new Map());
  before.licenses.forEach((from, i) => {
    const to = after.licenses[i] ?? 0;
    const part = pairs[partOf[i] ?? 0];
    if (to !== from && part !== undefined) add(part, from * PAIR + to, 1);
  });
  return pairs;
}

const most = (counts: Counts<SkuId>): ProductEffect[] =>
  [...counts].map(([skuId, users]) => ({ skuId, users })).sort((a, b) => b.users - a.users);

/** Counts what a change planned: one walk over its columns, one look per distinct pair of license sets. */
export function effectsOf(change: ChangeColumns, sets: LicenseSets): ChangeEffects {
  const kinds = ['gained', 'lost', 'keptByGroup', 'switched'] as const;
  const counts = kinds.map((): Counts<SkuId> => new Map());
  const swaps = new Map<string, { from: SkuId; to: SkuId; users: number }>();
  const swap = ({ from, to }: Swap, users: number): void => {
    const known = swaps.get(`${from} ${to}`) ?? { from, to, users: 0 };
    swaps.set(`${from} ${to}`, { ...known, users: known.users + users });
  };
  countPairs(change).forEach((pairs, part) => {
    const wanted = countingSwaps(change.parts[part]?.swaps ?? []);
    for (const [pair, users] of pairs) {
      const difference = productMoves(sets.at(Math.floor(pair / PAIR)), sets.at(pair % PAIR));
      const done = wanted.filter(({ from }) => difference.lost.some(({ skuId }) => skuId === from));
      for (const one of done) swap(one, users);
      const named = new Set(done.flatMap(({ from, to }) => [from, to]));
      kinds.forEach((kind, i) => {
        const count = counts[i];
        for (const { skuId } of difference[kind])
          if (count !== undefined && !named.has(skuId)) add(count, skuId, users);
      });
    }
  });
  const [assigned, revoked, keptByGroup, switched] = counts.map(most);
  return {
    swapped: [...swaps.values()],
    assigned: assigned ?? [],
    revoked: revoked ?? [],
    keptByGroup: keptByGroup ?? [],
    switched: switched ?? [],
    locations: locationsOf(change),
  };
}

function locationsOf({ before, after }: ChangeColumns): ChangeEffects['locations'] {
  const locations: Counts<string> = new Map();
  before.locations.forEach((from, i) => {
    const to = after.locations[i] ?? 0;
    const letters = to === from ? null : locationLetters(to);
    if (letters !== null) add(locations, letters, 1);
  });
  return [...locations].map(([location, users]) => ({ location, users }));
}
