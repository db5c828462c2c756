import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { steady } from '../../src/base/pace.ts';
import { longListTable, wideListTable, type ListedUser } from '../../src/csv/assignment-export.ts';
import { checkList } from '../../src/csv/check-list.ts';
import type { ListMode } from '../../src/csv/list-mode.ts';
import { listDrafts } from '../../src/csv/list-drafts.ts';
import { listedProducts, nameInList } from '../../src/csv/listed-products.ts';
import { writeCsv, type CsvTable } from '../../src/csv/write-csv.ts';
import { catalog } from '../../src/licenses/catalog.ts';
import { groupId, namedSkuId } from '../../src/licenses/ids.ts';
import { canonicalSet, type LicenseSet, type Path } from '../../src/licenses/license-set.ts';
import { LicenseSets } from '../../src/licenses/license-sets.ts';
import type { Product } from '../../src/licenses/product.ts';
import { applyDraft } from '../../src/plan/apply-draft.ts';
import { ProductIndex } from '../../src/rules/product-index.ts';
import { perText } from '../../src/users/user-table.ts';
import { userGuid } from '../graph/guids.ts';
import { languages } from '../messages/texts.ts';
import { DIRECTORY, E3, EXCHANGE, listIn, lookup, owned, PROJECT, TEAMS } from './list-world.ts';

const anyPath = (plans: Path['disabledPlans'] & object): fc.Arbitrary<Path> =>
  fc.record({
    via: fc.constantFrom(
      { kind: 'direct' } as const,
      { kind: 'unknown' } as const,
      { kind: 'group', groupId: groupId('g') } as const,
    ),
    disabledPlans: fc.option(fc.subarray([...plans])),
    state: fc.constant(null),
    error: fc.constant(null),
  });

/** Held products: the customer's own, one that it does not have, one that only a file named. */
const anySet: fc.Arbitrary<LicenseSet> = fc
  .subarray([...owned.map(({ skuId }) => skuId), PROJECT, namedSkuId('Nameless')])
  .chain((some) =>
    fc.tuple(
      ...some.map((skuId) =>
        fc
          .array(anyPath(skuId === E3 ? [EXCHANGE, TEAMS, DIRECTORY] : []), {
            minLength: 1,
            maxLength: 2,
          })
          .map((paths) => ({ skuId, paths })),
      ),
    ),
  )
  .map((held) => canonicalSet(held));

const anyUser = fc.record({
  name: fc.oneof(
    fc.constantFrom('=cmd', '-1', '+a', '@b', "'x", '#end', ' a', 'Ä;"\n'),
    fc.string({ unit: 'binary', minLength: 1 }),
  ),
  hasId: fc.boolean(),
  set: anySet,
});

const wordsOf = (locale: keyof typeof languages) => {
  const m = languages[locale]!;
  const { assign, revoke, yes, no } = m.words;
  return {
    headings: m.exports.columns,
    long: { assign, revoke, leave: m.exports.setAction },
    wide: { yes, no },
  };
};

const nameOf = (product: Product): string => nameInList(product, lookup.products, catalog);
const index = new ProductIndex(owned, []);

describe('an exported assignment list', () => {
  it('changes nothing when it is imported again, whoever holds what, in every language and mode', async () => {
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anyUser, {
          selector: ({ name }) => name.trim().toLowerCase(),
          maxLength: 6,
        }),
        fc.constantFrom('long' as const, 'wide' as const),
        fc.constantFrom(...Object.keys(languages)),
        fc.constantFrom(',' as const, ';' as const, '\t' as const),
        fc.boolean(),
        async (users, shape, locale, delimiter, bom) => {
          const sets = new LicenseSets();
          const numbers = Uint32Array.from(users, ({ set }) => sets.intern(set));
          const upns = users.map(({ name }) => `${name}@x.com`);
          const listed = users.map(({ hasId, set }, i): ListedUser => ({
            userPrincipalName: upns[i]!,
            objectId: hasId ? userGuid(i + 1) : null,
            products: listedProducts(set, lookup.products),
          }));
          const { headings, long, wide } = wordsOf(locale);
          const table: CsvTable =
            shape === 'long'
              ? longListTable(listed, nameOf, lookup, { headings, words: long })
              : wideListTable(
                  listed,
                  { of: owned, nameOf, products: lookup.products },
                  { headings, words: wide },
                );
          const blob = await writeCsv(table, { delimiter, bom }, steady);
          const list = await listIn(new Uint8Array(await blob.arrayBuffer()));
          expect(list).toMatchObject({ shape, refusedCount: 0, end: 'endRow' });

          const nowhere = new Uint16Array(users.length);
          const none = users.map(() => '');
          const customer = {
            sets,
            table: {
              count: users.length,
              texts: {
                ...perText(() => none),
                id: users.map(({ hasId }, i) => (hasId ? userGuid(i + 1) : `upn:${i}`)),
                userPrincipalName: upns,
              },
              flags: new Uint8Array(users.length),
              licenses: { baseline: numbers, planned: numbers },
              locations: { baseline: nowhere, planned: nowhere },
            },
          };
          const modes: ListMode[] = [
            { kind: 'assignOnly' },
            { kind: 'revokeOnly' },
            { kind: 'exact', covered: new Set(list.products) },
          ];
          const checked = await checkList(list, customer.table, steady);
          expect([checked.leftAlone, checked.refusedCount]).toEqual([[], 0]);
          for (const mode of modes) {
            const { parts } = await listDrafts(
              checked,
              { mode, customer, knownLastRow: null },
              steady,
            );
            for (const { draft, users: positions } of parts) {
              for (const position of positions) {
                const before = users[position]!.set;
                expect(applyDraft(before, draft, index)).toEqual(before);
                asked++;
              }
            }
          }
        },
      ),
      { numRuns: 400 },
    );
    expect(asked).toBeGreaterThan(500);
  });
});
