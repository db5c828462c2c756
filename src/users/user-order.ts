import type { BitSet } from '#base/bit-set.ts';
import { unreachable } from '#base/unreachable.ts';
import { locationLetters } from './usage-location.ts';
import type { UserSort } from './user-query.ts';
import type { UserTable } from './user-table.ts';

/**
 * All positions of the table in the asked order, gone users included. Users who are equal in it stand
 * by userPrincipalName, then by position. Who has no display name stands by the userPrincipalName that
 * is shown instead. Usage locations stand by their letters, those without last.
 * `labelOfSet` gives the text by which a license set is sorted; begin it with the number of products
 * and let the collator be numeric to sort by that number first.
 */
export function orderOf(
  table: UserTable,
  by: UserSort,
  collator: Intl.Collator,
  labelOfSet: (setNumber: number) => string,
): Uint32Array {
  const { displayName, userPrincipalName } = table.texts;
  const compare = (a: string, b: string): number => collator.compare(a, b);
  switch (by) {
    case 'displayName': {
      const shown = displayName.map((name, i) => name || (userPrincipalName[i] ?? ''));
      return byRank(table, ranksOf(shown, table.count, compare));
    }
    case 'userPrincipalName':
      return byRank(table, ranksOf(userPrincipalName, table.count, compare));
    case 'usageLocation': {
      const letters = Array.from(
        table.locations.planned.subarray(0, table.count),
        (code) => locationLetters(code) ?? LAST,
      );
      return byRank(table, ranksOf(letters, table.count, byCodeUnits));
    }
    case 'licenses': {
      const labels = new Map<number, string>();
      const texts = Array.from(table.licenses.planned.subarray(0, table.count), (set) => {
        const known = labels.get(set);
        if (known !== undefined) return known;
        const label = labelOfSet(set);
        labels.set(set, label);
        return label;
      });
      return byRank(table, ranksOf(texts, table.count, compare));
    }
    default:
      return unreachable(by);
  }
}

/** The users of `order` who are in `matches`, in the same order. */
export function filteredOrder(order: Uint32Array, matches: BitSet): Uint32Array {
  const kept = new Uint32Array(order.length);
  let count = 0;
  for (const position of order) if (matches.has(position)) kept[count++] = position;
  return kept.slice(0, count);
}

/** After every pair of letters. */
const LAST = '~';

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Per value its place among the distinct ones; values that the comparison calls equal share one. */
function ranksOf(
  values: readonly string[],
  count: number,
  compare: (a: string, b: string) => number,
): Uint32Array {
  const numbers = new Map<string, number>();
  const distinct: string[] = [];
  const numberOf = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const value = values[i] ?? '';
    let number = numbers.get(value);
    if (number === undefined) {
      number = distinct.push(value) - 1;
      numbers.set(value, number);
    }
    numberOf[i] = number;
  }
  const sorted = Uint32Array.from(distinct.keys()).sort((a, b) =>
    compare(distinct[a] ?? '', distinct[b] ?? ''),
  );
  const rankOf = new Uint32Array(distinct.length);
  let rank = 0;
  for (let i = 0; i < sorted.length; i++) {
    const number = sorted[i] ?? 0;
    if (i > 0 && compare(distinct[sorted[i - 1] ?? 0] ?? '', distinct[number] ?? '') !== 0) rank++;
    rankOf[number] = rank;
  }
  return numberOf.map((number) => rankOf[number] ?? 0);
}

/** Positions by rank (a counting sort), equal ranks by userPrincipalName and position. */
function byRank({ count, texts }: UserTable, ranks: Uint32Array): Uint32Array {
  const starts = new Uint32Array(count + 1);
  for (const rank of ranks) starts[rank + 1] = (starts[rank + 1] ?? 0) + 1;
  for (let rank = 0; rank < count; rank++) {
    starts[rank + 1] = (starts[rank + 1] ?? 0) + (starts[rank] ?? 0);
  }
  const order = new Uint32Array(count);
  const next = starts.slice();
  ranks.forEach((rank, position) => {
    const place = next[rank] ?? 0;
    order[place] = position;
    next[rank] = place + 1;
  });
  const { userPrincipalName } = texts;
  for (let rank = 0; rank < count; rank++) {
    const start = starts[rank] ?? 0;
    const end = starts[rank + 1] ?? start;
    if (end - start < 2) continue;
    order
      .subarray(start, end)
      .sort((a, b) => byCodeUnits(userPrincipalName[a] ?? '', userPrincipalName[b] ?? '') || a - b);
  }
  return order;
}
