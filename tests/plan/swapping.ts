/** Random customers in which swaps have much to do. */
import fc from 'fast-check';
import type { SkuId } from '#licenses/ids.ts';
import { LicenseSets } from '#licenses/license-sets.ts';
import { anySituation, anySwap, skus, type Situation } from './customers.ts';

const direct = { kind: 'direct' } as const;

/** What a swap meets most: everything held directly, with some service plans off, and all of it assignable. */
export const anySwapping: fc.Arbitrary<Situation> = fc
  .tuple(anySituation, fc.tuple(anySwap, anySwap))
  .map(([{ input, draft, ...more }, [one, other]]) => {
    const [a, b, c, d] = skus as readonly [SkuId, SkuId, SkuId, SkuId];
    const sets = new LicenseSets();
    const numbers = Array.from({ length: input.sets.size }, (_, number) =>
      sets.intern(
        input.sets.told(number).map(({ skuId, paths: [path] }) => ({
          skuId,
          paths: path
            ? [{ ...path, via: direct, state: 'Active', disabledPlans: path.disabledPlans ?? [] }]
            : [],
        })),
      ),
    );
    const renumbered = (column: Uint32Array): Uint32Array => column.map((set) => numbers[set]!);
    const { baseline, planned } = input.table.licenses;
    const licenses = { baseline: renumbered(baseline), planned: renumbered(planned) };
    const assignable = input.products.map((known) => ({
      ...known,
      appliesTo: 'User' as const,
      capabilityStatus: 'Enabled',
    }));
    return {
      ...more,
      input: { ...input, products: assignable, sets, table: { ...input.table, licenses } },
      draft: {
        ...draft,
        swaps: [
          { ...one, from: a, to: b },
          { ...other, from: c, to: d },
        ],
      },
    };
  });
