import { BitSet } from '#base/bit-set.ts';
import { unreachable } from '#base/unreachable.ts';
import type { Draft, Drafted } from '#plan/draft.ts';
import type { Planner } from '#plan/planner.ts';
import type { OpenCustomer } from '#worker/customers/open-customer.ts';
import type { Desk } from '#worker/desk.ts';
import type { LocaleTag, Scope } from '#worker/scope-types.ts';

const membersOf = async (
  { selections, lists }: Desk,
  open: OpenCustomer,
  scope: Scope,
): Promise<BitSet> => {
  const { id } = open.data.customer;
  switch (scope.kind) {
    case 'selection':
      return (await selections.get(id, scope.window)).members;
    case 'list':
      return lists.members(id, scope.window, scope.listId);
    case 'user': {
      const position = open.positionOf(scope.userId);
      return BitSet.of(position === null ? [] : [position]);
    }
    default:
      return unreachable(scope);
  }
};

/** For whom a scope works, in display order. */
export const usersOf = async (
  desk: Desk,
  open: OpenCustomer,
  scope: Scope,
  locale: LocaleTag,
): Promise<Uint32Array> => open.inDisplayOrder(await membersOf(desk, open, scope), locale);

/**
 * What is planned for a scope: the draft; for a list its parts, each with the usage location of the
 * draft, which is all that a person ticks for a list.
 */
export async function draftedFor(
  { lists }: Desk,
  open: OpenCustomer,
  scope: Scope,
  draft: Draft,
): Promise<Drafted> {
  if (scope.kind !== 'list') return draft;
  const list = await lists.get(open.data.customer.id, scope.window, scope.listId);
  const { usageLocation } = draft;
  return (list?.plan.parts ?? []).map((part) => ({
    users: part.users,
    draft: { ...part.draft, usageLocation },
  }));
}

/** For whom a scope waits, and what plans for it. */
export async function waitingIn(
  { selections }: Desk,
  open: OpenCustomer,
  scope: Scope,
): Promise<{ planner: Planner; awaited: readonly string[]; reviewing: string | null }> {
  if (scope.kind !== 'selection') return { planner: open.planner, awaited: [], reviewing: null };
  const { awaited, reviewing } = await selections.get(open.data.customer.id, scope.window);
  return { planner: open.plannerFor(reviewing), awaited, reviewing };
}
