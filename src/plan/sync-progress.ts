import type { Position } from '#users/ids.ts';
import type { Change } from './change.ts';

/** What sync has of the users' plans. */
export interface SyncProgress {
  /** By position: the sequence up to which every change has ended for the user. */
  readonly settledThrough: Uint32Array;
  /** Users whose operation has not ended, with the sequence of the newest change that it carries. */
  readonly sending: ReadonlyMap<Position, number>;
}

export const NOTHING_SENT: SyncProgress = { settledThrough: new Uint32Array(), sending: new Map() };

/** Why the change can neither leave nor rejoin the plan of the user: it was sent, or is being sent. Null: it can. */
export function sentStay(
  { settledThrough, sending }: SyncProgress,
  { sequence }: Change,
  position: Position,
): 'ended' | 'sending' | null {
  if ((settledThrough[position] ?? 0) >= sequence) return 'ended';
  return (sending.get(position) ?? 0) >= sequence ? 'sending' : null;
}
