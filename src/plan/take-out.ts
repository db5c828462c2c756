import type { BitSet } from '#base/bit-set.ts';
import { isPresent } from '#users/user-table.ts';
import { isPlannedFor, Standing, type Change } from './change.ts';
import type { Ground } from './ground.ts';
import { restack } from './restack.ts';
import { nothingSent, sentStay } from './sent.ts';
import type { Stay, Step } from './step.ts';

/**
 * Undo of what is not sent yet: the change leaves the plan of its users, later changes stay. Possible
 * for any change, not only the newest, and for some of its users (`only`: positions; null: all).
 * `changes`: the customer's open changes; `sent`: what sync has of them. Nothing is written; see `restack`.
 */
export function takeOut(
  ground: Ground,
  changes: readonly Change[],
  change: Change,
  only: BitSet | null,
  sent = nothingSent,
): Step {
  const impossible: Stay[] = [];
  const indexes: number[] = [];
  change.users.forEach((position, i) => {
    const standing = change.standing[i];
    if (!isPlannedFor(change, i) || standing === Standing.takenOut) return;
    if (only !== null && !only.has(position)) return;
    const stay = (reason: Stay['reason']) => impossible.push({ position, reason, issues: [] });
    const kept = sentStay(sent, change, position);
    if (standing === Standing.ended) stay('ended');
    else if (kept !== null) stay(kept);
    else if (!isPresent(ground.table, position)) stay('gone');
    else indexes.push(i);
  });
  return restack(ground, changes, change, 'takenOut', {
    indexes: Uint32Array.from(indexes),
    impossible,
  });
}
