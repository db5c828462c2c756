import type { WaitingState } from '#plan/pending-kinds.ts';
import type { LoadedCustomer } from '#store/load-customer.ts';
import { objectIdOf, userId, type Position } from '#users/ids.ts';
import { isPending, isPresent, type UserTable } from '#users/user-table.ts';

/** Users who are not sent now although something is planned, or may be, for them. */
export interface KeptBack {
  /** Claimed by a run and not ended. */
  readonly claimed: ReadonlySet<Position>;
  readonly held: ReadonlySet<Position>;
  readonly handedOver: ReadonlySet<Position>;
}

/** The first of these that a pending user is in. */
export function waitingStateOf(
  { texts }: Pick<UserTable, 'texts'>,
  { claimed, held, handedOver }: KeptBack,
  position: Position,
): WaitingState {
  if (claimed.has(position)) return 'claimed';
  if (held.has(position)) return 'held';
  if (handedOver.has(position)) return 'handedOver';
  return objectIdOf(userId(texts.id[position] ?? 'upn:')) === null ? 'withoutId' : 'ready';
}

/** The pending users of a customer by what a sync would do with them now. */
export interface WhoWaits {
  /** Would be sent, ascending. */
  readonly sent: Uint32Array;
  readonly claimed: number;
  readonly held: number;
  readonly handedOver: number;
  /** No source gave an object id. */
  readonly withoutId: number;
}

/** Sorts the pending users: each counts once, in the first of these that it is in. */
export function whoWaits({ table }: Pick<LoadedCustomer, 'table'>, kept: KeptBack): WhoWaits {
  const sent = new Uint32Array(table.count);
  let count = 0;
  let withoutId = 0;
  let handedOver = 0;
  for (let position = 0; position < table.count; position++) {
    if (!isPending(table, position) || !isPresent(table, position)) continue;
    const state = waitingStateOf(table, kept, position);
    if (state === 'handedOver') handedOver++;
    else if (state === 'withoutId') withoutId++;
    else if (state === 'ready') sent[count++] = position;
  }
  const { size: claimed } = kept.claimed;
  return { sent: sent.slice(0, count), claimed, held: kept.held.size, handedOver, withoutId };
}
