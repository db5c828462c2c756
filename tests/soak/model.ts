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

/** A Save that can be undone or redone, counted from 0 by age, and what is planned for each user after that. */
export interface Step {
  readonly save: number;
  readonly users: readonly Parts[];
}

/** What is planned for each user, how many Saves there are, and which can be undone and redone next, at the end. */
export interface Plan {
  readonly users: readonly Parts[];
  readonly saves: number;
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

export const nothingPlanned = (users: number): Plan => ({
  users: Array.from({ length: users }, () => []),
  saves: 0,
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
  const done = [...plan.done, { save: plan.saves, users: plan.users }];
  return { users, saves: plan.saves + 1, done, undone: [] };
}

function lastOf(steps: readonly Step[]): Step {
  const last = steps.at(-1);
  if (last === undefined) throw new Error('nothing to undo or redo');
  return last;
}

/** How many Saves are newer than the one that comes next. */
export const ageOfNext = ({ saves, done, undone: others }: Plan, step: 'undo' | 'redo'): number =>
  saves - 1 - lastOf(step === 'undo' ? done : others).save;

/** The newest Save taken out again. */
export function undone(plan: Plan): Plan {
  const last = lastOf(plan.done);
  return {
    users: last.users,
    saves: plan.saves,
    done: plan.done.slice(0, -1),
    undone: [...plan.undone, { save: last.save, users: plan.users }],
  };
}

/** What was undone last put back. */
export function redone(plan: Plan): Plan {
  const last = lastOf(plan.undone);
  return {
    users: last.users,
    saves: plan.saves,
    done: [...plan.done, { save: last.save, users: plan.users }],
    undone: plan.undone.slice(0, -1),
  };
}
