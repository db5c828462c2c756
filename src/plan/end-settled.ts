import { isPlannedFor, Standing, type Change } from './change.ts';

/**
 * The change with everybody marked as ended for whom sync has ended it; the same object where that is
 * nobody. `settledThrough`: by position, the sequence up to which every change has ended for the user.
 * Who was taken out stays so.
 */
export function endSettled(change: Change, settledThrough: Uint32Array): Change {
  let standing: Uint8Array | null = null;
  for (let i = 0; i < change.users.length; i++) {
    if (change.standing[i] !== Standing.open || !isPlannedFor(change, i)) continue;
    if ((settledThrough[change.users[i] ?? 0] ?? 0) < change.sequence) continue;
    standing ??= change.standing.slice();
    standing[i] = Standing.ended;
  }
  return standing === null ? change : { ...change, standing };
}
