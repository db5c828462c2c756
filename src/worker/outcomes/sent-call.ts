import type { ChangeId, Change } from '#plan/change.ts';
import { isPlannedFor } from '#plan/change.ts';
import type { EndedOperation } from '#store/outcomes.ts';
import type { OperationRow, OutcomeCause } from '#store/sync-rows.ts';
import type { Position } from '#users/ids.ts';
import type { SkuId } from '#licenses/ids.ts';
import { assignmentOf } from '#licenses/license-set.ts';
import type { LicenseSets } from '#licenses/license-sets.ts';
import type { CallState } from './outcome-types.ts';

/** One call of a run, ended or not, as it is stored. */
export interface SentCall extends Omit<EndedOperation, 'cause' | 'at' | 'attempts'> {
  readonly state: CallState;
  /** Null before it has ended. */
  readonly cause: OutcomeCause | null;
  readonly at: number | null;
}

export const endedCall = (ended: EndedOperation): SentCall => ({
  ...ended,
  state: ended.cause.kind,
});

/**
 * A user who was claimed and has not ended. `settledThrough`: by position, up to which change everything
 * has ended; `isSending`: a window sends now.
 */
export function openCall(
  { operation, ...row }: OperationRow,
  settledThrough: Uint32Array,
  isSending: boolean,
): SentCall {
  const { position, state } = operation;
  const isWaiting = state.kind === 'waiting' || (state.kind === 'sending' && isSending);
  return {
    position,
    state: isWaiting ? 'waiting' : 'inDoubt',
    cause: null,
    requestId: null,
    at: null,
    since: settledThrough[position] ?? 0,
    through: row.through,
    before: row.before,
    planned: row.planned,
  };
}

/** Finds which Save planned something of a product for a user; `changes` in any order. */
export class ChangeFinder {
  readonly #changes: readonly Change[];
  readonly #sets: LicenseSets;
  readonly #indexes = new Map<ChangeId, ReadonlyMap<number, number>>();

  constructor(changes: readonly Change[], sets: LicenseSets) {
    this.#changes = [...changes].sort((a, b) => b.sequence - a.sequence);
    this.#sets = sets;
  }

  /** The newest one that the call carried and that touches the product; null when none is known. */
  find({ position, since, through }: SentCall, sku: SkuId): Change | null {
    const found = this.#changes.find((change) => {
      if (change.sequence > through || change.sequence <= since) return false;
      const index = this.#indexOf(change, position);
      if (index === undefined || !isPlannedFor(change, index)) return false;
      const { before, after } = change;
      const [was, is] = [before, after].map(({ licenses }) =>
        assignmentOf(this.#sets.at(licenses[index] ?? 0), sku),
      );
      return was !== is;
    });
    return found ?? null;
  }

  #indexOf(change: Change, position: Position): number | undefined {
    let indexes = this.#indexes.get(change.id);
    if (indexes === undefined) {
      indexes = new Map(Array.from(change.users, (user, index) => [user, index]));
      this.#indexes.set(change.id, indexes);
    }
    return indexes.get(position);
  }
}
