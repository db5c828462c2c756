import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Standing, type Change } from '#plan/change.ts';
import { endSettled } from '#plan/end-settled.ts';

const { open, takenOut, ended } = Standing;

/** A change for the users at 0, 1, 2 … with these standings; odd ones were not planned for. */
const changeOf = (sequence: number, standing: readonly number[]): Change => {
  const causes = (['planned', 'already'] as const).map((kind) => ({ kind, issues: [] }));
  const users = Uint32Array.from(standing, (_, i) => i);
  const causeOf = Uint16Array.from(standing, (_, i) => i % 2);
  return {
    sequence,
    users,
    causes,
    causeOf,
    standing: Uint8Array.from(standing),
  } as Partial<Change> as Change;
};

it('ends for whom it was sent, and moves nobody else', () => {
  const someone = fc.record({
    standing: fc.constantFrom(open, takenOut, ended),
    settled: fc.nat(4),
  });
  fc.assert(
    fc.property(fc.array(someone), fc.integer({ min: 1, max: 4 }), (users, sequence) => {
      const before = users.map(({ standing }) => standing);
      const settled = Uint32Array.from(users, (user) => user.settled);
      const change = changeOf(sequence, before);
      const after = endSettled(change, settled);
      expect([...change.standing]).toEqual(before);
      users.forEach(({ standing, settled: through }, i) => {
        const isSent = standing === open && i % 2 === 0 && through >= sequence;
        expect(after.standing[i]).toBe(isSent ? ended : standing);
      });
    }),
  );
});

it('is the same object while nothing of it was sent', () => {
  const change = changeOf(3, [open, open, takenOut]);
  expect(endSettled(change, Uint32Array.of(2, 3, 3))).toBe(change);
  expect(endSettled(change, new Uint32Array())).toBe(change);
});
