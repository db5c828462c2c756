import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Standing, type Cause, type Change } from '#plan/change.ts';
import { sharedOrder } from '#plan/shared-order.ts';
import { runs } from '../runs.ts';
import { stored } from './by-hand.ts';

/** A Save for these users in that order; of some of them each nothing was planned, or it was undone since. */
function change(
  sequence: number,
  users: readonly number[],
  { waits = [] as readonly number[], undone = [] as readonly number[], isShort = true } = {},
): Change {
  const causes: Cause[] = [
    { kind: 'planned', issues: [] },
    { kind: isShort ? 'waits' : 'notChanged', issues: [] },
  ];
  const none = {
    licenses: new Uint32Array(users.length),
    locations: new Uint16Array(users.length),
  };
  const columns = {
    parts: [],
    users: Uint32Array.from(users),
    partOf: new Uint32Array(users.length),
    causeOf: Uint16Array.from(users, (user) => (waits.includes(user) ? 1 : 0)),
    causes,
    ...{ before: none, after: none, shortages: [] },
  };
  const standing = Uint8Array.from(users, (user) =>
    undone.includes(user) ? Standing.takenOut : Standing.open,
  );
  return { ...stored(columns, sequence), standing };
}

describe('the order in which licenses that did not go round were shared out', () => {
  it('is that of the Save, of those for whom it stands and planned something', () => {
    const one = change(1, [7, 2, 9, 4, 5], { waits: [4, 5], undone: [2] });
    expect(sharedOrder([one])).toEqual([7, 9]);
  });

  it('is nothing where licenses went round', () => {
    expect(sharedOrder([change(1, [7, 2], { isShort: false })])).toEqual([]);
  });

  it('is one of which each Save keeps its own, where that can be', () => {
    const two = [change(2, [1, 2]), change(1, [2, 3])];
    expect(sharedOrder(two)).toEqual([1, 2, 3]);
    expect(sharedOrder([change(1, [8, 9]), change(2, [9, 1])])).toEqual([8, 9, 1]);
    const both = fc
      .shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8])
      .chain((order) => fc.tuple(fc.subarray(order), fc.subarray(order)));
    fc.assert(
      fc.property(both, ([earlier, later]) => {
        const order = sharedOrder([change(1, earlier), change(2, later)]);
        for (const own of [earlier, later]) {
          expect(order.filter((user) => own.includes(user))).toEqual(own);
        }
      }),
      { numRuns: runs({ quick: 200, all: 1000 }) },
    );
  });

  it('is that of the earlier Save where two differ, and names nobody twice', () => {
    expect(sharedOrder([change(1, [1, 2]), change(2, [2, 3, 1])])).toEqual([1, 2, 3]);
  });
});
