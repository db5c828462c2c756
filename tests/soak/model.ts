import type { MadeProduct } from '../e2e/files/products.ts';
import { customerOf, draftOf, holds, line, product, sku } from '../plan/by-hand.ts';
import { worldOf } from '../plan/customers.ts';
import { judgeUsers } from '../plan/oracle.ts';

/** What a person asks for: one product, for some users, by their numbers. */
export interface Wish {
  readonly action: 'assign' | 'revoke';
  readonly part: string;
  readonly users: readonly number[];
}

/** Part numbers that a user is to hold, in order. */
type Parts = readonly string[];

/** What is planned for each user, and the Saves that can be undone and redone, newest last. */
export interface Plan {
  readonly users: readonly Parts[];
  readonly done: readonly (readonly Parts[])[];
  readonly undone: readonly (readonly Parts[])[];
}

export const nothingPlanned = (users: number): Plan => ({
  users: Array.from({ length: users }, () => []),
  done: [],
  undone: [],
});

/** The plan after a Save, as the planner's oracle has it, with licenses for everybody. */
export function saved(plan: Plan, wish: Wish, products: readonly MadeProduct[]): Plan {
  const known = products.map(({ part, plans }) =>
    product(
      part,
      1_000,
      plans.map(([, name]) => name),
    ),
  );
  const world = worldOf(
    customerOf(
      known,
      plan.users.map((parts) => ({ holds: parts.map((part) => holds(part)) })),
    ),
  );
  const after = new Map(
    judgeUsers(world, draftOf(line(wish.action, wish.part)), wish.users)
      .filter(({ kind }) => kind === 'planned')
      .map((verdict) => [verdict.position, verdict.after]),
  );
  const users = plan.users.map((parts, user) => {
    const set = after.get(user);
    if (set === undefined) return parts;
    return products
      .map(({ part }) => part)
      .filter((part) => set.some((one) => one.skuId === sku(part)));
  });
  return { users, done: [...plan.done, plan.users], undone: [] };
}

/** The newest Save taken out again. */
export function undone({ users, done, undone: others }: Plan): Plan {
  const before = done.at(-1);
  if (before === undefined) throw new Error('nothing to undo');
  return { users: before, done: done.slice(0, -1), undone: [...others, users] };
}

/** What was undone last put back. */
export function redone({ users, done, undone: others }: Plan): Plan {
  const after = others.at(-1);
  if (after === undefined) throw new Error('nothing to redo');
  return { users: after, done: [...done, users], undone: others.slice(0, -1) };
}
