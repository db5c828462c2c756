import { type PageAsk, pageOf } from '#base/page.ts';
import { pendingKinds, waitingStates } from '#plan/pending-kinds.ts';
import { bitOf } from './customer-pending.ts';
import type { PendingSelection } from './pending-selection.ts';
import type { PendingQuery, PendingUserPage, PendingUserRow } from './pending-types.ts';
import type { Pending } from './pending-users.ts';

/** Those of one customer who match, by index. */
export interface Matching extends Pending {
  readonly indexes: readonly number[];
}

export interface FoundPending {
  readonly matching: readonly Matching[];
  readonly counts: Omit<
    PendingUserPage,
    'rows' | 'total' | 'page' | 'names' | 'selected' | 'selectedMatching'
  >;
}

const zeros = <Name extends string>(names: readonly Name[]): Record<Name, number> =>
  Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;

/** Walks all of them once: who matches, and how many would if something else were chosen. */
export function findPending(all: readonly Pending[], query: PendingQuery): FoundPending {
  const { customerId, kind, state } = query;
  const text = query.text.trim().toLocaleLowerCase();
  const wanted = kind === null ? 0 : bitOf(kind);
  const bits = pendingKinds.map((one) => [one, bitOf(one)] as const);
  const kinds = zeros(pendingKinds);
  const states = zeros(waitingStates);
  let [ofAnyKind, ofAnyState, ofAllCustomers, everybody] = [0, 0, 0, 0];
  const matching: Matching[] = [];
  const customers = all.map(({ customer, users }) => {
    const isAsked = customerId === null || customerId === customer.id;
    const indexes: number[] = [];
    let here = 0;
    everybody += users.count;
    for (let index = 0; index < users.count; index++) {
      if (text !== '' && !users.isNamed(index, text)) continue;
      const planned = users.planned(index).bits;
      const now = users.state(index);
      const isOfKind = (planned & wanted) === wanted;
      const isInState = state === null || state === now;
      if (isOfKind && isInState) here++;
      if (!isAsked) continue;
      if (isInState) {
        ofAnyKind++;
        for (const [one, bit] of bits) if ((planned & bit) !== 0) kinds[one]++;
      }
      if (isOfKind) {
        ofAnyState++;
        states[now]++;
        if (isInState) indexes.push(index);
      }
    }
    ofAllCustomers += here;
    if (indexes.length > 0) matching.push({ customer, users, indexes });
    return { id: customer.id, name: customer.name, users: here };
  });
  const counts = { customers, ofAllCustomers, kinds, ofAnyKind, states, ofAnyState };
  return { matching, counts: { ...counts, all: everybody } };
}

/** The users of several customers as one list. */
class OneList {
  readonly length: number;
  readonly #parts: readonly Matching[];

  constructor(parts: readonly Matching[]) {
    this.#parts = parts;
    this.length = parts.reduce((sum, { indexes }) => sum + indexes.length, 0);
  }

  slice(from: number, to: number): Matching[] {
    let start = 0;
    return this.#parts.flatMap(({ indexes, ...part }) => {
      const shown = indexes.slice(Math.max(0, from - start), Math.max(0, to - start));
      start += indexes.length;
      return shown.length === 0 ? [] : [{ ...part, indexes: shown }];
    });
  }
}

const rowsOf = (
  { customer, users, indexes }: Matching,
  selection: PendingSelection,
): PendingUserRow[] =>
  indexes.map((index) => {
    const { items, losing } = users.planned(index);
    const who = users.who(index);
    return {
      ...who,
      selected: selection.has({ customerId: customer.id, userId: who.userId }),
      customerId: customer.id,
      items,
      losing,
      state: users.state(index),
    };
  });

export function pageOfPending(
  { matching, counts }: FoundPending,
  selection: PendingSelection,
  ask: PageAsk,
): PendingUserPage {
  const { shown, ...place } = pageOf(new OneList(matching), ask);
  return {
    rows: shown.flatMap((one) => rowsOf(one, selection)),
    ...place,
    ...counts,
    selected: selection.count,
    selectedMatching: matching.reduce((sum, one) => sum + selection.among(one).length, 0),
    names: Object.fromEntries(shown.map(({ customer, users }) => [customer.id, users.names])),
  };
}
