import type { BitSet } from '#base/bit-set.ts';
import { collated } from '#base/collated.ts';
import { steady, type Pace } from '#base/pace.ts';
import { sortInSlices } from '#base/sort-in-slices.ts';
import { STEP, type Steps } from '#base/steps.ts';
import { unreachable } from '#base/unreachable.ts';
import { WideMap } from '#base/wide-map.ts';
import type { Position } from './ids.ts';
import { locationLetters } from './usage-location.ts';
import type { UserSort } from './user-query.ts';
import type { UserTable } from './user-table.ts';

/** By what is compared; `labelOfSet` only where it is sorted by licenses. */
export interface OrderAids {
  readonly collator: Intl.Collator;
  readonly labelOfSet: (setNumber: number) => string;
  readonly pace?: Pace;
}

/**
 * All positions of the table in the asked order, gone users included. Users who are equal in it stand
 * by userPrincipalName, then by position. Who has no display name stands by the userPrincipalName that
 * is shown instead. Usage locations stand by their letters, those without last.
 * `labelOfSet` gives the text by which a license set is sorted; begin it with the number of products
 * and let the collator be numeric to sort by that number first. Rests at `pace`.
 */
export async function orderOf(
  table: UserTable,
  by: UserSort,
  { collator, labelOfSet, pace = steady }: OrderAids,
): Promise<Uint32Array> {
  const { displayName, userPrincipalName } = table.texts;
  const asRead = (texts: readonly string[]) => collated(texts, collator, pace);
  const ofEach = (textOf: (position: number) => string) => textsOf(table.count, textOf, pace);
  const ranked = async (values: readonly string[], ordered: Ordered = asRead) =>
    byRank(table, await ranksOf(values, table.count, { ordered, pace }), pace);
  switch (by) {
    case 'displayName':
      return ranked(await ofEach((i) => displayName[i] || (userPrincipalName[i] ?? '')));
    case 'userPrincipalName':
      return ranked(userPrincipalName);
    case 'usageLocation': {
      const codes = table.locations.planned;
      const letters = await ofEach((i) => locationLetters(codes[i] ?? 0) ?? LAST);
      return ranked(letters, (texts) => (a, b) => byCodeUnits(texts[a] ?? '', texts[b] ?? ''));
    }
    case 'licenses': {
      const labels = new Map<number, string>();
      const texts = await ofEach((i) => {
        const set = table.licenses.planned[i] ?? 0;
        const known = labels.get(set);
        if (known !== undefined) return known;
        const label = labelOfSet(set);
        labels.set(set, label);
        return label;
      });
      return ranked(texts);
    }
    default:
      return unreachable(by);
  }
}

/** The users of `order` who are in `matches`, in the same order. */
export const filteredOrder = (order: Uint32Array, matches: BitSet): Steps<Uint32Array> =>
  thoseOf(order, (position) => matches.has(position));

/** The users of `order` of whom it is true, in the same order. */
export function* thoseOf(
  order: Uint32Array,
  is: (position: Position) => boolean,
): Steps<Uint32Array> {
  const kept = new Uint32Array(order.length);
  let count = 0;
  for (let i = 0; i < order.length; i++) {
    if (i % STEP === 0) yield;
    const position = order[i] ?? 0;
    if (is(position)) kept[count++] = position;
  }
  return kept.slice(0, count);
}

/** After every pair of letters. */
const LAST = '~';

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** How many users are looked at before it is asked whether a rest is due. */
const STRIDE = 4096;

/** Fewer who are equal are sorted without a rest. */
const AT_ONCE = 1024;

/** A text for each of so many users. */
async function textsOf(
  count: number,
  textOf: (position: number) => string,
  pace: Pace,
): Promise<string[]> {
  const texts = new Array<string>(count);
  for (let i = 0; i < count; i++) {
    texts[i] = textOf(i);
    if (i % STRIDE === 0 && pace.due()) await pace.rest(i, count);
  }
  return texts;
}

/** Gives how texts are compared by their places in the list. */
type Ordered = (
  texts: readonly string[],
) => Promise<(a: number, b: number) => number> | ((a: number, b: number) => number);

/** Per value its place among the distinct ones; values that the comparison calls equal share one. */
async function ranksOf(
  values: readonly string[],
  count: number,
  { ordered, pace }: { readonly ordered: Ordered; readonly pace: Pace },
): Promise<Uint32Array> {
  const numbers = new WideMap<number>();
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
    if (i % STRIDE === 0 && pace.due()) await pace.rest(i, count);
  }
  const compare = await ordered(distinct);
  const sorted = await sortInSlices(Uint32Array.from(distinct.keys()), compare, pace);
  const rankOf = new Uint32Array(distinct.length);
  let rank = 0;
  for (let i = 0; i < sorted.length; i++) {
    const number = sorted[i] ?? 0;
    if (i > 0 && compare(sorted[i - 1] ?? 0, number) !== 0) rank++;
    rankOf[number] = rank;
    if (i % STRIDE === 0 && pace.due()) await pace.rest(i, sorted.length);
  }
  for (let i = 0; i < count; i++) {
    numberOf[i] = rankOf[numberOf[i] ?? 0] ?? 0;
    if (i % STRIDE === 0 && pace.due()) await pace.rest(i, count);
  }
  return numberOf;
}

/** Positions by rank (a counting sort), equal ranks by userPrincipalName and position. */
async function byRank(
  { count, texts }: UserTable,
  ranks: Uint32Array,
  pace: Pace,
): Promise<Uint32Array> {
  const starts = new Uint32Array(count + 1);
  for (let i = 0; i < count; i++) {
    const after = (ranks[i] ?? 0) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
    if (i % STRIDE === 0 && pace.due()) await pace.rest(i, count);
  }
  for (let rank = 0; rank < count; rank++) {
    starts[rank + 1] = (starts[rank + 1] ?? 0) + (starts[rank] ?? 0);
    if (rank % STRIDE === 0 && pace.due()) await pace.rest(rank, count);
  }
  const order = new Uint32Array(count);
  const next = starts.slice();
  for (let position = 0; position < count; position++) {
    const rank = ranks[position] ?? 0;
    const place = next[rank] ?? 0;
    order[place] = position;
    next[rank] = place + 1;
    if (position % STRIDE === 0 && pace.due()) await pace.rest(position, count);
  }
  const { userPrincipalName } = texts;
  const compare = (a: number, b: number): number =>
    byCodeUnits(userPrincipalName[a] ?? '', userPrincipalName[b] ?? '') || a - b;
  for (let rank = 0; rank < count; rank++) {
    const start = starts[rank] ?? 0;
    const end = starts[rank + 1] ?? start;
    if (rank % STRIDE === 0 && pace.due()) await pace.rest(start, count);
    if (end - start < 2) continue;
    const equal = order.subarray(start, end);
    if (equal.length < AT_ONCE) equal.sort(compare);
    else order.set(await sortInSlices(equal, compare, pace), start);
    if (pace.due()) await pace.rest(start, count);
  }
  return order;
}
