import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looseText } from '../../src/csv/loose-text.ts';
import { ProductNames } from '../../src/csv/product-names.ts';
import { splitNames } from '../../src/csv/split-names.ts';
import { describeWithCorpus } from '../corpus.ts';
import { runs } from '../runs.ts';
import { microsoftCatalog } from './catalog.ts';

const splitter = (known: readonly string[]) => {
  const keys = new Set(known.map(looseText));
  const most = Math.max(1, ...known.map((name) => name.split('+').length));
  return (text: string) => splitNames(text, (name) => keys.has(looseText(name)), most);
};

const word = fc.stringMatching(/^[A-Za-z0-9 王é()/-]{1,10}$/).filter((text) => text.trim() !== '');
/** Names as products have them: a plus inside stands between blanks. */
const name = fc
  .array(word, { minLength: 1, maxLength: 3 })
  .map((words) => words.map((one) => one.trim()).join(' + '));
const listOf = (names: readonly string[]) => fc.array(fc.constantFrom(...names), { maxLength: 6 });

/** The plain way to the same: tries every way to cut, and keeps the best by the same measure. */
function everyWay(text: string, known: ReadonlySet<string>): number {
  const pieces = text.split('+');
  const walk = (from: number): number => {
    if (from === pieces.length) return 0;
    let best = (pieces[from]?.trim() === '' ? 0 : 1) + walk(from + 1);
    for (let to = from + 1; to <= pieces.length; to++) {
      if (known.has(looseText(pieces.slice(from, to).join('+')))) best = Math.min(best, walk(to));
    }
    return best;
  };
  return walk(0);
}

describe('splitNames', () => {
  it('takes apart what was joined, whatever pluses the names have', () => {
    const lists = fc
      .uniqueArray(name, { minLength: 1, maxLength: 8, selector: looseText })
      .chain((known) => fc.tuple(fc.constant(known), listOf(known)));
    fc.assert(
      fc.property(lists, ([known, list]) => {
        expect(splitter(known)(list.join('+'))).toEqual(list);
        expect(splitter(known)(list.join('+').toUpperCase()).map(looseText)).toEqual(
          list.map(looseText),
        );
      }),
      { numRuns: runs({ quick: 150, all: 500 }) },
    );
  });

  it('takes apart what was joined by anything else, unknown names too', () => {
    const joint = fc.constantFrom('+', ';', '; ', ',', ', ', '|', '\n', '\r\n');
    const lists = fc
      .uniqueArray(name, { minLength: 2, maxLength: 8, selector: looseText })
      .chain((names) => fc.tuple(fc.constant(names.slice(1)), listOf(names)))
      .chain(([known, list]) =>
        fc.tuple(
          fc.constant(known),
          fc.constant(list),
          fc.array(joint, { minLength: 6, maxLength: 6 }),
        ),
      );
    fc.assert(
      fc.property(lists, ([known, list, joints]) => {
        const plain = list.filter((one) => known.includes(one) || !one.includes('+'));
        const text = plain.map((one, i) => one + (joints[i] ?? '')).join('');
        expect(splitter(known)(text)).toEqual(plain);
      }),
      { numRuns: runs({ quick: 150, all: 500 }) },
    );
  });

  it('leaves as few pieces unknown as any way to cut would', () => {
    const piece = fc.constantFrom('a', 'b', 'c', 'A ', '');
    const names = fc.array(fc.array(piece, { minLength: 1, maxLength: 3 }), { maxLength: 5 });
    fc.assert(
      fc.property(names, fc.array(piece, { maxLength: 7 }), (parts, cell) => {
        const known = parts.map((one) => one.join('+')).filter((one) => one.trim() !== '');
        const keys = new Set(known.map(looseText));
        const text = cell.join('+');
        const found = splitter(known)(text);
        const unknown = found.filter((one) => !keys.has(looseText(one)));
        expect(unknown.length).toBe(everyWay(text, keys));
      }),
      { numRuns: runs({ quick: 250, all: 1000 }) },
    );
  });

  it('takes the longest name', () => {
    const split = splitter(['Security', 'Security + Compliance', 'Compliance', 'EMS']);
    expect(split('Security + Compliance+EMS')).toEqual(['Security + Compliance', 'EMS']);
    expect(split('Security+Compliance')).toEqual(['Security', 'Compliance']);
  });

  it('takes the fewest names', () => {
    const split = splitter(['A', 'A + B', 'B + C + D', 'C', 'D']);
    expect(split('A + B + C + D')).toEqual(['A', 'B + C + D']);
  });

  it('keeps an unknown name with a plus in it whole', () => {
    const split = splitter(['Visio Plan 2']);
    expect(split('Seguridad + Movilidad E5+Visio Plan 2+Otra')).toEqual([
      'Seguridad + Movilidad E5',
      'Visio Plan 2',
      'Otra',
    ]);
  });

  it('stays quick on a cell of nothing but pluses', () => {
    expect(splitter(['a + b'])('+'.repeat(60_000))).toEqual([]);
  });
});

describeWithCorpus("Microsoft's product names", () => {
  const catalog = microsoftCatalog();
  const names = [...new Map(catalog.map(({ name }) => [looseText(name), name])).values()];
  const known = new ProductNames(catalog, new Set());
  const split = (text: string) => splitNames(text, (one) => known.has(one), known.mostPieces);

  it('are split right, alone and in every pair with a name that has a plus', () => {
    expect(names.length).toBeGreaterThan(580);
    const withPlus = names.filter((one) => one.includes('+'));
    expect(withPlus.length).toBeGreaterThanOrEqual(7);
    for (const one of names) {
      expect(split(one)).toEqual([one]);
      for (const other of withPlus) {
        expect(split(`${one}+${other}`)).toEqual([one, other]);
        expect(split(`${other}+${one}`)).toEqual([other, one]);
      }
    }
  });

  it('are split right in any list', () => {
    fc.assert(
      fc.property(listOf(names), (list) => {
        expect(split(list.join('+'))).toEqual(list);
      }),
      { numRuns: runs({ quick: 250, all: 1000 }) },
    );
  });

  it('tell one product, but for the few that two products have', () => {
    const unclear = names.filter((one) => known.match(one).kind !== 'one');
    const shared = names.filter(
      (one) =>
        new Set(catalog.filter((p) => looseText(p.name) === looseText(one)).map((p) => p.skuId))
          .size > 1,
    );
    expect(shared.length).toBe(15);
    expect(unclear.every((one) => shared.includes(one))).toBe(true);
    expect(known.match('Visio Plan 2').kind).toBe('one');
    for (const one of shared) {
      for (const { skuId, name } of catalog) {
        if (looseText(name) !== looseText(one)) continue;
        const owning = new ProductNames(catalog, new Set([skuId]));
        expect(owning.match(one)).toEqual({ kind: 'one', skuId });
      }
    }
  });
});
