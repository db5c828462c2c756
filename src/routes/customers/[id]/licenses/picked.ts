import type { Position } from '#users/ids.ts';
import type { Picked } from '#worker/manage/save-types.ts';

const without = (
  positions: readonly Position[],
  others: readonly Position[],
): readonly Position[] => {
  const out = new Set(others);
  return positions.filter((position) => !out.has(position));
};

/** The users after those who are first already, in their order; nobody of them goes last any more. */
export const withFirst = ({ first, waiting }: Picked, users: readonly Position[]): Picked => ({
  first: [...first, ...without(users, first)],
  waiting: without(waiting, users),
});

/** The user goes last. */
export const withLast = ({ first, waiting }: Picked, user: Position): Picked => ({
  first: without(first, [user]),
  waiting: [...without(waiting, [user]), user],
});

/** The user stands where the order of names puts everybody. */
export const inOrder = ({ first, waiting }: Picked, user: Position): Picked => ({
  first: without(first, [user]),
  waiting: without(waiting, [user]),
});

/** The user goes one place up (−1) or down (1) among those who are first. */
export function moved({ first, waiting }: Picked, user: Position, by: -1 | 1): Picked {
  const at = first.indexOf(user);
  const other = first[at + by];
  if (at < 0 || other === undefined) return { first, waiting };
  const swapped = first.with(at + by, user).with(at, other);
  return { first: swapped, waiting };
}
