import type { LoadedCustomer } from '#store/load-customer.ts';
import { objectIdOf, userId, type Position } from '#users/ids.ts';
import { isPending, isPresent } from '#users/user-table.ts';

/** Users who are not sent now although something is planned, or may be, for them. */
export interface KeptBack {
  /** Claimed by a run and not ended. */
  readonly claimed: ReadonlySet<Position>;
  readonly held: ReadonlySet<Position>;
  readonly handedOver: ReadonlySet<Position>;
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
    if (kept.claimed.has(position) || kept.held.has(position)) continue;
    if (kept.handedOver.has(position)) handedOver++;
    else if (objectIdOf(userId(table.texts.id[position] ?? 'upn:')) === null) withoutId++;
    else sent[count++] = position;
  }
  const { size: claimed } = kept.claimed;
  return { sent: sent.slice(0, count), claimed, held: kept.held.size, handedOver, withoutId };
}
