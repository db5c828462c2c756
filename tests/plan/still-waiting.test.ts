import { describe, expect, it } from 'vitest';
import { BitSet } from '#base/bit-set.ts';
import type { Draft } from '#plan/draft.ts';
import { Planner } from '#plan/planner.ts';
import { stillWaiting } from '#plan/still-waiting.ts';
import type { Change } from '#plan/change.ts';
import { customerOf, draftOf, holds, line, product } from './by-hand.ts';
import { Stack } from './stack.ts';

const everybody = Uint32Array.of(0, 1, 2, 3, 4);
const assign = draftOf(line('assign', 'a'));

/** Five users, none with A, and so many units of A; B goes round. */
const stackOf = (units: number) =>
  new Stack(customerOf([product('a', units), product('b', 9)], everyUser()));
const everyUser = () => [{}, {}, {}, {}, { holds: [holds('b')] }];

const save = (stack: Stack, users: Uint32Array, drafted: Draft): Change =>
  stack.save({ users, drafted, onShortage: 'wait' });

const waitingIn = ({ changes }: Stack) =>
  stillWaiting(changes).map(({ change, users }) => [change.sequence, [...users]]);

describe('who waits still', () => {
  it('is whom a Save found no license for, the oldest Save first', () => {
    const stack = stackOf(2);
    save(stack, Uint32Array.of(3, 1, 0), assign);
    save(stack, Uint32Array.of(4, 2), assign);
    expect(waitingIn(stack)).toEqual([
      [1, [0]],
      [2, [4, 2]],
    ]);
  });

  it('is whom the newer Save names where both wait for the same', () => {
    const stack = stackOf(1);
    save(stack, everybody, assign);
    save(stack, Uint32Array.of(4, 3), assign);
    expect(waitingIn(stack)).toEqual([
      [1, [1, 2]],
      [2, [4, 3]],
    ]);
  });

  it('is nobody for whom a later Save planned something of these products; another product is no matter', () => {
    const stack = stackOf(1);
    save(stack, everybody, draftOf(line('assign', 'a'), line('revoke', 'b')));
    save(stack, Uint32Array.of(2), draftOf(line('assign', 'b')));
    expect(waitingIn(stack)).toEqual([[1, [1, 3, 4]]]);
    const other = stackOf(1);
    save(other, everybody, assign);
    save(other, Uint32Array.of(2), draftOf(line('assign', 'b')));
    expect(waitingIn(other)).toEqual([[1, [1, 2, 3, 4]]]);
  });

  it('is nobody while the Save is undone, and the same after it was put back', () => {
    const stack = stackOf(1);
    const { id } = save(stack, everybody, assign);
    const move = { which: 0, only: null, alsoWanted: false };
    stack.take(stack.step({ ...move, kind: 'takenOut' })!, 'wait');
    expect(waitingIn(stack)).toEqual([]);
    stack.take(stack.step({ ...move, kind: 'putBack' })!, 'wait');
    expect(waitingIn(stack)).toEqual([[1, [1, 2, 3, 4]]]);
    expect(stack.changes[0]?.id).toBe(id);
  });
});

describe('who is served now', () => {
  it('is the first of those who wait for whom there are licenses, and nobody whom a rule keeps out', () => {
    const input = customerOf([product('a', 2)], [{ location: null }, {}, {}, {}]);
    const planner = new Planner(input);
    expect([...planner.served(Uint32Array.of(0, 3, 1, 2), assign)]).toEqual([3, 1]);
    const { products } = planner.allot(everybody.slice(0, 4), assign, {
      waitingLast: new BitSet(),
    });
    expect(products.map(({ short }) => short)).toEqual([1]);
  });
});
