import fc from 'fast-check';
import { expect, it } from 'vitest';
import { atOnce } from '#base/steps.ts';
import { looseText } from '#csv/loose-text.ts';
import { openNames, type Meaning } from '#csv/meant-licenses.ts';
import { namedSkuId } from '#licenses/ids.ts';
import { heldSomehow, type LicenseSet } from '#licenses/license-set.ts';
import { csvUser, E3 } from '../users/merge-records.ts';

const means = (name: string): Meaning =>
  looseText(name) === 'known' ? { kind: 'one', skuId: E3 } : { kind: 'none', skuIds: [] };

const names = fc.uniqueArray(fc.constantFrom('Known', 'known', 'Odd', 'odd', 'ODD ', 'Other'), {
  maxLength: 3,
  selector: looseText,
});

it('names that mean nothing are counted with their users, and each is looked up once', () => {
  fc.assert(
    fc.property(
      fc.array(names, { minLength: 1, maxLength: 5 }),
      fc.array(fc.nat({ max: 9 }), { maxLength: 40 }),
      (cells, holders) => {
        const sets = cells.map((cell) => heldSomehow(cell.map(namedSkuId)));
        const named = new Map<LicenseSet, LicenseSet>(sets.map((set) => [set, set]));
        const users = holders.map((which, i) =>
          csvUser(i, { licenses: sets[which % sets.length] ?? null }),
        );
        const asked: string[] = [];
        const open = atOnce(
          openNames(users, named, (name) => {
            asked.push(looseText(name));
            return means(name);
          }),
        );
        const told = users
          .flatMap(({ licenses }) => (licenses === null ? [] : cells[sets.indexOf(licenses)]!))
          .map(looseText)
          .filter((key) => key !== 'known');
        const counts = [...new Set(told)].map((key) => [
          key,
          told.filter((one) => one === key).length,
        ]);
        expect(open.map(({ name, rows }) => [looseText(name), rows]).sort()).toEqual(counts.sort());
        expect(open.map(({ rows }) => rows)).toEqual(
          open.map(({ rows }) => rows).sort((a, b) => b - a),
        );
        expect(new Set(asked).size).toBe(asked.length);
      },
    ),
  );
});
