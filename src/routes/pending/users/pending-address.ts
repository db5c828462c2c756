import type { CustomerId } from '#customers/customer.ts';
import { pendingKinds, waitingStates } from '#plan/pending-kinds.ts';
import type { PendingQuery } from '#worker/pending/pending-types.ts';

const oneOf = <Name extends string>(names: readonly Name[], asked: string | null): Name | null =>
  names.find((name) => name === asked) ?? null;

/** Which pending users an address asks for. */
export const queryIn = ({ searchParams: asked }: URL): PendingQuery => ({
  customerId: asked.get('customer') as CustomerId | null,
  kind: oneOf(pendingKinds, asked.get('what')),
  state: oneOf(waitingStates, asked.get('state')),
  text: asked.get('q') ?? '',
});

/** The part of an address that asks for them, to stand after `?`; empty: for everybody. */
export function askingFor({ customerId, kind, state, text }: PendingQuery): string {
  const parts = { customer: customerId, what: kind, state, q: text };
  const asked = Object.entries(parts).filter(([, value]) => value !== null && value !== '');
  return new URLSearchParams(asked as [string, string][]).toString();
}
