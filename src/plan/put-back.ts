import type { BitSet } from '#base/bit-set.ts';
import { isPresent } from '#users/user-table.ts';
import { isPlannedFor, Standing, type Change } from './change.ts';
import { changedSince } from './changed-since.ts';
import type { Ground } from './ground.ts';
import { restack } from './restack.ts';
import { nothingSent, sentStay } from './sent.ts';
import type { Stay, Step } from './step.ts';

/**
 * Redo: the change is open again for users for whom it was taken out, in its old place in the stack.
 * Not for users of whom a change saved after the undo touches the same product or usage location.
 * `only`: positions; null: all. `changes`: every change of the customer that is not taken out
 * altogether and is open or was saved since. Nothing is written; see `restack`.
 */
export function putBack(
  ground: Ground,
  changes: readonly Change[],
  change: Change,
  only: BitSet | null,
  sent = nothingSent,
): Step {
  const impossible: Stay[] = [];
  const indexes: number[] = [];
  const touched = changedSince(ground.sets, changes, change);
  change.users.forEach((position, i) => {
    if (!isPlannedFor(change, i) || change.standing[i] !== Standing.takenOut) return;
    if (only !== null && !only.has(position)) return;
    const stay = (reason: Stay['reason']) => impossible.push({ position, reason, issues: [] });
    const kept = sentStay(sent, change, position);
    if (kept !== null) stay(kept);
    else if (!isPresent(ground.table, position)) stay('gone');
    else if (touched.has(position)) stay('changedSince');
    else indexes.push(i);
  });
  return restack(ground, changes, change, 'putBack', {
    indexes: Uint32Array.from(indexes),
    impossible,
  });
}
