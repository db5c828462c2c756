import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitSet } from '#base/bit-set.ts';
import { atOnce } from '#base/steps.ts';
import { shareUnits, type Claim, type Claimants } from '#plan/share-units.ts';
import type { Turns } from '#plan/turns.ts';
import { runs } from '../runs.ts';

const product = fc.nat(3);
const anyClaim = fc.record({
  needs: fc.uniqueArray(product, { maxLength: 2 }),
  frees: fc.uniqueArray(product, { maxLength: 2 }),
});

interface Round {
  readonly claims: (Claim | null)[];
  readonly order: number[];
  readonly available: (number | null)[];
  readonly first: number[];
  readonly last: number[];
}

const anyRound: fc.Arbitrary<Round> = fc
  .array(fc.option(anyClaim, { freq: 8 }), { minLength: 1, maxLength: 6 })
  .chain((claims) =>
    fc.record({
      claims: fc.constant(claims),
      order: fc.array(fc.nat(claims.length - 1), { maxLength: 12 }),
      available: fc.array(fc.option(fc.integer({ min: -2, max: 4 }), { freq: 8 }), {
        minLength: 4,
        maxLength: 4,
      }),
      first: fc.uniqueArray(fc.nat(11), { maxLength: 4 }),
      last: fc.uniqueArray(fc.nat(11), { maxLength: 4 }),
    }),
  );

const claimantsOf = ({ claims, order }: Round): Claimants => ({
  users: Uint32Array.from(order, (_, i) => i),
  claimOf: Uint32Array.from(order),
  claims,
  counts: Uint32Array.from(claims, (_, claim) => order.filter((one) => one === claim).length),
});

const turnsOf = ({ first, last }: Round): Turns => ({ first, waitingLast: BitSet.of(last) });

/** Who stands first with all that is needed there, again and again. */
function waitingByHand({ claims, order, available, first, last }: Round): Map<number, number[]> {
  const pool = available.map((units) => units ?? Infinity);
  const asking = order.flatMap((number, i) => {
    const claim = claims[number] ?? null;
    return claim === null ? [] : [{ i, claim }];
  });
  for (const { claim } of asking) {
    if (claim.needs.length === 0) claim.frees.forEach((p) => pool[p]!++);
  }
  const asks = asking.filter(({ claim }) => claim.needs.length > 0);
  const picked = first.flatMap((who) => asks.filter(({ i }) => i === who));
  const others = asks.filter(({ i }) => !first.includes(i));
  let queue = [
    ...picked,
    ...others.filter(({ i }) => !last.includes(i)),
    ...others.filter(({ i }) => last.includes(i)),
  ];
  for (;;) {
    const next = queue.find(({ claim }) => claim.needs.every((p) => pool[p]! > 0));
    if (next === undefined) break;
    next.claim.needs.forEach((p) => pool[p]!--);
    next.claim.frees.forEach((p) => pool[p]!++);
    queue = queue.filter((one) => one !== next);
  }
  return new Map(queue.map(({ i, claim }) => [i, claim.needs.filter((p) => pool[p]! <= 0)]));
}

describe('sharing out units', { timeout: 60_000 }, () => {
  it('agrees with serving the first who can be served, again and again', () => {
    fc.assert(
      fc.property(anyRound, (round) => {
        const turns = turnsOf(round);
        const { lackOf, lacks } = atOnce(shareUnits(claimantsOf(round), round.available, turns));
        const waiting = new Map<number, readonly number[]>();
        lackOf.forEach((lack, i) => {
          if (lack > 0) waiting.set(i, lacks[lack - 1]!);
        });
        expect(waiting).toEqual(waitingByHand(round));
      }),
      { numRuns: runs({ quick: 600, all: 3000 }) },
    );
  });

  it('gives a unit that a swap frees to somebody earlier in the order', () => {
    const claims = [
      { needs: [0], frees: [] },
      { needs: [1], frees: [0] },
    ];
    const round = { claims, order: [0, 1, 0], available: [0, 1], first: [], last: [] };
    const { lackOf } = atOnce(shareUnits(claimantsOf(round), round.available, turnsOf(round)));
    expect([...lackOf]).toEqual([0, 0, 1]);
  });

  it('lets two who each wait for what the other frees keep waiting', () => {
    const claims = [
      { needs: [0], frees: [1] },
      { needs: [1], frees: [0] },
    ];
    const round = { claims, order: [0, 1], available: [0, 0], first: [], last: [] };
    const { lackOf, lacks } = atOnce(
      shareUnits(claimantsOf(round), round.available, turnsOf(round)),
    );
    expect([...lackOf].map((lack) => lacks[lack - 1])).toEqual([[0], [1]]);
  });
});
