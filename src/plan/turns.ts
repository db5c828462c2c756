import type { BitSet } from '#base/bit-set.ts';

/** Whose turn it is where there are not enough licenses. Positions. */
export interface Turns {
  /** Before all others, in this order; nobody where it is left out. */
  readonly first?: readonly number[];
  /** After all others, but for those in `first`. */
  readonly waitingLast: BitSet;
}

const movesNobody = ({ first = [], waitingLast }: Turns): boolean =>
  first.length === 0 && waitingLast.isEmpty();

/** The users (positions in display order) in the order of their turns, as indexes into `users`. */
export function inTurn(users: Uint32Array, turns: Turns): Uint32Array {
  if (movesNobody(turns)) return users.map((_, i) => i);
  const { first = [], waitingLast } = turns;
  const turnOf = new Map(first.map((position, turn) => [position, turn]));
  const [picked, others, last]: [number[], number[], number[]] = [[], [], []];
  users.forEach((position, i) => {
    if (turnOf.has(position)) picked.push(i);
    else (waitingLast.has(position) ? last : others).push(i);
  });
  const turn = (i: number): number => turnOf.get(users[i] ?? 0) ?? 0;
  picked.sort((a, b) => turn(a) - turn(b));
  return Uint32Array.from([...picked, ...others, ...last]);
}

/** The users in that order; the same array where nobody is moved: what is worked out for it is known. */
export const takingTurns = (users: Uint32Array, turns: Turns): Uint32Array =>
  movesNobody(turns) ? users : inTurn(users, turns).map((i) => users[i] ?? 0);
