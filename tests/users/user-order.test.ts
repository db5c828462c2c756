import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce } from '#base/steps.ts';
import { BitSet } from '#base/bit-set.ts';
import { locationLetters } from '#users/usage-location.ts';
import { filteredOrder, orderOf } from '#users/user-order.ts';
import type { UserSort } from '#users/user-query.ts';
import type { UserTable } from '#users/user-table.ts';
import { sets, userTables } from './random-table.ts';

const label = (set: number): string =>
  `${sets.at(set).length} ${sets
    .at(set)
    .map(({ skuId }) => skuId)
    .join(' ')}`;

/** The same by one comparison per pair. */
function naive(table: UserTable, by: UserSort, collator: Intl.Collator): number[] {
  const { displayName, userPrincipalName } = table.texts;
  const compare = (a: number, b: number): number => {
    switch (by) {
      case 'displayName': {
        const shown = (i: number): string => displayName[i] || userPrincipalName[i]!;
        return collator.compare(shown(a), shown(b));
      }
      case 'userPrincipalName':
        return collator.compare(userPrincipalName[a]!, userPrincipalName[b]!);
      case 'usageLocation': {
        const letters = [a, b].map((i) => locationLetters(table.locations.planned[i]!));
        const [first = null, second = null] = letters;
        if (first === second) return 0;
        if (first === null) return 1;
        return second === null || first < second ? -1 : 1;
      }
      case 'licenses': {
        const [first, second] = [a, b].map((i) => sets.at(table.licenses.planned[i]!));
        return (
          first!.length - second!.length ||
          collator.compare(
            first!.map(({ skuId }) => skuId).join(' '),
            second!.map(({ skuId }) => skuId).join(' '),
          )
        );
      }
    }
  };
  const byName = (a: number, b: number): number => {
    const [first, second] = [userPrincipalName[a]!, userPrincipalName[b]!];
    return first < second ? -1 : first > second ? 1 : a - b;
  };
  return Array.from({ length: table.count }, (_, i) => i).sort(
    (a, b) => compare(a, b) || byName(a, b),
  );
}

describe.each(['displayName', 'userPrincipalName', 'usageLocation', 'licenses'] as const)(
  'by %s',
  (by) => {
    it.each(['en', 'zh-Hans', 'sv'])('stands as in a plain sort, in %s', async (locale) => {
      const collator = new Intl.Collator(locale, { numeric: true });
      await fc.assert(
        fc.asyncProperty(userTables, async (table) => {
          const order = await orderOf(table, by, { collator, labelOfSet: label });
          expect([...order]).toEqual(naive(table, by, collator));
        }),
      );
    });
  },
);

it('asks for the label of each set once', async () => {
  await fc.assert(
    fc.asyncProperty(userTables, async (table) => {
      const asked: number[] = [];
      const labelOfSet = (set: number): string => {
        asked.push(set);
        return label(set);
      };
      await orderOf(table, 'licenses', { collator: new Intl.Collator('en'), labelOfSet });
      expect(asked).toHaveLength(new Set(table.licenses.planned).size);
    }),
  );
});

it('keeps the order of those who match', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat({ max: 99 })),
      fc.array(fc.nat({ max: 99 })),
      (order, members) => {
        const kept = atOnce(filteredOrder(Uint32Array.from(order), BitSet.of(members)));
        expect([...kept]).toEqual(order.filter((position) => members.includes(position)));
      },
    ),
  );
});
