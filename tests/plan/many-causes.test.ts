import { expect, it } from 'vitest';
import { BitSet } from '#base/bit-set.ts';
import { Planner } from '#plan/planner.ts';
import { runs } from '../runs.ts';
import { byGroup, customerOf, direct, draftOf, everyone, holds, line, product } from './by-hand.ts';

const planAll = { onShortage: 'planAll', waitingLast: new BitSet() } as const;
const LETTERS = Array.from('abcdefghijklmnopq');

/** User i holds by a group the products whose bits i has: no two of them are told the same. */
const heldBy = (i: number) =>
  LETTERS.flatMap((letter, bit) => ((i >>> bit) & 1 ? [holds(letter, byGroup(letter))] : []));

// more causes than two bytes tell apart take their time
it.runIf(runs({ quick: 0, all: 1 }) > 0)(
  'a Save tells everybody their own cause, however many there are',
  () => {
    const users = Array.from({ length: 2 ** 16 + 3 }, (_, i) => ({ holds: heldBy(i) }));
    const products = LETTERS.map((letter) => product(letter));
    const input = customerOf(products, users);
    const draft = draftOf(...LETTERS.map((letter) => line('revoke', letter)));
    const { causes, causeOf } = new Planner(input).change(everyone(input), draft, planAll);
    expect(causes).toHaveLength(users.length);
    for (const i of [0, 1, 2 ** 16 - 1, 2 ** 16, 2 ** 16 + 2]) {
      const told = causes[causeOf[i]!]!.issues.map((issue) => 'skuId' in issue && issue.skuId);
      expect(told.sort()).toEqual(heldBy(i).map(({ skuId }) => skuId));
    }
  },
);

it('a Save with few causes keeps them in a narrow column', () => {
  const input = customerOf([product('a')], [{ holds: [holds('a', direct())] }, {}]);
  const { causeOf } = new Planner(input).change(
    everyone(input),
    draftOf(line('assign', 'a')),
    planAll,
  );
  expect(causeOf).toBeInstanceOf(Uint16Array);
});
