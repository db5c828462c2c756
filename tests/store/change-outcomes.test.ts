import { describe, expect, it } from 'vitest';
import type { CustomerId } from '../../src/customers/customer.ts';
import { Standing } from '../../src/plan/change.ts';
import type { RunId } from '../../src/plan/operation.ts';
import { changeOutcomes } from '../../src/store/change-outcomes.ts';
import type { OutcomeCause, OutcomesRow } from '../../src/store/sync-rows.ts';

interface Ended {
  readonly position: number;
  readonly kind: 'applied' | 'already' | 'cancelled';
  readonly since: number;
  readonly through: number;
}

function part(runId: string, all: readonly Ended[]): OutcomesRow {
  const numbers = { licenses: new Uint32Array(), locations: new Uint16Array() };
  const causes: OutcomeCause[] = [{ kind: 'applied' }, { kind: 'already' }, { kind: 'cancelled' }];
  return {
    customerId: 'c1' as CustomerId,
    runId: runId as RunId,
    ...{ part: 0, lastAt: 1, causes, requestIds: [], at: [], attempts: new Uint16Array() },
    positions: Uint32Array.from(all, ({ position }) => position),
    causeOf: Uint16Array.from(all, ({ kind }) => causes.findIndex((one) => one.kind === kind)),
    since: Uint32Array.from(all, ({ since }) => since),
    through: Uint32Array.from(all, ({ through }) => through),
    before: numbers,
    planned: numbers,
  };
}

/** A change with sequence 5 of users 10 and 11; for user 12 nothing was planned. */
const change = {
  sequence: 5,
  users: Uint32Array.of(10, 11, 12),
  causes: [
    { kind: 'planned' as const, issues: [] },
    { kind: 'already' as const, issues: [] },
  ],
  causeOf: Uint16Array.of(0, 0, 1),
  standing: Uint8Array.of(Standing.open, Standing.open, Standing.open),
};

describe('what sync did with a change', () => {
  it('is the outcome of the operation that carried it', () => {
    const parts = [
      part('r1', [
        { position: 10, kind: 'applied', since: 4, through: 6 },
        { position: 11, kind: 'applied', since: 5, through: 6 },
        { position: 12, kind: 'applied', since: 0, through: 6 },
      ]),
    ];
    const { ofUsers, counts } = changeOutcomes(change, parts);
    expect(ofUsers).toEqual([{ kind: 'applied', runId: 'r1' }, null, null]);
    expect(counts).toMatchObject({ applied: 1, already: 0 });
  });

  it('is the newest one of a user', () => {
    const parts = [
      part('r1', [{ position: 10, kind: 'cancelled', since: 0, through: 5 }]),
      part('r2', [{ position: 10, kind: 'already', since: 0, through: 7 }]),
    ];
    expect(changeOutcomes(change, parts).ofUsers[0]).toEqual({ kind: 'already', runId: 'r2' });
  });

  it('is nothing for whom it was cancelled and then put back', () => {
    const parts = [part('r1', [{ position: 10, kind: 'cancelled', since: 0, through: 5 }])];
    const { ofUsers, counts } = changeOutcomes(change, parts);
    expect([ofUsers[0], counts.cancelled]).toEqual([null, 0]);
  });

  it('is nothing for whom it was taken out', () => {
    const standing = Uint8Array.of(Standing.takenOut, Standing.open, Standing.open);
    const parts = [part('r1', [{ position: 10, kind: 'applied', since: 0, through: 5 }])];
    expect(changeOutcomes({ ...change, standing }, parts).ofUsers[0]).toBeNull();
  });
});
