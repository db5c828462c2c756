import type { CustomerId } from '#customers/customer.ts';
import type { OperationId, RunId } from '#plan/operation.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import type {
  HeldRow,
  LeaseRow,
  OperationRow,
  OutcomesRow,
  ReviewRow,
  RunRow,
} from '#store/sync-rows.ts';
import type { UserId } from '#users/ids.ts';
import { E5, TEAMS } from '../users/merge-records.ts';

const RUN = 'run-1' as RunId;
const USER = 'a user' as UserId;

/** One row of every table that a sync writes. */
export function syncRows(customerId: CustomerId): {
  readonly operation: OperationRow;
  readonly run: RunRow;
  readonly review: ReviewRow;
  readonly outcomes: OutcomesRow;
  readonly held: HeldRow;
  readonly lease: LeaseRow;
} {
  const before = { licenses: 0, location: 1 };
  const planned = { licenses: 1, location: 2 };
  const columns = { licenses: Uint32Array.of(1), locations: Uint16Array.of(2) };
  const touch = { skuId: E5, before: 'unknown', target: [TEAMS], groups: null } as const;
  return {
    operation: {
      ...{ customerId, userId: USER, runId: RUN, through: 1, before, planned },
      operation: {
        ...{ id: 'op-1' as OperationId, userId: USER, position: 1, touches: [touch] },
        ...{ location: { before: 1, target: 2 }, writtenAt: 5, attempts: 2, doubts: 1 },
        ...{ state: { kind: 'waiting', until: 9, why: 'lag' }, locationSetAt: 7 },
      },
    },
    run: {
      ...{ customerId, id: RUN, startedAt: 1, operator: 'Ada', endedAt: null, control: 'pause' },
      end: { kind: 'noAccess', raw: 'no' },
      counts: { applied: 0, already: 0, rejected: 0, conflict: 1, cancelled: 0 },
      waiting: { why: 'throttled', until: 9 },
      learned: 2,
      differs: [{ skuId: E5, planned: 3, cloud: 4 }],
    },
    review: {
      ...{ customerId, runId: RUN, at: 1, through: 1, positions: Uint32Array.of(1) },
      ...{ before: columns, planned: columns },
    },
    outcomes: {
      ...{ customerId, runId: RUN, part: 0, lastAt: 8, at: [8], requestIds: ['request-1'] },
      ...{ positions: Uint32Array.of(1), causeOf: Uint16Array.of(1), attempts: Uint16Array.of(2) },
      causes: [
        { kind: 'rejected', raw: 'none left', locationSet: true },
        { kind: 'conflict', drifts: [{ kind: 'userGone' }] },
      ],
      ...{
        since: Uint32Array.of(0),
        through: Uint32Array.of(1),
        before: columns,
        planned: columns,
      },
    },
    held: {
      ...{ customerId, position: 1, runId: RUN, heldAt: 8, before, planned },
      drifts: [{ kind: 'licenseChanged', skuId: E5 }],
      renamed: {
        from: { displayName: 'Ada', userPrincipalName: 'ada@example.com' },
        to: { displayName: 'Ada Berg', userPrincipalName: 'ada.berg@example.com' },
      },
    },
    lease: { customerId, epoch: 4, owner: 'w1', expiresAt: 0 },
  };
}

/** Writes all of them but the lease, which belongs to a session. */
export async function putSyncRows(db: SeatwiseDatabase, customerId: CustomerId): Promise<void> {
  const { operation, run, review, outcomes, held } = syncRows(customerId);
  await db.operations.put(operation);
  await db.runs.put(run);
  await db.reviews.put(review);
  await db.outcomes.put(outcomes);
  await db.held.put(held);
}
